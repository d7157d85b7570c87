package no.avstemt.domain.journal;

/**
 * The documentation behind a journal entry (bilag).
 *
 * @param key what identifies it within its kind, for example ledger, topic and ledger date of a settlement report
 */
public record Voucher(Kind kind, String key) {

    public enum Kind {
        /** One ledger date of one topic, kept as the settlement entries that Vipps gave. */
        VIPPS_SETTLEMENT,
        /** The sales of one ledger and business date that were paid outside Vipps, kept as the sales that Vipps gave. */
        VIPPS_SALES,
        /** What the books begin with, by their start date; kept as the list that the accountant gave. */
        OPENING_BALANCE,
        /** A file of entries from another system, by its name. */
        IMPORTED_FILE,
        /** What a person wrote, by the entry's own number: {@code 2026/17}. */
        MANUAL,
        /** Of an entry that takes back another, by the number of that: {@code 2026/17}. */
        REVERSAL
    }
}
