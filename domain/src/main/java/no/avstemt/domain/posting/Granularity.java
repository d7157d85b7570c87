package no.avstemt.domain.posting;

/** How much one journal entry of a topic holds. It never changes a figure, only how many entries there are. */
public enum Granularity {
    /** One ledger date. */
    PER_DATE,
    /** One transaction of one ledger date. */
    PER_TRANSACTION,
    /** The whole ledger dates up to a payout, or to the end of a month, whichever comes first. */
    PER_PAYOUT
}
