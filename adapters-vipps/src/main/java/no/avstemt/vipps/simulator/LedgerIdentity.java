package no.avstemt.vipps.simulator;

/**
 * What the ledger list says of a merchant.
 *
 * @param slot 0 to 9, another for each merchant: keeps their PSP references apart and their dice independent
 * @param handle {@code NO:} and a Vippsnummer, or {@code api:} and a merchant serial number
 */
record LedgerIdentity(
        int slot, String ledgerId, String name, String organisationNumber, String bankAccount, String handle) {

    LedgerIdentity {
        if (slot < 0 || slot > 9 || !ledgerId.matches("\\d{5,7}") || !handle.matches("(NO|api):\\d+")) {
            throw new IllegalArgumentException("not a ledger: " + slot + ", " + ledgerId + ", " + handle);
        }
    }

    boolean isVippsnummer() {
        return handle.startsWith("NO:");
    }

    /** The Vippsnummer or serial number without its prefix, as it stands in the text on the bank statement. */
    String number() {
        return handle.substring(handle.indexOf(':') + 1);
    }
}
