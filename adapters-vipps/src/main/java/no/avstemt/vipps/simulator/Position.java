package no.avstemt.vipps.simulator;

import java.time.LocalDate;

/** The next row to give: {@code offset} rows of {@code date} have been given. */
record Position(LocalDate date, int offset) {

    static Position startOf(LocalDate date) {
        return new Position(date, 0);
    }
}
