package no.avstemt.persistence.report;

import java.util.function.Consumer;
import no.avstemt.application.report.LedgerLine;
import no.avstemt.application.report.LineQuery;
import org.jdbi.v3.core.Handle;

/** Lines of drafts that a report over lines counts, in the form of posted ones: without number, voucher and match. */
final class LedgerDrafts {

    private static final String LINES =
            """
        WITH %s, page AS MATERIALIZED (
          SELECT e.draft_id AS entry_id, l.line_no, p.account_id, e.entry_date AS posting_date, l.description, l.amount,
                 l.currency, l.currency_amount, l.exchange_rate, l.tax_code, l.tax_base, l.tax_amount, l.dimension_set_id,
                 e.description AS entry_description, e.created_by_user, e.created_by, e.document_number, e.document_date,
                 e.due_date, e.payment_ref, e.document_type, e.document_partner_id AS business_partner_id,
                 v.name AS partner_name
            FROM draft_entry e
            JOIN draft_line l ON l.client_account_id = :client AND l.draft_id = e.draft_id
            JOIN account a ON a.client_account_id = :client AND a.account_id = l.account_id
            JOIN account p
              ON p.client_account_id = :client
             AND p.code = CASE WHEN e.entry_date < :fiscal_year AND a.code >= '3' THEN :undisposed_code ELSE a.code END
            LEFT JOIN dimension_value v
              ON v.client_account_id = :client AND v.dimension_value_id = e.document_partner_id
           WHERE e.client_account_id = :client AND e.entry_date < :end AND %s
             AND (cardinality(:codes) = 0 OR p.code = ANY (:codes)) %s
             AND (p.account_id IN (SELECT account_id FROM named)
                  OR lower(l.description) LIKE lower(:pattern)
                  OR lower(e.description) LIKE lower(:pattern)
                  OR lower(e.document_number) LIKE lower(:pattern)
                  OR lower(e.payment_ref) LIKE lower(:pattern)
                  OR e.document_partner_id IN (SELECT dimension_value_id FROM partner)
                  OR l.dimension_set_id IN (SELECT dimension_set_id FROM of_partner))
        ), %s
        SELECT l.*, NULL::bigint AS line_id, NULL::bigint AS number, NULL::bigint AS voucher_id,
               NULL::bigint AS document_id, 0::bigint AS reconciled, false AS cancelled,
               a.relation_type, a.relation_id, a.relation_name, a.dimensions
          FROM page l
          LEFT JOIN about a ON a.dimension_set_id = l.dimension_set_id
         ORDER BY l.posting_date, l.entry_id, l.line_no
        """.formatted(LineStretches.NAMES, DraftLines.COUNTED, LineStatement.COUNTED, LineStretches.ABOUT);

    private LedgerDrafts() {}

    static void each(Handle handle, LineQuery query, Consumer<LedgerLine> each) {
        LineStatement.each(LineStatement.of(handle, LINES, query).bind("drafts", true), new LedgerLineRow(), each);
    }
}
