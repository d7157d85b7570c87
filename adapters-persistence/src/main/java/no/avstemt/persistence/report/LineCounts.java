package no.avstemt.persistence.report;

import java.time.LocalDate;
import java.util.function.Consumer;
import no.avstemt.application.report.Books.AccountDay;
import no.avstemt.application.report.Books.AccountMonth;
import no.avstemt.application.report.LineQuery;
import no.avstemt.persistence.database.Rows;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** How many lines there are and what they come to, per account and month or day: from counters where they tell. */
final class LineCounts {

    private static final String MONTHS = """
        WITH %s counted AS (
          %s
        ), placed AS (
          SELECT %s AS account_id, CASE WHEN NOT c.incoming THEN c.month END AS month, sum(c.debit) AS debit,
                 sum(c.credit) AS credit, sum(c.lines) AS lines
            FROM counted c
           GROUP BY 1, 2
        )
        SELECT account_id, month, debit, credit, CASE WHEN month IS NULL THEN 0 ELSE lines END AS lines
          FROM placed
         WHERE account_id = ANY (:asked)
         ORDER BY array_position(:chart, account_id), month NULLS FIRST
        """;

    private static final String DAYS = """
        %1$s
        SELECT day, sum(lines)::bigint AS lines, sum(debit - credit)::bigint AS moved
          FROM %2$s_day b
         WHERE client_account_id = :client AND account_id = :account AND day >= :month_from AND day < :month_end
          %3$s%4$s
         GROUP BY day
         ORDER BY day
        """;

    private static final Cut.Forms MONTHS_OF_ALL = Cut.forms(
            cut -> MONTHS.formatted("", Counted.perAccount(cut, ":accounts", Counted.TAX_CODES), ChartArrays.PLACED));
    private static final Cut.Forms MONTHS_OF_SETS = Cut.forms(cut -> MONTHS.formatted(
            LineStatement.CHOSEN + ",",
            Counted.perSet(cut, ":accounts", Counted.TAX_CODES + LineStatement.IN_CHOSEN),
            ChartArrays.PLACED));
    private static final String DAYS_OF_ALL = DAYS.formatted("", "balance", Counted.TAX_CODES, "");
    private static final String DAYS_OF_SETS =
            DAYS.formatted("WITH " + LineStatement.CHOSEN, "balance_set", Counted.TAX_CODES, LineStatement.IN_CHOSEN);

    private static final String MONTHS_OF_LINES = """
        WITH %s, %s, line AS (
          SELECT CASE WHEN l.posting_date < :fiscal_year AND a.code >= '3' THEN :undisposed_code ELSE a.code END AS code,
                 CASE WHEN l.posting_date >= :from THEN date_trunc('month', l.posting_date)::date END AS month,
                 l.amount, %s AS found
            FROM journal_line l
            JOIN account a ON a.client_account_id = :client AND a.account_id = l.account_id
            %s
           WHERE l.client_account_id = :client AND l.posting_date < :end
             AND (cardinality(:codes) = 0 OR a.code = ANY (:codes) OR :undisposed_code = ANY (:codes)) %s
        )
        SELECT a.account_id, l.month, coalesce(sum(l.amount) FILTER (WHERE l.amount > 0), 0) AS debit,
               coalesce(-sum(l.amount) FILTER (WHERE l.amount < 0), 0) AS credit,
               count(l.month) AS lines
          FROM line l
          JOIN account a ON a.client_account_id = :client AND a.code = l.code
         WHERE (l.found OR a.account_id IN (SELECT account_id FROM named))
           AND (cardinality(:codes) = 0 OR a.code = ANY (:codes))
         GROUP BY a.account_id, a.code, l.month
         ORDER BY a.code COLLATE "C", l.month NULLS FIRST
        """.formatted(
                    LineStatement.CHOSEN,
                    LineStatement.FOUND_BY_NAME,
                    LineStatement.FOUND_BY_TEXT,
                    LineStatement.TO_ENTRY_AND_TEXTS,
                    LineStatement.COUNTED + LineStatement.OPEN_AND_VALID);

    private static final String DAYS_OF_LINES = """
        WITH %s, %s
        SELECT l.posting_date AS day, count(*) AS lines, sum(l.amount)::bigint AS moved
          FROM journal_line l
          %s
         WHERE l.client_account_id = :client AND l.account_id = :account
           AND l.posting_date >= :month_from AND l.posting_date < :month_end %s
         GROUP BY l.posting_date
         ORDER BY l.posting_date
        """.formatted(
                    LineStatement.CHOSEN,
                    LineStatement.FOUND_BY_NAME,
                    LineStatement.TO_ENTRY_AND_TEXTS,
                    LineStatement.ASKED_FOR);

    private LineCounts() {}

    static void months(Handle handle, LineQuery query, ChartArrays chart, Consumer<AccountMonth> each) {
        Span span = Span.of(query.period());
        String sql = statement(query, MONTHS_OF_ALL.of(span), MONTHS_OF_SETS.of(span), MONTHS_OF_LINES);
        LineStatement.each(
                chart.bind(LineStatement.of(handle, sql, query)),
                (row, context) -> new AccountMonth(
                        row.getLong("account_id"),
                        Rows.optionalDate(row, "month"),
                        row.getLong("debit"),
                        row.getLong("credit"),
                        row.getLong("lines")),
                each);
    }

    static void days(Handle handle, LineQuery query, AccountMonth month, Consumer<AccountDay> each) {
        LocalDate first = month.month().orElseThrow();
        LocalDate from = query.period().first();
        LocalDate end = query.period().last().plusDays(1);
        LocalDate next = first.plusMonths(1);
        Query statement = LineStatement.of(handle, statement(query, DAYS_OF_ALL, DAYS_OF_SETS, DAYS_OF_LINES), query)
                .bind("account", month.accountId())
                .bind("month_from", first.isBefore(from) ? from : first)
                .bind("month_end", end.isBefore(next) ? end : next);
        LineStatement.each(
                statement,
                (row, context) -> new AccountDay(Rows.date(row, "day"), row.getLong("lines"), row.getLong("moved")),
                each);
    }

    private static String statement(LineQuery query, String ofAll, String ofSets, String ofLines) {
        if (!query.isCounted()) {
            return ofLines;
        }
        return query.dimensions().isNone() ? ofAll : ofSets;
    }
}
