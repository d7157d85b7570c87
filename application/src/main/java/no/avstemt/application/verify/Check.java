package no.avstemt.application.verify;

import java.util.Locale;

/** What is proven of the books. Each is named where it does not hold. */
public enum Check {
    /** Positions in the chain have no gap. */
    CHAIN_POSITION,
    /** What stands in the tables is what was sealed. */
    CHAIN_HASH,
    /** Numbers within a fiscal year have no gap. */
    NUMBER,
    /** A header has lines 1..n. */
    LINES,
    /** Debit and credit of an entry are the same. */
    BALANCE,
    /** Every value of an entry can be one. */
    READABLE,
    /** A line has the date of its entry. */
    LINE_DATE,
    /** A line has an entry. */
    LINE_WITHOUT_ENTRY,
    /** The head is where the last entry is. */
    HEAD,
    /** The last number given in a year is that of its last entry. */
    LAST_NUMBER,
    /** The journal goes on from where it was when its head was kept. */
    KEPT_HEAD,
    /** Lines of an account and day are counted 1..n. */
    ORDINAL,
    BALANCE_DAY,
    BALANCE_MONTH,
    BALANCE_SET_DAY,
    BALANCE_SET_MONTH,
    BALANCE_VALUE_MONTH,
    /** What is counted of turnover on default VAT is what entries booked on it. */
    DEFAULT_VAT_DAY,
    /** What a set of dimensions is found by is what it holds. */
    DIMENSION_SET,
    /** What settlement entries and sales put on a line adds up to it. */
    LINKS_OF_LINE,
    /** A settlement entry is booked with all of its amount, and what it moves adds up to nothing. */
    LINKS_OF_SETTLEMENT_ENTRY,
    /** A second booking follows a first. */
    GENERATIONS,
    LINKS_OF_SALE,
    /** What takes back an entry comes after it, once, and moves the opposite. */
    REVERSAL,
    /** Nothing was posted in a month after it was closed. */
    CLOSED_MONTH;

    /** The key of its sentence, which names subject, what should be, and what is. */
    public String key() {
        return "verify.fault." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
