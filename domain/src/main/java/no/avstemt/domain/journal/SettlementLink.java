package no.avstemt.domain.journal;

/**
 * How much of a settlement entry a line carries. The links of an entry's own account line add up to the entry; the links
 * of a line add up to the line.
 *
 * @param settlementEntryId the stored settlement entry
 * @param generation 0 for its first booking; n + 1 needs the reversal of n
 * @param linkNo 0 for the topic's own account, from 1 for counterparts
 * @param amount øre, ledger sign
 */
public record SettlementLink(long settlementEntryId, int generation, int linkNo, int lineNo, long amount) {}
