package no.avstemt.domain.journal;

/**
 * How much of a sale without a money row a line carries, as {@link SettlementLink} tells of a settlement entry.
 *
 * @param saleId the stored sale
 * @param generation 0 for its first booking; n + 1 needs the reversal of n
 * @param linkNo 0 for where the money went, from 1 for counterparts
 * @param amount øre, ledger sign
 */
public record SaleLink(long saleId, int generation, int linkNo, int lineNo, long amount) {}
