package no.avstemt.persistence.report;

import java.time.LocalDate;
import no.avstemt.application.report.Books.AccountMonth;
import no.avstemt.application.report.Books.Place;
import no.avstemt.application.report.LineQuery;
import no.avstemt.persistence.database.Rows;
import org.jdbi.v3.core.Handle;

/** Finds the day of a line among the days of its month: from counters where they tell. */
final class LinePlaces {

    private static final String PLACE = """
        WITH %1$s day AS (
          %2$s
        ), passed AS (
          SELECT day, lines, sum(lines) OVER so_far - lines AS before, sum(moved) OVER so_far - moved AS moved_before
            FROM day
          WINDOW so_far AS (ORDER BY day)
        ), place AS (
          SELECT day, (:lines_before - before)::bigint AS skipped, moved_before
            FROM passed
           WHERE before <= :lines_before AND before + lines > :lines_before
        )
        SELECT p.day, p.skipped, p.moved_before + coalesce((
                 SELECT sum(f.amount)
                   FROM (SELECT l.amount
                           FROM journal_line l
                           %3$s
                          WHERE l.client_account_id = :client AND l.account_id = :account AND l.posting_date = p.day
                            %4$s
                          ORDER BY l.ordinal
                          LIMIT p.skipped) f
               ), 0) AS moved
          FROM place p
        """;

    private static final String COUNTED_DAYS = """
        SELECT day, sum(lines) AS lines, sum(debit - credit) AS moved
            FROM %s_day b
           WHERE client_account_id = :client AND account_id = :account AND day >= :month_from AND day < :month_end%s
           GROUP BY day""";

    private static final String DAYS_OF_LINES =
            """
        SELECT l.posting_date AS day, count(*) AS lines, sum(l.amount) AS moved
            FROM journal_line l
            %s
           WHERE l.client_account_id = :client AND l.account_id = :account
             AND l.posting_date >= :month_from AND l.posting_date < :month_end %s
           GROUP BY l.posting_date""".formatted(LineStatement.TO_ENTRY_AND_TEXTS, LineStatement.ASKED_FOR);

    private static final String AMONG_ALL = PLACE.formatted("", COUNTED_DAYS.formatted("balance", ""), "", "");
    private static final String AMONG_COUNTED = PLACE.formatted(
            LineStatement.CHOSEN + ",",
            COUNTED_DAYS.formatted("balance", Counted.TAX_CODES),
            "",
            LineStatement.COUNTED);
    private static final String AMONG_CHOSEN = PLACE.formatted(
            LineStatement.CHOSEN + ",",
            COUNTED_DAYS.formatted("balance_set", Counted.TAX_CODES + LineStatement.IN_CHOSEN),
            "",
            LineStatement.COUNTED);
    private static final String AMONG_ASKED_FOR = PLACE.formatted(
            LineStatement.CHOSEN + ", " + LineStatement.FOUND_BY_NAME + ",",
            DAYS_OF_LINES,
            LineStatement.TO_ENTRY_AND_TEXTS,
            LineStatement.ASKED_FOR);

    private LinePlaces() {}

    static Place find(Handle handle, LineQuery query, AccountMonth month, long lines) {
        LocalDate first = month.month();
        LocalDate from = query.period().first();
        LocalDate end = query.period().last().plusDays(1);
        LocalDate next = first.plusMonths(1);
        return LineStatement.of(handle, among(query), query)
                .bind("account", month.accountId())
                .bind("month_from", first.isBefore(from) ? from : first)
                .bind("month_end", end.isBefore(next) ? end : next)
                .bind("lines_before", lines)
                .map((row, context) -> new Place(Rows.date(row, "day"), row.getLong("skipped"), row.getLong("moved")))
                .one();
    }

    private static String among(LineQuery query) {
        if (!query.isCounted()) {
            return AMONG_ASKED_FOR;
        }
        return LineStretches.isAll(query) ? AMONG_ALL : query.dimensions().isNone() ? AMONG_COUNTED : AMONG_CHOSEN;
    }
}
