package no.avstemt.persistence.report;

import java.time.LocalDate;
import no.avstemt.domain.time.Period;

/**
 * Everything up to the end of a period, cut into whole months and the days that are left: months before {@code fromMonth},
 * days from it to before {@code headEnd}, months from {@code firstMonth} to before {@code lastMonth}, days from {@code
 * tailStart} to before {@code end}. No day is in two of them.
 */
record Span(
        LocalDate from,
        LocalDate fromMonth,
        LocalDate headEnd,
        LocalDate firstMonth,
        LocalDate lastMonth,
        LocalDate tailStart,
        LocalDate end) {

    static Span of(Period period) {
        LocalDate from = period.first();
        LocalDate end = period.last().plusDays(1);
        LocalDate fromMonth = from.withDayOfMonth(1);
        LocalDate firstMonth = from.equals(fromMonth) ? fromMonth : fromMonth.plusMonths(1);
        LocalDate lastMonth = end.withDayOfMonth(1);
        return new Span(
                from, fromMonth, earlier(firstMonth, end), firstMonth, lastMonth, later(firstMonth, lastMonth), end);
    }

    Cut cut() {
        return Cut.of(fromMonth.isBefore(headEnd), tailStart.isBefore(end));
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
