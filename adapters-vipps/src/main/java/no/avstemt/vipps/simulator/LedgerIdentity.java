package no.avstemt.vipps.simulator;

import java.time.LocalDate;
import java.util.List;

/**
 * What the ledger list says of a merchant.
 *
 * @param slot 0 to 19, another for each merchant: keeps their PSP references apart and their dice independent
 * @param units most ledgers settle for one; the first one's number stands in the text of a payout
 */
record LedgerIdentity(
        int slot,
        String ledgerId,
        String organisationNumber,
        String bankAccount,
        List<SalesUnit> units,
        Market market) {

    LedgerIdentity {
        units = List.copyOf(units);
        if (slot < 0 || slot > 19 || !ledgerId.matches("\\d{5,7}") || units.isEmpty()) {
            throw new IllegalArgumentException("not a ledger: " + slot + ", " + ledgerId + ", " + units);
        }
    }

    LedgerIdentity(int slot, String ledgerId, String organisationNumber, String bankAccount, List<SalesUnit> units) {
        this(slot, ledgerId, organisationNumber, bankAccount, units, Market.NORWAY);
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

    /** {@code second} counts from midnight by the merchant's clock and may go past the next one. */
    long micros(LocalDate date, int second, int micro) {
        return Oslo.micros(market.zone(), date, second, micro);
    }

    boolean settlesFor(String handle) {
        return units.stream().anyMatch(unit -> unit.handle().equals(handle));
    }
}
