package no.avstemt.vipps.simulator;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Moments as microseconds since 1970, from the merchant's wall clock and to Vipps's text. The text is made once a row, so
 * it is written digit by digit and not by a formatter.
 */
final class Oslo {
    static final int DAY_SECONDS = 86_400;
    private static final long MICROS = 1_000_000;
    private static final ZoneId ZONE = ZoneId.of("Europe/Oslo");
    private static final DateTimeFormatter OFFSET =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSSxx", Locale.ROOT);

    private Oslo() {}

    /** {@code second} counts from midnight by the clock on the wall, 0 to 86,399; {@code micro} 0 to 999,999. */
    static long micros(LocalDate date, int second, int micro) {
        return micros(ZONE, date, second, micro);
    }

    /** By the clock on another wall, where {@code second} may go past the next midnight. */
    static long micros(ZoneId zone, LocalDate date, int second, int micro) {
        LocalDateTime wall = date.plusDays(second / DAY_SECONDS).atTime(LocalTime.ofSecondOfDay(second % DAY_SECONDS));
        int ahead = zone.getRules().getOffset(wall).getTotalSeconds();
        return (date.toEpochDay() * DAY_SECONDS + second - ahead) * MICROS + micro;
    }

    static long micros(Instant instant) {
        return instant.getEpochSecond() * MICROS + instant.getNano() / 1000;
    }

    static LocalDate date(Instant instant) {
        return LocalDate.ofInstant(instant, ZONE);
    }

    /** As {@code 2026-03-02T10:15:30.123456Z}. */
    static String withMicros(long micros) {
        byte[] text = new byte[27];
        writeSeconds(micros, text);
        text[19] = '.';
        write((int) Math.floorMod(micros, MICROS), 20, 6, text);
        return ended(text);
    }

    /** As {@code 2026-03-02T10:15:30Z}. */
    static String withSeconds(long micros) {
        byte[] text = new byte[20];
        writeSeconds(micros, text);
        return ended(text);
    }

    /** The same moment by the clock on the wall, as {@code 2026-03-02T11:15:30.123456+0100}. */
    static String withOffset(String utc) {
        return OFFSET.format(Instant.parse(utc).atZone(ZONE));
    }

    private static void writeSeconds(long micros, byte[] text) {
        long seconds = Math.floorDiv(micros, MICROS);
        LocalDate date = LocalDate.ofEpochDay(Math.floorDiv(seconds, (long) DAY_SECONDS));
        int second = (int) Math.floorMod(seconds, (long) DAY_SECONDS);
        write(date.getYear(), 0, 4, text);
        text[4] = '-';
        write(date.getMonthValue(), 5, 2, text);
        text[7] = '-';
        write(date.getDayOfMonth(), 8, 2, text);
        text[10] = 'T';
        write(second / 3600, 11, 2, text);
        text[13] = ':';
        write(second / 60 % 60, 14, 2, text);
        text[16] = ':';
        write(second % 60, 17, 2, text);
    }

    private static void write(int number, int at, int digits, byte[] text) {
        int left = number;
        for (int i = at + digits - 1; i >= at; i--) {
            text[i] = (byte) ('0' + left % 10);
            left /= 10;
        }
    }

    private static String ended(byte[] text) {
        text[text.length - 1] = 'Z';
        return new String(text, StandardCharsets.ISO_8859_1);
    }
}
