package no.avstemt.persistence.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import no.avstemt.application.report.Books.Aged;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.persistence.database.Rows;
import org.jdbi.v3.core.Handle;

/**
 * What is open on accounts by age: their lines, less what matches have closed up to the day. What takes an entry back is as
 * old as that entry. It costs what these accounts have of lines: the entry of each is looked up, and never all entries are
 * read.
 */
final class OpenItems {

    private static final String AGED = """
        WITH asked AS (
          SELECT account_id FROM account WHERE client_account_id = :client AND code = ANY (:codes)
        ), part AS (
          SELECT p.entry_id, p.line_no, p.amount,
                 sum(p.amount) OVER (PARTITION BY p.match_id, l.account_id, pm.dimension_value_id) AS rest
            FROM line_match_part p
            %s
            JOIN journal_line l
              ON l.client_account_id = :client AND l.entry_id = p.entry_id AND l.line_no = p.line_no
            LEFT JOIN dimension_set_member pm
              ON pm.client_account_id = :client AND pm.dimension_set_id = l.dimension_set_id
             AND pm.type = 'businesspartner'
           WHERE p.client_account_id = :client AND l.account_id = ANY (ARRAY(SELECT account_id FROM asked)) %s
        ), closed AS (
          SELECT entry_id, line_no, sum(amount) AS amount FROM part WHERE rest = 0 GROUP BY entry_id, line_no
        ), item AS (
          SELECT pm.dimension_value_id AS partner_id, l.amount - coalesce(c.amount, 0) AS open,
                 :day - coalesce(d.due_date, d.document_date, e.posting_date) AS days
            FROM journal_line l
           CROSS JOIN LATERAL (
                 SELECT CASE WHEN r.entry_id IS NULL THEN o.document_id ELSE r.document_id END AS document_id,
                        coalesce(r.posting_date, o.posting_date) AS posting_date
                   FROM journal_entry o
                   LEFT JOIN journal_entry r
                     ON r.client_account_id = :client AND r.entry_id = o.reverses_entry_id
                  WHERE o.client_account_id = :client AND o.entry_id = l.entry_id
                 OFFSET 0) e
            LEFT JOIN document d ON d.client_account_id = :client AND d.document_id = e.document_id
            LEFT JOIN dimension_set_member pm
              ON pm.client_account_id = :client AND pm.dimension_set_id = l.dimension_set_id
             AND pm.type = 'businesspartner'
            LEFT JOIN closed c ON c.entry_id = l.entry_id AND c.line_no = l.line_no
           WHERE l.client_account_id = :client AND l.account_id = ANY (ARRAY(SELECT account_id FROM asked))
             AND l.posting_date < :end
             AND (:only = 0 OR pm.dimension_value_id = :only)
        )
        SELECT partner_id,
               coalesce(sum(open) FILTER (WHERE days <= 0), 0) AS not_due,
               coalesce(sum(open) FILTER (WHERE days BETWEEN 1 AND 30), 0) AS days_1_30,
               coalesce(sum(open) FILTER (WHERE days BETWEEN 31 AND 60), 0) AS days_31_60,
               coalesce(sum(open) FILTER (WHERE days BETWEEN 61 AND 90), 0) AS days_61_90,
               coalesce(sum(open) FILTER (WHERE days > 90), 0) AS days_over_90
          FROM item
         GROUP BY partner_id
        """.formatted(LineStatement.STANDING_MATCH, LineStatement.WITHIN_PERIOD);

    private OpenItems() {}

    static void each(
            Handle handle,
            ClientAccountId client,
            Set<String> codes,
            LocalDate day,
            Optional<Long> only,
            Consumer<Aged> each) {
        handle.createQuery(AGED)
                .bind("client", client.value())
                .bind("codes", codes.toArray(String[]::new))
                .bind("day", day)
                .bind("end", day.plusDays(1))
                .bind("only", only.orElse(0L))
                .map((row, context) -> new Aged(
                        Rows.optionalLong(row, "partner_id"),
                        List.of(
                                row.getLong("not_due"),
                                row.getLong("days_1_30"),
                                row.getLong("days_31_60"),
                                row.getLong("days_61_90"),
                                row.getLong("days_over_90"))))
                .forEach(each);
    }
}
