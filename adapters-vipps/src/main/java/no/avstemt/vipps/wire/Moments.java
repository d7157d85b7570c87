package no.avstemt.vipps.wire;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;

/** Every form of time that Vipps has used: 0–9 decimals and {@code Z}, {@code +02:00} or {@code +0200}. */
final class Moments {

    private static final DateTimeFormatter WITH_OFFSET = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .optionalStart()
            .appendOffset("+HH:MM", "Z")
            .optionalEnd()
            .optionalStart()
            .appendOffset("+HHmm", "Z")
            .optionalEnd()
            .toFormatter();

    private static final String DAY = "0000-00-00";
    private static final String USUAL = DAY + "T00:00:00";
    private static final String USUAL_WITH_DECIMALS = USUAL + ".000000000";
    private static final int LONGEST = USUAL_WITH_DECIMALS.length() + 1;

    private Moments() {}

    /** @throws java.time.DateTimeException when it is not a time, or has no zone */
    static Instant parse(String text) {
        return isUsual(text) ? usual(text) : WITH_OFFSET.parse(text, Instant::from);
    }

    /**
     * The day that the text begins with.
     *
     * @throws java.time.DateTimeException when it does not begin with one
     */
    static LocalDate day(String text) {
        String day = text.substring(0, Math.min(DAY.length(), text.length()));
        return isLike(DAY, day, day.length()) && day.length() == DAY.length()
                ? LocalDate.of(number(day, 0, 4), number(day, 5, 7), number(day, 8, 10))
                : LocalDate.parse(day);
    }

    /** As Vipps writes nearly all of them, in every row: a formatter takes ten times as long. */
    private static boolean isUsual(String text) {
        int length = text.length();
        if (length < USUAL.length() + 1 || length > LONGEST || text.charAt(length - 1) != 'Z') {
            return false;
        }
        return isLike(USUAL_WITH_DECIMALS, text, length - 1) && length != USUAL.length() + 2;
    }

    /** Whether the first characters are digits where the pattern has a zero, and its own signs elsewhere. */
    private static boolean isLike(String pattern, String text, int length) {
        for (int index = 0; index < length; index++) {
            char expected = pattern.charAt(index);
            char found = text.charAt(index);
            if (expected == '0' ? found < '0' || found > '9' : found != expected) {
                return false;
            }
        }
        return true;
    }

    private static Instant usual(String text) {
        int decimals = Math.max(0, text.length() - USUAL.length() - 2);
        int nanos = decimals == 0 ? 0 : number(text, USUAL.length() + 1, text.length() - 1);
        for (int more = decimals; more < 9; more++) {
            nanos *= 10;
        }
        return LocalDateTime.of(
                        number(text, 0, 4),
                        number(text, 5, 7),
                        number(text, 8, 10),
                        number(text, 11, 13),
                        number(text, 14, 16),
                        number(text, 17, 19),
                        nanos)
                .toInstant(ZoneOffset.UTC);
    }

    private static int number(String text, int from, int to) {
        return Integer.parseInt(text, from, to, 10);
    }
}
