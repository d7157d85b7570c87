package no.avstemt.persistence.report;

import java.time.LocalDate;
import java.util.List;
import no.avstemt.application.report.Books.AccountLines;
import no.avstemt.application.report.Books.AccountMonth;
import no.avstemt.application.report.LineQuery;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** How many lines there are and what they come to, per account, or per month of one: from counters where they tell. */
final class LineCounts {

    private static final String ACCOUNTS = """
        WITH %1$s counted AS (
          %2$s
        ), placed AS (
          SELECT %3$s AS account_id, c.incoming, c.debit, c.credit, c.lines, c.all_lines
            FROM counted c
        )
        SELECT p.account_id, sum(p.incoming) AS incoming, sum(p.debit) AS debit, sum(p.credit) AS credit,
               sum(p.lines) AS lines
          FROM placed p
         WHERE %4$s
         GROUP BY p.account_id
        HAVING sum(p.all_lines) > 0
        """;

    private static final String MONTHS = """
        WITH %1$s counted AS (
          %2$s
        )
        SELECT c.month, sum(c.debit) AS debit, sum(c.credit) AS credit, sum(c.lines) AS lines
          FROM counted c
         WHERE c.month >= :from_month
         GROUP BY c.month
        HAVING sum(c.lines) > 0
         ORDER BY c.month
        """;

    private static final String LINES_ASKED_FOR = """
        WITH %s, %s, line AS MATERIALIZED (
          SELECT CASE WHEN l.posting_date < :fiscal_year AND a.code >= '3' THEN :undisposed_code ELSE a.code END AS code,
                 CASE WHEN l.posting_date >= :from THEN date_trunc('month', l.posting_date)::date END AS month,
                 l.amount, %s AS found
            FROM journal_line l
            JOIN account a ON a.client_account_id = :client AND a.account_id = l.account_id
            %s
           WHERE l.client_account_id = :client AND l.posting_date < :end
             AND (cardinality(:codes) = 0 OR a.code = ANY (:codes) OR :undisposed_code = ANY (:codes)) %s %s
        ), asked AS (
          SELECT a.account_id, l.month, l.amount
            FROM line l
            JOIN account a ON a.client_account_id = :client AND a.code = l.code
           WHERE (l.found OR a.account_id IN (SELECT account_id FROM named))
             AND (cardinality(:codes) = 0 OR a.code = ANY (:codes))
        )
        """;

    private static final String ACCOUNTS_OF_LINES = linesAskedFor("") + """
        SELECT account_id,
               coalesce(sum(amount) FILTER (WHERE month IS NULL), 0) AS incoming,
               coalesce(sum(amount) FILTER (WHERE month IS NOT NULL AND amount > 0), 0) AS debit,
               coalesce(-sum(amount) FILTER (WHERE month IS NOT NULL AND amount < 0), 0) AS credit,
               count(month) AS lines
          FROM asked
         GROUP BY account_id
        """;

    private static final String MONTHS_OF_LINES =
            linesAskedFor("AND l.account_id = ANY (:accounts) AND l.posting_date >= :from") + """
        SELECT month, coalesce(sum(amount) FILTER (WHERE amount > 0), 0) AS debit,
               coalesce(-sum(amount) FILTER (WHERE amount < 0), 0) AS credit, count(*) AS lines
          FROM asked
         GROUP BY month
         ORDER BY month
        """;

    private static final Forms ACCOUNTS_OF = new Forms(ACCOUNTS, ACCOUNTS_OF_LINES);
    private static final Forms MONTHS_OF = new Forms(MONTHS, MONTHS_OF_LINES);

    private LineCounts() {}

    private static String linesAskedFor(String condition) {
        return LINES_ASKED_FOR.formatted(
                LineStatement.CHOSEN,
                LineStatement.FOUND_BY_NAME,
                LineStatement.FOUND_BY_TEXT,
                LineStatement.TO_ENTRY_AND_TEXTS,
                LineStatement.COUNTED + LineStatement.OPEN_AND_VALID,
                condition);
    }

    /** A statement over counters of accounts, over those of dimension sets, and over lines. */
    private record Forms(Cut.Forms all, Cut.Forms sets, String lines) {

        Forms(String counted, String lines) {
            this(
                    Cut.forms(cut -> counted.formatted(
                            "",
                            Counted.perAccount(cut, ":accounts", Counted.TAX_CODES),
                            Chart.PLACED,
                            Chart.asked("p.account_id"))),
                    Cut.forms(cut -> counted.formatted(
                            LineStatement.CHOSEN + ",",
                            Counted.perSet(cut, ":accounts", Counted.TAX_CODES + LineStatement.IN_CHOSEN),
                            Chart.PLACED,
                            Chart.asked("p.account_id"))),
                    lines);
        }

        Query of(Handle handle, LineQuery query) {
            Cut.Forms counted = query.dimensions().isNone() ? all : sets;
            return LineStatement.of(
                    handle, query.isCounted() ? counted.of(Span.of(query.period()), false) : lines, query);
        }
    }

    static List<AccountLines> accounts(Handle handle, LineQuery query, Chart chart) {
        return chart.bind(ACCOUNTS_OF.of(handle, query), query.accountCodes())
                .map((row, context) -> new AccountLines(
                        row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5)))
                .list();
    }

    static List<AccountMonth> months(Handle handle, LineQuery query, long accountId) {
        return MONTHS_OF
                .of(handle, query)
                .bind("accounts", new Long[] {accountId})
                .map((row, context) -> new AccountMonth(
                        accountId, row.getObject(1, LocalDate.class), row.getLong(2), row.getLong(3), row.getLong(4)))
                .list();
    }
}
