package no.avstemt.domain.journal;

/**
 * A journal entry with its place in the books.
 *
 * @param number gapless within client and fiscal year, from 1
 * @param chainPosition gapless within client, from 1
 */
public record PostedEntry(int fiscalYear, long number, long chainPosition, ChainHash hash, JournalEntry entry) {}
