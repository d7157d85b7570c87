package no.avstemt.persistence.report;

import java.util.function.Consumer;
import no.avstemt.application.report.LedgerLine;
import no.avstemt.application.report.LineQuery;
import no.avstemt.domain.time.FiscalYear;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/**
 * Posted entries with all their lines, in the order of their numbers. These have no gap within a fiscal year: of one that
 * is asked for whole, they tell how many entries it has and where each is. Only in a year that the period cuts are entries
 * counted and passed by.
 */
final class WholeEntries {

    private static final String YEARS = """
        WITH year AS (
          SELECT n.fiscal_year, y.whole,
                 CASE WHEN y.whole
                      THEN n.last_number
                      ELSE (SELECT count(*)
                              FROM journal_entry
                             WHERE client_account_id = :client AND posting_date >= greatest(:from, y.first)
                               AND posting_date < least(:end, y.next))
                 END AS entries
            FROM journal_number n
           CROSS JOIN LATERAL (
                 SELECT d.first, d.next, :from <= d.first AND d.next <= :end AS whole
                   FROM (SELECT make_date(n.fiscal_year, :first_month, 1) AS first,
                                make_date(n.fiscal_year + 1, :first_month, 1) AS next) d) y
           WHERE n.client_account_id = :client AND y.first < :end AND y.next > :from
        )""";

    private static final String COUNT = YEARS + """

        SELECT coalesce(sum(entries), 0) FROM year
        """;

    private static final String LINES = YEARS + """
        , placed AS (
          SELECT fiscal_year, whole, entries,
                 greatest(:entries_before - (sum(entries) OVER (ORDER BY fiscal_year) - entries), 0)::bigint AS skip
            FROM year
        ), page AS MATERIALIZED (
          SELECT row_number() OVER (ORDER BY w.fiscal_year, w.number, l.line_no) AS place, %s
            FROM (SELECT e.entry_id, e.fiscal_year, e.number
                    FROM placed p
                   CROSS JOIN LATERAL (
                         SELECT entry_id, fiscal_year, number
                           FROM journal_entry
                          WHERE client_account_id = :client AND fiscal_year = p.fiscal_year
                            AND number > CASE WHEN p.whole THEN p.skip ELSE 0 END
                            AND (p.whole OR posting_date >= :from AND posting_date < :end)
                          ORDER BY number
                         OFFSET CASE WHEN p.whole THEN 0 ELSE p.skip END
                          LIMIT :entries) e
                   WHERE p.skip < p.entries
                   ORDER BY e.fiscal_year, e.number
                   LIMIT :entries) w
           CROSS JOIN LATERAL (
                 SELECT *
                   FROM journal_line
                  WHERE client_account_id = :client AND entry_id = w.entry_id
                 OFFSET 0) l
        """.formatted(LineStretches.COLUMNS) + LineStretches.SHOWN;

    private WholeEntries() {}

    static long count(Handle handle, LineQuery period, FiscalYear fiscalYear) {
        return of(handle, COUNT, period, fiscalYear).mapTo(Long.class).one();
    }

    /** @param before how many entries of the period come before the first */
    static void each(
            Handle handle, LineQuery period, FiscalYear fiscalYear, long before, int most, Consumer<LedgerLine> each) {
        LineStatement.each(
                of(handle, LINES, period, fiscalYear)
                        .bind("entries_before", before)
                        .bind("entries", most),
                new LedgerLineRow(),
                each);
    }

    private static Query of(Handle handle, String sql, LineQuery period, FiscalYear fiscalYear) {
        return LineStatement.of(handle, sql, period).bind("first_month", fiscalYear.firstMonth());
    }
}
