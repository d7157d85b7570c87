package no.avstemt.application.posting;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import no.avstemt.application.Stores;
import no.avstemt.application.UnitOfWork;
import no.avstemt.application.journal.Post;
import no.avstemt.application.settlement.Completeness;
import no.avstemt.application.settlement.LedgerState;
import no.avstemt.application.settlement.LedgerStore.OwnLedger;
import no.avstemt.application.settlement.Stream;
import no.avstemt.domain.client.ClientAccount;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.journal.JournalEntry;
import no.avstemt.domain.journal.JournalHead;
import no.avstemt.domain.posting.PostedTexts;
import no.avstemt.domain.time.Period;

/**
 * Books the ledger dates of a ledger that are complete, in order, some dates in each transaction: settlement entries, and
 * the sales of the date that were paid outside the ledger. What comes later for a date that is booked becomes a further
 * entry of the same date, and so does what is known better since, of its sale or its sales unit. Per payout, complete dates
 * wait for the payout or for the month to end; in another currency a date waits, and those after it, until there is a rate
 * for it.
 */
public final class PostDays {

    private static final int ROWS_PER_TRANSACTION = 5_000;

    private final UnitOfWork unit;
    private final Post post;
    private final Function<String, PostedTexts> texts;
    private final Clock clock;

    /** @param texts posted texts by language */
    public PostDays(UnitOfWork unit, Post post, Function<String, PostedTexts> texts, Clock clock) {
        this.unit = unit;
        this.post = post;
        this.texts = texts;
        this.clock = clock;
    }

    /** Books all that is complete and returns how many journal entries that made. */
    public int run(ClientAccountId client, OwnLedger ledger) {
        int posted = 0;
        while (true) {
            Step step = unit.write(Set.of(client), stores -> step(stores, client, ledger));
            posted += step.posted();
            if (step.isLast()) {
                return posted;
            }
        }
    }

    private record Step(int posted, boolean isLast) {}

    private Step step(Stores stores, ClientAccountId client, OwnLedger ledger) {
        JournalHead head = stores.journal().lockHead(client);
        ClientAccount account = stores.clients()
                .find(client)
                .orElseThrow(() -> new IllegalArgumentException("No client account " + client));
        LedgerState state = stores.ledgers().lockState(client, ledger.id());
        PostedTexts words = texts.apply(account.language());
        Booking booking = new Booking(stores, account, ledger, words, head);
        booking.late();
        Optional<Bookable> open =
                open(stores, account, ledger, state).flatMap(complete -> Bookable.of(stores, client, ledger, complete));
        SortedMap<LocalDate, Long> rows =
                open.map(bookable -> booking.count(bookable.dates())).orElseGet(TreeMap::new);
        Optional<LocalDate> wait = booking.firstWithoutRate(rows.keySet());
        Optional<LocalDate> pause = whereToPause(wait.map(rows::headMap).orElse(rows));
        Optional<LocalDate> last = pause.or(() -> wait.map(date -> date.minusDays(1)));
        open.ifPresent(bookable -> bookable.upTo(last).ifPresent(dates -> {
            booking.dates(dates);
            stores.granularities().add(client, ledger.id(), bookable.spans().endedBy(dates.last()));
            stores.ledgers().save(client, ledger.id(), state.bookedTo(dates.last()));
        }));
        List<JournalEntry> entries = new ArrayList<>(booking.entries());
        open.flatMap(bookable -> bookable.upTo(last))
                .map(Period::last)
                .or(state::bookedTo)
                .ifPresent(to -> entries.addAll(new ReturnedDisputes(stores, client, words, clock)
                        .reversals(account, ledger, to, head.periods())));
        post.run(stores, client, head, entries);
        stores.findings().open(client, booking.findings(), clock.instant());
        booking.closeUnknownUnits(clock.instant());
        booking.tellWaiting(clock.instant());
        return new Step(entries.size(), pause.isEmpty());
    }

    /** The last date of this transaction; none when all that is left fits into it. */
    private static Optional<LocalDate> whereToPause(SortedMap<LocalDate, Long> rowsByDate) {
        long rows = 0;
        for (Map.Entry<LocalDate, Long> date : rowsByDate.entrySet()) {
            rows += date.getValue();
            if (rows >= ROWS_PER_TRANSACTION) {
                return Optional.of(date.getKey());
            }
        }
        return Optional.empty();
    }

    /** The dates that are complete and not booked in full; none when there are no such dates. */
    private Optional<Period> open(Stores stores, ClientAccount account, OwnLedger ledger, LedgerState state) {
        ClientAccountId client = account.id();
        Optional<LocalDate> completeTo = Completeness.completeTo(
                ledger.cutoff(),
                stores.ledgers().feed(client, ledger.id(), Stream.FUNDS),
                stores.ledgers().feed(client, ledger.id(), Stream.FEES),
                stores.ledgers().feed(client, ledger.id(), Stream.SALES),
                clock.instant());
        LocalDate first = state.bookedTo().map(to -> to.plusDays(1)).orElse(account.startDate());
        LocalDate from = first.isBefore(account.startDate()) ? account.startDate() : first;
        return completeTo.filter(to -> !to.isBefore(from)).map(to -> new Period(from, to));
    }
}
