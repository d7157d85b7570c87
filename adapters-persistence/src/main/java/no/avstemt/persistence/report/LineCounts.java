package no.avstemt.persistence.report;

import java.util.function.Consumer;
import no.avstemt.application.report.Books.AccountMonth;
import no.avstemt.application.report.LineQuery;
import no.avstemt.persistence.database.Rows;
import org.jdbi.v3.core.Handle;

/** How many lines there are and what they come to, per account and month: from counters where they tell. */
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
         WHERE %s
         ORDER BY array_position(:chart, account_id), month NULLS FIRST
        """;

    private static final String ASKED = ChartArrays.asked("account_id");

    private static final Cut.Forms MONTHS_OF_ALL = Cut.forms(cut ->
            MONTHS.formatted("", Counted.perAccount(cut, ":accounts", Counted.TAX_CODES), ChartArrays.PLACED, ASKED));
    private static final Cut.Forms MONTHS_OF_SETS = Cut.forms(cut -> MONTHS.formatted(
            LineStatement.CHOSEN + ",",
            Counted.perSet(cut, ":accounts", Counted.TAX_CODES + LineStatement.IN_CHOSEN),
            ChartArrays.PLACED,
            ASKED));
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

    private LineCounts() {}

    static void months(Handle handle, LineQuery query, ChartArrays chart, Consumer<AccountMonth> each) {
        Span span = Span.of(query.period());
        String sql = !query.isCounted()
                ? MONTHS_OF_LINES
                : (query.dimensions().isNone() ? MONTHS_OF_ALL : MONTHS_OF_SETS).of(span);
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
}
