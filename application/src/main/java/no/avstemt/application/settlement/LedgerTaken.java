package no.avstemt.application.settlement;

import no.avstemt.domain.settlement.LedgerId;

/** A ledger belongs to one client account in the whole installation, and this one has its own already, or is not known. */
public final class LedgerTaken extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    public LedgerTaken(LedgerId ledger) {
        super("Ledger " + ledger + " is not known, or belongs to another client account");
    }
}
