package no.avstemt.domain.settlement;

import java.util.List;
import java.util.Optional;

/**
 * A ledger as Vipps lists it.
 *
 * @param ownerNumber the owner's number in its register, when Vipps tells it
 * @param payoutAccount the bank account that payouts go to, when Vipps tells it
 */
public record Ledger(
        LedgerId id, String currency, Optional<String> ownerNumber, Optional<String> payoutAccount, List<Unit> units) {

    public Ledger {
        units = List.copyOf(units);
    }

    /** One sales unit that the ledger settles for. */
    public record Unit(String handle, String name) {}
}
