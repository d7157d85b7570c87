package no.avstemt.persistence.report;

import java.time.LocalDate;
import no.avstemt.domain.time.Period;
import org.jdbi.v3.core.statement.Query;

/**
 * Everything up to the end of a period, as whole months and the days that put them right: months before {@code
 * monthsFrom} come before the period, and those from it to before {@code monthsEnd} are in it. Of a month that the period
 * cuts, the fewer days are read: those that are missing, or those that are too many.
 *
 * @param end the day after the last
 */
record Span(LocalDate from, LocalDate end, LocalDate monthsFrom, LocalDate monthsEnd, Days head, Days tail) {

    /**
     * Days of one month, the last not among them.
     *
     * @param incoming,moved how often they are added to what comes before the period, and to what is in it; days that a
     *     whole month has too many are taken from it
     */
    record Days(LocalDate first, LocalDate end, int incoming, int moved) {

        boolean areNone() {
            return !first.isBefore(end);
        }

        private void bind(Query statement, String name) {
            statement
                    .bind(name + "_month", first.withDayOfMonth(1))
                    .bind(name + "_first", first)
                    .bind(name + "_end", end)
                    .bind(name + "_incoming", incoming)
                    .bind(name + "_moved", moved);
        }
    }

    static Span of(Period period) {
        LocalDate from = period.first();
        LocalDate end = period.last().plusDays(1);
        LocalDate month = from.withDayOfMonth(1);
        if (end.isBefore(month.plusMonths(1)) && from.isAfter(month)) {
            return new Span(from, end, month, month, new Days(month, from, 1, 0), new Days(from, end, 0, 1));
        }
        LocalDate monthsFrom = nearestMonth(from);
        LocalDate monthsEnd = nearestMonth(end);
        Days head = monthsFrom.isAfter(from) ? new Days(from, monthsFrom, -1, 1) : new Days(month, from, 1, -1);
        Days tail =
                monthsEnd.isAfter(end) ? new Days(end, monthsEnd, 0, -1) : new Days(end.withDayOfMonth(1), end, 0, 1);
        return new Span(from, end, monthsFrom, monthsEnd, head, tail);
    }

    /** The first day of this month or of the next, whichever fewer days lie between. */
    private static LocalDate nearestMonth(LocalDate day) {
        LocalDate month = day.withDayOfMonth(1);
        return 2 * (day.getDayOfMonth() - 1) > day.lengthOfMonth() ? month.plusMonths(1) : month;
    }

    Cut cut(boolean drafts) {
        return new Cut(!head.areNone(), !tail.areNone(), drafts);
    }

    Query bind(Query statement) {
        statement
                .bind("from", from)
                .bind("end", end)
                .bind("from_month", from.withDayOfMonth(1))
                .bind("months_from", monthsFrom)
                .bind("months_end", monthsEnd);
        head.bind(statement, "head");
        tail.bind(statement, "tail");
        return statement;
    }
}
