package no.avstemt.application.currency;

import java.time.LocalDate;
import no.avstemt.domain.settlement.LedgerId;

/** A rate that is neither changed nor removed, since dates of a ledger are booked that may rest on it. */
public final class RateInUse extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient LedgerId ledger;
    private final LocalDate bookedTo;

    RateInUse(LedgerId ledger, LocalDate bookedTo) {
        super("Ledger " + ledger + " is booked to " + bookedTo);
        this.ledger = ledger;
        this.bookedTo = bookedTo;
    }

    public LedgerId ledger() {
        return ledger;
    }

    public LocalDate bookedTo() {
        return bookedTo;
    }
}
