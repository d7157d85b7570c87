package no.avstemt.persistence.report;

import java.time.LocalDate;
import java.util.List;
import no.avstemt.application.report.Books.AccountMonth;
import no.avstemt.application.report.Books.Place;
import no.avstemt.application.report.LineQuery;
import no.avstemt.persistence.database.Rows;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Finds the day of a line among the days of its month: from counters where they tell. */
final class LinePlaces {

    private static final String COUNTED_DAYS = """
        SELECT day, sum(lines) AS lines, sum(debit - credit) AS moved
          FROM %s_day b
         WHERE client_account_id = :client AND account_id = :account AND day >= :month_from AND day < :month_end%s
         GROUP BY day
        HAVING sum(lines) > 0
         ORDER BY day
        """;

    private static final String DAYS_OF_LINES =
            """
        SELECT l.posting_date AS day, count(*) AS lines, sum(l.amount) AS moved
          FROM journal_line l
          %s
         WHERE l.client_account_id = :client AND l.account_id = :account
           AND l.posting_date >= :month_from AND l.posting_date < :month_end %s
         GROUP BY l.posting_date
         ORDER BY l.posting_date
        """.formatted(LineStatement.TO_ENTRY_AND_TEXTS, LineStatement.ASKED_FOR);

    /** Of the first lines of a day, or of the last. */
    private static final String MOVED = """
        SELECT coalesce(sum(f.amount), 0) AS moved
          FROM (SELECT l.amount
                  FROM journal_line l
                  %s
                 WHERE l.client_account_id = :client AND l.account_id = :account AND l.posting_date = :day %s
                 ORDER BY l.ordinal%s
                 LIMIT :lines) f
        """;

    private static final String NAMES = "WITH " + LineStretches.NAMES + "\n";
    private static final String CHOSEN = "WITH " + LineStatement.CHOSEN + "\n";

    private static final Among ALL = new Among("", COUNTED_DAYS.formatted("balance", ""), "", "");
    private static final Among COUNTED =
            new Among(CHOSEN, COUNTED_DAYS.formatted("balance", Counted.TAX_CODES), "", LineStatement.COUNTED);
    private static final Among OF_SETS = new Among(
            CHOSEN, COUNTED_DAYS.formatted("balance_set", LineStatement.IN_CHOSEN), "", LineStatement.IN_SETS);
    private static final Among OF_SETS_AND_CODES = new Among(
            CHOSEN,
            COUNTED_DAYS.formatted("balance_set", Counted.TAX_CODES + LineStatement.IN_CHOSEN),
            "",
            LineStatement.COUNTED);
    private static final Among ASKED_FOR =
            new Among(NAMES, DAYS_OF_LINES, LineStatement.TO_ENTRY_AND_TEXTS, LineStatement.ASKED_FOR);

    private LinePlaces() {}

    /** Statements over the lines that a question asks for. */
    private record Among(String days, String first, String last) {

        Among(String with, String days, String joins, String conditions) {
            this(
                    with + days,
                    with + MOVED.formatted(joins, conditions, ""),
                    with + MOVED.formatted(joins, conditions, " DESC"));
        }

        static Among of(LineQuery query) {
            if (!query.isCounted()) {
                return ASKED_FOR;
            }
            if (query.dimensions().isNone()) {
                return query.taxCodes().isEmpty() ? ALL : COUNTED;
            }
            return query.taxCodes().isEmpty() ? OF_SETS : OF_SETS_AND_CODES;
        }
    }

    /** Those of the month that have lines asked for, by date. */
    static List<LineDay> days(Handle handle, LineQuery query, AccountMonth month) {
        LocalDate first = month.month();
        LocalDate from = query.period().first();
        LocalDate end = query.period().last().plusDays(1);
        LocalDate next = first.plusMonths(1);
        return statement(handle, Among.of(query).days(), query, month.accountId())
                .bind("month_from", first.isBefore(from) ? from : first)
                .bind("month_end", end.isBefore(next) ? end : next)
                .map((row, context) -> new LineDay(Rows.date(row, "day"), row.getLong("lines"), row.getLong("moved")))
                .list();
    }

    /** @param lines how many lines of these days come before it; fewer than they have */
    static Place among(List<LineDay> days, Handle handle, LineQuery query, long account, long lines) {
        long left = lines;
        long moved = 0;
        for (LineDay day : days) {
            if (left < day.lines()) {
                return new Place(day.day(), left, Math.addExact(moved, moved(handle, query, account, day, left)));
            }
            left -= day.lines();
            moved = Math.addExact(moved, day.moved());
        }
        throw new IllegalStateException("Account id " + account + " has no line " + lines + " in " + days);
    }

    /** On the first lines of a day; the fewer are read, those or the ones that come after. */
    private static long moved(Handle handle, LineQuery query, long account, LineDay day, long first) {
        if (first == 0) {
            return 0;
        }
        long last = day.lines() - first;
        return first <= last
                ? sum(handle, Among.of(query).first(), query, account, day.day(), first)
                : Math.subtractExact(day.moved(), sum(handle, Among.of(query).last(), query, account, day.day(), last));
    }

    private static long sum(Handle handle, String sql, LineQuery query, long account, LocalDate day, long lines) {
        return statement(handle, sql, query, account)
                .bind("day", day)
                .bind("lines", lines)
                .mapTo(Long.class)
                .one();
    }

    private static Query statement(Handle handle, String sql, LineQuery query, long account) {
        return LineStatement.of(handle, sql, query).bind("account", account);
    }
}
