package no.avstemt.application.csv;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import no.avstemt.domain.time.Period;

/** What spreadsheets in Norwegian write into a cell. */
public final class CellText {

    private static final int LENGTH_OF_DATE = 10;
    private static final int YEAR_DIGITS = 4;

    private CellText() {}

    /** {@code 2026-01-31} or {@code 31.01.2026}; none for what is no date between 1900 and 2199. */
    public static Optional<LocalDate> date(String text) {
        if (text.length() == LENGTH_OF_DATE && text.charAt(YEAR_DIGITS) == '-') {
            return isoDate(text);
        }
        String[] part = text.split("\\.", -1);
        return part.length == 3 && part[2].length() == YEAR_DIGITS
                ? isoDate(part[2] + "-" + padded(part[1]) + "-" + padded(part[0]))
                : Optional.empty();
    }

    private static Optional<LocalDate> isoDate(String text) {
        try {
            return Optional.of(LocalDate.parse(text)).filter(Period.EVER::contains);
        } catch (DateTimeException e) { // such as 31 February, which is no date and is told as such
            return Optional.empty();
        }
    }

    private static String padded(String digits) {
        return digits.length() == 1 ? "0" + digits : digits;
    }

    /** A number without the spaces between its thousands and around it. */
    public static String ungrouped(String number) {
        String text = number.replace('\u00a0', ' ').replace('\u202f', ' ').strip();
        return text.matches("-?[0-9]{1,3}( [0-9]{3})+([.,][0-9]*)?") ? text.replace(" ", "") : text;
    }
}
