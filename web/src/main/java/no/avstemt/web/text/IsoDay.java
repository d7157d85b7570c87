package no.avstemt.web.text;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Optional;

/** A date as programs write it: {@code YYYY-MM-DD}, between 1900 and 2199. */
public final class IsoDay {

    private static final DateTimeFormatter STRICT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd").withResolverStyle(ResolverStyle.STRICT);

    private IsoDay() {}

    /** Whether it is a date at all, of whatever year. */
    public static boolean isDay(String text) {
        try {
            LocalDate.parse(text, STRICT);
            return true;
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    public static Optional<LocalDate> parse(String text) {
        try {
            return Optional.of(LocalDate.parse(text, STRICT))
                    .filter(day -> day.getYear() >= 1900 && day.getYear() < 2200);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
