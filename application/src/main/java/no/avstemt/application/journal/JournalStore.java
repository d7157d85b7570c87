package no.avstemt.application.journal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import no.avstemt.domain.chart.AccountCode;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.dimension.DimensionRef;
import no.avstemt.domain.journal.JournalHead;
import no.avstemt.domain.journal.PostedEntry;
import no.avstemt.domain.posting.ExchangeDifferences.Standing;

/** The journal of a client account, only ever added to. */
public interface JournalStore {

    /** Takes the head for this transaction; whoever else posts for the client waits. */
    JournalHead lockHead(ClientAccountId client);

    /** The end of the journal as it is now; it may move before this is read. */
    JournalHead head(ClientAccountId client);

    /**
     * Adds whole entries with their links and counters, and moves the head. The head must have been locked in the same
     * transaction, and the entries must follow from it.
     */
    void append(ClientAccountId client, List<PostedEntry> entries, JournalHead after, Stamp stamp);

    default void append(ClientAccountId client, List<PostedEntry> entries, JournalHead after, Instant createdAt) {
        append(client, entries, after, Stamp.at(createdAt));
    }

    /** Adds one entry under the id that it had as a draft. */
    void appendDraft(ClientAccountId client, PostedEntry entry, JournalHead after, Stamp stamp, long draftId);

    /** For many batches after each other, each as {@link #append} would add it; done when it is finished. */
    Appending appending(ClientAccountId client, Stamp stamp);

    default Appending appending(ClientAccountId client, Instant createdAt) {
        return appending(client, Stamp.at(createdAt));
    }

    /**
     * Puts the texts of the next posted entries where a search finds them.
     *
     * @param most how many entries
     * @return how many; fewer when there are no more, or another is doing it
     */
    long writeTexts(ClientAccountId client, int most);

    /** Until it is finished nothing else may be posted in the transaction; closed before that, all must be undone. */
    interface Appending extends AutoCloseable {

        void add(List<PostedEntry> entries, JournalHead after);

        void finish();

        @Override
        void close();
    }

    /**
     * Movement per day of an account, of lines with this relation, earliest first; days without lines are left out. Lines
     * that a closed month moved count on their ledger date, so that these are the days of Vipps's own balances.
     */
    List<DayMovement> movements(
            ClientAccountId client, AccountCode account, DimensionRef relation, LocalDate first, LocalDate last);

    /** As {@link #movements}, of lines in this currency, in its minor units. */
    List<DayMovement> movements(
            ClientAccountId client,
            AccountCode account,
            DimensionRef relation,
            Currency currency,
            LocalDate first,
            LocalDate last);

    /** What all lines with this relation add up to on an account, in this currency and in kroner. */
    Standing standing(ClientAccountId client, AccountCode account, DimensionRef relation, Currency currency);

    /** @param movement øre, debit less credit */
    record DayMovement(LocalDate day, long movement) {}
}
