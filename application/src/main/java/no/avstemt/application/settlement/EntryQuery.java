package no.avstemt.application.settlement;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import no.avstemt.application.paging.From;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.settlement.EntryType;
import no.avstemt.domain.settlement.LedgerId;
import no.avstemt.domain.settlement.StoredEntry;
import no.avstemt.domain.settlement.Topic;

/**
 * Which settlement entries of one client account are asked for, the latest first.
 *
 * @param scope where they are looked for
 * @param topic in a ledger or among what was found
 * @param first,last ledger dates, both included
 */
public record EntryQuery(
        ClientAccountId client,
        Scope scope,
        Optional<Topic> topic,
        Optional<EntryType> type,
        Optional<LocalDate> first,
        Optional<LocalDate> last,
        From<Place> from) {

    /** Where settlement entries are looked for: one of three, since each is found by a key of its own. */
    public sealed interface Scope {}

    /** All of one ledger. */
    public record OfLedger(LedgerId ledger) implements Scope {}

    /** Those that a journal line carries. */
    public record BehindLine(long entryId, int lineNo) implements Scope {}

    /**
     * Those that have exactly this text as PSP reference, reference or payout number.
     *
     * @param ledgers of the client account, where it is looked for
     */
    public record Named(String text, List<LedgerId> ledgers) implements Scope {

        public Named {
            ledgers = List.copyOf(ledgers);
        }
    }

    /** The place of a row in the list: by ledger date, then as Vipps gave them. */
    public record Place(LocalDate ledgerDate, long feedPosition, long id) {}

    /**
     * @param feedPosition order within ledger and topic
     * @param onLine øre that the line asked for carries; none where no line was asked for
     */
    public record Row(StoredEntry stored, long feedPosition, Optional<Long> onLine) {

        public Place place() {
            return new Place(stored.entry().ledgerDate(), feedPosition, stored.id());
        }
    }
}
