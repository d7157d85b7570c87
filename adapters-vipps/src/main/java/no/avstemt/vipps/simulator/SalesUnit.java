package no.avstemt.vipps.simulator;

/**
 * A place of sale whose money one ledger settles.
 *
 * @param handle {@code NO:} and a Vippsnummer, {@code DK:} or {@code FI:} and its like there, or {@code api:} and a
 *     merchant serial number
 */
record SalesUnit(String name, String handle) {

    SalesUnit {
        if (!isHandle(handle)) {
            throw new IllegalArgumentException("not a handle: " + handle);
        }
    }

    static boolean isHandle(String text) {
        return text.matches("(NO|DK|FI|api):\\d+");
    }

    /** Or a MobilePay number: paid to by a person who types it, not through an integration. */
    static boolean isVippsnummer(String handle) {
        return !handle.startsWith("api:");
    }

    /** The Vippsnummer or serial number without its prefix, as it stands in the text on the bank statement. */
    String number() {
        return handle.substring(handle.indexOf(':') + 1);
    }
}
