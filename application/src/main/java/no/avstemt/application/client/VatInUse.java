package no.avstemt.application.client;

import java.time.LocalDate;

/** A VAT registration that is not changed, since booked dates were booked by it. */
public final class VatInUse extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final LocalDate bookedTo;

    VatInUse(LocalDate bookedTo) {
        super("Booked to " + bookedTo);
        this.bookedTo = bookedTo;
    }

    public LocalDate bookedTo() {
        return bookedTo;
    }
}
