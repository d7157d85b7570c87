package no.avstemt.domain.time;

import java.time.LocalDate;

/**
 * The twelve months that books are kept by, for one client account. A year has the number of the calendar year that it
 * begins in.
 *
 * @param firstMonth 1 for the calendar year
 */
public record FiscalYear(int firstMonth) {

    public static final FiscalYear CALENDAR = new FiscalYear(1);

    public FiscalYear {
        if (firstMonth < 1 || firstMonth > 12) {
            throw new IllegalArgumentException("A fiscal year begins with a month from 1 to 12, not " + firstMonth);
        }
    }

    /** The number of the year that this day is in. */
    public int of(LocalDate day) {
        return day.getMonthValue() < firstMonth ? day.getYear() - 1 : day.getYear();
    }

    /** The first day of the year that this day is in. */
    public LocalDate start(LocalDate day) {
        return LocalDate.of(of(day), firstMonth, 1);
    }

    /** All days of the year with this number. */
    public Period period(int number) {
        LocalDate first = LocalDate.of(number, firstMonth, 1);
        return new Period(first, first.plusYears(1).minusDays(1));
    }
}
