package no.avstemt.persistence.report;

import java.util.function.Consumer;
import no.avstemt.application.report.LedgerLine;
import no.avstemt.application.report.LineQuery;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.time.Period;
import org.jdbi.v3.core.Handle;

/** Posted entries with all their lines, in the order of their numbers. */
final class WholeEntries {

    private static final String LINES = """
        WITH page AS MATERIALIZED (
          SELECT row_number() OVER (ORDER BY w.fiscal_year, w.number, l.line_no) AS place, %s
            FROM (SELECT entry_id, fiscal_year, number
                    FROM journal_entry
                   WHERE client_account_id = :client AND posting_date >= :from AND posting_date < :end
                   ORDER BY fiscal_year, number
                  OFFSET :entries_before
                   LIMIT :entries) w
            JOIN journal_line l ON l.client_account_id = :client AND l.entry_id = w.entry_id
        """.formatted(LineStretches.COLUMNS) + LineStretches.SHOWN;

    private WholeEntries() {}

    static long count(Handle handle, ClientAccountId client, Period period) {
        return handle.createQuery("""
                        SELECT count(*)
                          FROM journal_entry
                         WHERE client_account_id = :client AND posting_date BETWEEN :first AND :last
                        """)
                .bind("client", client.value())
                .bind("first", period.first())
                .bind("last", period.last())
                .mapTo(Long.class)
                .one();
    }

    static void each(Handle handle, LineQuery period, long before, int most, Consumer<LedgerLine> each) {
        LineStatement.each(
                LineStatement.of(handle, LINES, period)
                        .bind("entries_before", before)
                        .bind("entries", most),
                new LedgerLineRow(),
                each);
    }
}
