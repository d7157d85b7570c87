package no.avstemt.application.currency;

import java.time.LocalDate;

/** A rate of a day that nobody can know the rate of: its date was mistyped. */
public final class RateTooFarAhead extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final LocalDate date;
    private final LocalDate latest;

    RateTooFarAhead(LocalDate date, LocalDate latest) {
        super("A rate of " + date + ", where the latest is " + latest);
        this.date = date;
        this.latest = latest;
    }

    public LocalDate date() {
        return date;
    }

    /** The last that is taken. */
    public LocalDate latest() {
        return latest;
    }
}
