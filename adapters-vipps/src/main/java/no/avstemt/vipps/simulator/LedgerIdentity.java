package no.avstemt.vipps.simulator;

import java.util.List;

/**
 * What the ledger list says of a merchant.
 *
 * @param slot 0 to 9, another for each merchant: keeps their PSP references apart and their dice independent
 * @param units most ledgers settle for one; the first one's number stands in the text of a payout
 */
record LedgerIdentity(int slot, String ledgerId, String organisationNumber, String bankAccount, List<SalesUnit> units) {

    LedgerIdentity {
        units = List.copyOf(units);
        if (slot < 0 || slot > 9 || !ledgerId.matches("\\d{5,7}") || units.isEmpty()) {
            throw new IllegalArgumentException("not a ledger: " + slot + ", " + ledgerId + ", " + units);
        }
    }

    LedgerIdentity(
            int slot, String ledgerId, String name, String organisationNumber, String bankAccount, String handle) {
        this(slot, ledgerId, organisationNumber, bankAccount, List.of(new SalesUnit(name, handle)));
    }

    String name() {
        return units.get(0).name();
    }

    String number() {
        return units.get(0).number();
    }

    boolean settlesFor(String handle) {
        return units.stream().anyMatch(unit -> unit.handle().equals(handle));
    }
}
