package no.avstemt.application.opening;

/** Opening balances that are not posted; the sheet says why. */
public final class OpeningRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient OpeningSheet sheet;

    public OpeningRefused(OpeningSheet sheet) {
        super("Opening balances of " + sheet.date() + " differ by " + sheet.difference() + " øre, with "
                + sheet.faults().size() + " faults");
        this.sheet = sheet;
    }

    public OpeningSheet sheet() {
        return sheet;
    }
}
