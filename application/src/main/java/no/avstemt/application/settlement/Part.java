package no.avstemt.application.settlement;

/**
 * What is asked for of a ledger on its own: when it fails it waits on its own, and the others go on.
 *
 * <p>Money is first: what fails of it, or of the way to Vipps, holds up the rest.
 */
public enum Part {
    /** What is new of funds and fees, and what both need: the way to Vipps and an access token. */
    MONEY,
    /** New sales. */
    SALES,
    /** Dates compared with Vipps's reports of them, and whatever is asked for because it is missed. */
    DATES
}
