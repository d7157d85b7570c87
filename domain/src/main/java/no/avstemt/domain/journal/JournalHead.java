package no.avstemt.domain.journal;

import java.util.HashMap;
import java.util.Map;

/**
 * The end of a client's journal: the last number of each fiscal year and the last link of the hash chain. Who holds the
 * locked head is the only one who posts.
 *
 * @param lastNumbers fiscal year to the last sequence number given in it
 */
public record JournalHead(long chainPosition, ChainHash hash, Map<Integer, Long> lastNumbers) {

    public static final JournalHead EMPTY = new JournalHead(0, ChainHash.START, Map.of());

    public JournalHead {
        lastNumbers = Map.copyOf(lastNumbers);
    }

    /** Numbers and seals one more entry. */
    public PostedEntry next(JournalEntry entry) {
        int fiscalYear = entry.postingDate().getYear();
        long number = lastNumbers.getOrDefault(fiscalYear, 0L) + 1;
        return new PostedEntry(
                fiscalYear, number, chainPosition + 1, hash.followedBy(fiscalYear, number, entry), entry);
    }

    public JournalHead after(PostedEntry posted) {
        Map<Integer, Long> numbers = new HashMap<>(lastNumbers);
        numbers.put(posted.fiscalYear(), posted.number());
        return new JournalHead(posted.chainPosition(), posted.hash(), numbers);
    }
}
