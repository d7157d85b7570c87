package no.avstemt.vipps.wire;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import no.avstemt.application.settlement.EntryPage;
import no.avstemt.domain.settlement.LedgerId;
import no.avstemt.domain.settlement.Topic;

/** One answer of the Report API. By date and feed end differently (vipps-apis.md 3.4). */
public record WireEntryPage(
        List<WireEntry> items, Optional<String> cursor, Optional<Boolean> hasMore, boolean tryLater) {

    /** @throws UnreadableAnswer naming the first field that cannot be read */
    public static WireEntryPage ofFeed(byte[] body) {
        Fields fields = Json.object(body);
        boolean tryLater = fields.flag("tryLater").orElse(false);
        return of(fields, tryLater, items(fields, tryLater, Optional.empty()));
    }

    /** Rows of a date that is not closed are not its report, and are left out. */
    public static WireEntryPage ofDate(byte[] body, LocalDate asked) {
        Fields fields = Json.object(body);
        boolean tryLater = fields.flag("tryLater").orElse(false);
        return of(fields, tryLater, tryLater ? List.of() : items(fields, false, Optional.of(asked)));
    }

    private static WireEntryPage of(Fields fields, boolean tryLater, List<WireEntry> items) {
        return new WireEntryPage(items, fields.text("cursor"), fields.flag("hasMore"), tryLater);
    }

    private static List<WireEntry> items(Fields fields, boolean mayBeAbsent, Optional<LocalDate> asked) {
        if (!mayBeAbsent && !fields.has("items")) {
            throw fields.missing("items");
        }
        return fields.objects("items").stream()
                .map(item -> WireEntry.of(item, asked))
                .toList();
    }

    /**
     * A feed goes on until it says {@code tryLater}. A cursor that stands still would be asked for ever, so it ends the
     * reading without the claim that all has been read.
     *
     * @param sent the cursor of the question; it stays the place to go on from when the answer has none
     */
    public EntryPage toFeedPage(LedgerId ledger, Topic topic, Optional<String> sent) {
        if (!tryLater && cursor.isEmpty()) {
            throw UnreadableAnswer.field("cursor", "is missing in a feed that has more");
        }
        boolean more = !tryLater && !cursor.equals(sent);
        return new EntryPage(toDomain(ledger, topic), cursor.or(() -> sent), more, tryLater);
    }

    /** A date goes on while {@code hasMore} says so or, as before that member came, while there is a cursor. */
    public EntryPage toDatePage(LedgerId ledger, Topic topic, Optional<String> sent) {
        boolean more = !tryLater && hasMore.orElse(cursor.isPresent());
        if (more && cursor.isEmpty()) {
            throw UnreadableAnswer.field("cursor", "is missing though hasMore is true");
        }
        if (more && cursor.equals(sent)) {
            throw UnreadableAnswer.field("cursor", "is the one that was sent, so the rest of the date is out of reach");
        }
        return new EntryPage(toDomain(ledger, topic), more ? cursor : Optional.empty(), more, tryLater);
    }

    private List<EntryPage.Fetched> toDomain(LedgerId ledger, Topic topic) {
        return items.stream().map(item -> item.toDomain(ledger, topic)).toList();
    }
}
