package no.avstemt.domain.time;

import java.time.LocalDate;

/** A range of days, both included. */
public record Period(LocalDate first, LocalDate last) {

    /** Every day that books can have. */
    public static final Period EVER = new Period(LocalDate.of(1900, 1, 1), LocalDate.of(2199, 12, 31));

    public Period {
        if (last.isBefore(first)) {
            throw new IllegalArgumentException("A period cannot end before it starts: " + first + " to " + last);
        }
    }

    public boolean contains(LocalDate day) {
        return !day.isBefore(first) && !day.isAfter(last);
    }
}
