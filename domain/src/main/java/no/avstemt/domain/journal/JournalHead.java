package no.avstemt.domain.journal;

import java.util.HashMap;
import java.util.Map;
import no.avstemt.domain.period.Periods;
import no.avstemt.domain.time.FiscalYear;

/**
 * The end of a client's journal: the last number of each fiscal year and the last link of the hash chain. Who holds the
 * locked head is the only one who posts.
 *
 * @param lastNumbers fiscal year to the last sequence number given in it
 * @param fiscalYears which year a posting date is numbered in
 * @param periods which months take entries; they stay so while the head is locked
 */
public record JournalHead(
        long chainPosition, ChainHash hash, Map<Integer, Long> lastNumbers, FiscalYear fiscalYears, Periods periods) {

    public static final JournalHead EMPTY = new JournalHead(0, ChainHash.START, Map.of(), FiscalYear.CALENDAR);

    public JournalHead(long chainPosition, ChainHash hash, Map<Integer, Long> lastNumbers, FiscalYear fiscalYears) {
        this(chainPosition, hash, lastNumbers, fiscalYears, Periods.ALL_OPEN);
    }

    public JournalHead {
        lastNumbers = Map.copyOf(lastNumbers);
    }

    /**
     * Numbers and seals one more entry.
     *
     * @throws no.avstemt.domain.period.MonthNotOpen when its month does not take it
     */
    public PostedEntry next(JournalEntry entry) {
        periods.check(entry.postingDate(), entry.heldReason());
        int fiscalYear = fiscalYears.of(entry.postingDate());
        long number = lastNumbers.getOrDefault(fiscalYear, 0L) + 1;
        return new PostedEntry(
                fiscalYear, number, chainPosition + 1, hash.followedBy(fiscalYear, number, entry), entry);
    }

    public JournalHead after(PostedEntry posted) {
        Map<Integer, Long> numbers = new HashMap<>(lastNumbers);
        numbers.put(posted.fiscalYear(), posted.number());
        return new JournalHead(posted.chainPosition(), posted.hash(), numbers, fiscalYears, periods);
    }
}
