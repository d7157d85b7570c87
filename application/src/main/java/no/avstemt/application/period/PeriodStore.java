package no.avstemt.application.period;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import no.avstemt.application.audit.Actor;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.period.PeriodState;
import no.avstemt.domain.period.Periods;
import no.avstemt.domain.time.Period;

/** The months of client accounts that something is said of, and what must be in order in one. */
public interface PeriodStore {

    Periods of(ClientAccountId client);

    /** What was said last of these months, earliest first; of most there is nothing. */
    List<Told> told(ClientAccountId client, YearMonth first, YearMonth last);

    /** The head of the journal must have been locked in the same transaction. */
    void save(ClientAccountId client, List<Told> months);

    /** The month of the earliest journal entry. */
    Optional<YearMonth> firstPosted(ClientAccountId client);

    /** Lines on the suspense account up to the end of these days that nothing settles: not matched, not taken back. */
    OpenItems openOnSuspense(ClientAccountId client, Period days);

    /** What stands on payouts in transit at the end of these days; counted: the ledgers that have something there. */
    OpenItems payoutsUnderWay(ClientAccountId client, Period days);

    /** Entries with ledger dates in these days that were posted after them; the amount is what the funds moved by. */
    OpenItems movedOut(ClientAccountId client, Period days);

    /** Open findings of ledger dates in these days that keep books and Vipps apart. */
    OpenItems differences(ClientAccountId client, Period days);

    /** What was posted in these days after this position of the journal, by account. */
    List<Moved> movedSince(ClientAccountId client, Period days, long position);

    /** The same, entry by entry, the latest first. */
    List<MovedEntry> entriesSince(ClientAccountId client, Period days, long position, int limit);

    /**
     * @param by whoever brought it into this state
     * @param closed when it was closed last, also where it is open again
     */
    record Told(
            YearMonth month,
            PeriodState state,
            Instant changedAt,
            Actor by,
            Optional<String> reason,
            Optional<Closed> closed) {}

    /** @param position how far the journal had come */
    record Closed(Instant at, long position) {}

    /** @param amount øre: what they sum to, or, of differences, all of them without their signs */
    record OpenItems(long count, long amount) {}

    /** @param debit,credit øre */
    record Moved(String account, String nameNb, String nameEn, long debit, long credit) {}

    /** @param debit øre */
    record MovedEntry(
            long entryId,
            int fiscalYear,
            long number,
            LocalDate date,
            String description,
            String by,
            Instant at,
            long debit) {}
}
