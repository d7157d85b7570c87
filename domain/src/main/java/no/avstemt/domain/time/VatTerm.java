package no.avstemt.domain.time;

/** How often VAT is reported; the calendar decides the terms, also where the fiscal year deviates. */
public enum VatTerm {
    /** The usual one. */
    TWO_MONTHS,
    YEAR,
    /** A year, for agriculture, forestry and fishing. */
    PRIMARY_INDUSTRY
}
