package no.avstemt.web.text;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import no.avstemt.application.access.Language;
import no.avstemt.domain.money.Money;
import no.avstemt.domain.time.Oslo;

/**
 * Amounts and dates as a person writes them: {@code 1 234,50} and {@code 21.11.2026} in bokmål, {@code 1,234.50} and
 * {@code 21 Nov 2026} in English. Thousands stand apart by U+00A0, a minus is U+2212. Moments are told in Oslo's time.
 */
public final class Formats {

    private static final String NO_BREAK_SPACE = "\u00A0";
    private static final String MINUS = "\u2212";
    private static final String DASH = "\u2013";

    private final String thousands;
    private final String decimal;
    private final DateTimeFormatter date;
    private final DateTimeFormatter longDate;
    private final DateTimeFormatter monthOfYear;
    private final DateTimeFormatter time;

    private Formats(String thousands, String decimal, Locale locale, String datePattern, String longPattern) {
        this.thousands = thousands;
        this.decimal = decimal;
        this.date = DateTimeFormatter.ofPattern(datePattern, locale);
        this.longDate = DateTimeFormatter.ofPattern(longPattern, locale);
        this.monthOfYear = DateTimeFormatter.ofPattern("MMMM yyyy", locale);
        this.time = DateTimeFormatter.ofPattern("HH:mm", locale);
    }

    public static Formats in(Language language) {
        return switch (language) {
            case NORWEGIAN ->
                new Formats(NO_BREAK_SPACE, ",", Locale.forLanguageTag("nb"), "dd.MM.yyyy", "d. MMMM yyyy");
            case ENGLISH -> new Formats(",", ".", Locale.ENGLISH, "d MMM yyyy", "d MMMM yyyy");
        };
    }

    /** For working lists, where zero is {@code 0,00}. */
    public String amount(long ore) {
        String digits = Long.toString(ore).replace("-", "");
        String padded = "0".repeat(Math.max(0, 3 - digits.length())) + digits;
        int point = padded.length() - 2;
        return (ore < 0 ? MINUS : "") + grouped(padded.substring(0, point)) + decimal + padded.substring(point);
    }

    /** With its currency; kroner go without saying. */
    public String amount(Money money) {
        String figure = amount(money.minor());
        return money.currency().equals(Money.NOK)
                ? figure
                : figure + " " + money.currency().getCurrencyCode();
    }

    /** One of each currency, what is nothing left out; {@code 0,00} when all is. */
    public String amounts(List<Money> amounts) {
        String figures = amounts.stream()
                .filter(money -> money.minor() != 0)
                .map(this::amount)
                .collect(Collectors.joining(" · "));
        return figures.isEmpty() ? amount(0) : figures;
    }

    /** For statements, where zero is a quiet dash. */
    public String statementAmount(long ore) {
        return ore == 0 ? DASH : amount(ore);
    }

    public String count(long count) {
        return (count < 0 ? MINUS : "") + grouped(Long.toString(count).replace("-", ""));
    }

    /** As many decimals as the number needs. */
    public String decimal(BigDecimal number) {
        String plain = number.abs().stripTrailingZeros().toPlainString();
        int point = plain.indexOf('.');
        String whole = grouped(point < 0 ? plain : plain.substring(0, point));
        String digits = point < 0 ? "" : decimal + plain.substring(point + 1);
        return (number.signum() < 0 ? MINUS : "") + whole + digits;
    }

    /** A rate in basis points: {@code 25 %}, {@code 11,11 %}. */
    public String rate(int basisPoints) {
        return decimal(BigDecimal.valueOf(basisPoints, 2)) + NO_BREAK_SPACE + "%";
    }

    public String date(LocalDate day) {
        return date.format(day);
    }

    public String date(Instant moment) {
        return date.format(inOslo(moment));
    }

    /** {@code 9. februar 2026}. */
    public String longDate(LocalDate day) {
        return longDate.format(day);
    }

    /** {@code februar 2026}. */
    public String month(YearMonth month) {
        return monthOfYear.format(month);
    }

    /** {@code Februar 2026}, to begin a sentence with. */
    public String monthFirst(YearMonth month) {
        String text = month(month);
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    /** {@code februar}. */
    public String monthName(int month) {
        return monthOfYear.format(YearMonth.of(2000, month)).replace(" 2000", "");
    }

    /** {@code 07:23}. */
    public String time(Instant moment) {
        return time.format(inOslo(moment));
    }

    /** {@code 21.11.2026 07:23}. */
    public String dateAndTime(Instant moment) {
        return date.format(inOslo(moment)) + " " + time(moment);
    }

    /** {@code 918 713 867}; what is not nine digits stays as it is. */
    public String organisationNumber(String digits) {
        return digits.matches("[0-9]{9}")
                ? String.join(NO_BREAK_SPACE, digits.substring(0, 3), digits.substring(3, 6), digits.substring(6))
                : digits;
    }

    /** {@code 9001 21 70938}; what is not eleven digits stays as it is. */
    public String bankAccount(String digits) {
        return digits.matches("[0-9]{11}")
                ? String.join(NO_BREAK_SPACE, digits.substring(0, 4), digits.substring(4, 6), digits.substring(6))
                : digits;
    }

    private static ZonedDateTime inOslo(Instant moment) {
        return moment.atZone(Oslo.ZONE);
    }

    private String grouped(String digits) {
        StringBuilder grouped = new StringBuilder(digits);
        for (int i = digits.length() - 3; i > 0; i -= 3) {
            grouped.insert(i, thousands);
        }
        return grouped.toString();
    }
}
