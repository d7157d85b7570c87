package no.avstemt.domain.time;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;

/** The time zone of the office and of every business date. */
public final class Oslo {

    public static final ZoneId ZONE = ZoneId.of("Europe/Oslo");

    private Oslo() {}

    public static LocalDate today(Clock clock) {
        return LocalDate.ofInstant(clock.instant(), ZONE);
    }
}
