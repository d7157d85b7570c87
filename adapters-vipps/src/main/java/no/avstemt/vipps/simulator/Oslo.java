package no.avstemt.vipps.simulator;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Moments as microseconds since 1970, from the merchant's wall clock and to Vipps's text. */
final class Oslo {
    static final int DAY_SECONDS = 86_400;
    private static final long MICROS = 1_000_000;
    private static final ZoneId ZONE = ZoneId.of("Europe/Oslo");
    private static final DateTimeFormatter WITH_MICROS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter WITH_SECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss'Z'").withZone(ZoneOffset.UTC);

    private Oslo() {}

    /** {@code second} counts from midnight by the clock on the wall, 0 to 86,399; {@code micro} 0 to 999,999. */
    static long micros(LocalDate date, int second, int micro) {
        return date.atTime(LocalTime.ofSecondOfDay(second)).atZone(ZONE).toEpochSecond() * MICROS + micro;
    }

    static long micros(Instant instant) {
        return instant.getEpochSecond() * MICROS + instant.getNano() / 1000;
    }

    static LocalDate date(Instant instant) {
        return LocalDate.ofInstant(instant, ZONE);
    }

    static String withMicros(long micros) {
        return WITH_MICROS.format(instant(micros));
    }

    static String withSeconds(long micros) {
        return WITH_SECONDS.format(instant(micros));
    }

    private static Instant instant(long micros) {
        return Instant.ofEpochSecond(Math.floorDiv(micros, MICROS), Math.floorMod(micros, MICROS) * 1000);
    }
}
