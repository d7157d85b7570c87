package no.avstemt.persistence.report;

import java.util.function.Consumer;
import no.avstemt.application.report.Books.AccountBalance;
import no.avstemt.application.report.Books.BalanceQuery;
import no.avstemt.application.report.Books.MonthMovement;
import no.avstemt.domain.chart.AccountCode;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Sums per account and dimension value of the lines that a search finds; all lines of an account whose name it finds. */
final class LineSums {

    private static final String FOUND = """
        WITH chosen AS (
          SELECT dimension_set_id
            FROM dimension_set_member
           WHERE client_account_id = :client
             AND (type, dimension_value_id) IN (SELECT * FROM unnest(:filter_types, :filter_ids))
           GROUP BY dimension_set_id
          HAVING count(DISTINCT type) = :filter_count
        ), partner AS (
          SELECT dimension_value_id
            FROM dimension_value
           WHERE client_account_id = :client AND type = 'businesspartner' AND lower(name) LIKE lower(:pattern)
        ), of_partner AS (
          SELECT dimension_set_id
            FROM dimension_set_member
           WHERE client_account_id = :client AND type = 'businesspartner'
             AND dimension_value_id IN (SELECT dimension_value_id FROM partner)
        ), named AS (
          SELECT code
            FROM account
           WHERE client_account_id = :client
             AND (code LIKE lower(:pattern) OR lower(name_nb) LIKE lower(:pattern)
                  OR lower(name_en) LIKE lower(:pattern))
        ), line AS MATERIALIZED (
          SELECT CASE WHEN l.posting_date < :fiscal_year AND a.code >= '3' THEN :undisposed_code ELSE a.code END AS code,
                 l.dimension_set_id, l.posting_date < :from AS incoming, l.posting_date AS day, l.amount,
                 lower(l.description) LIKE lower(:pattern)
                   OR lower(e.description) LIKE lower(:pattern)
                   OR lower(v.key) LIKE lower(:pattern)
                   OR lower(d.document_number) LIKE lower(:pattern)
                   OR lower(d.payment_ref) LIKE lower(:pattern)
                   OR d.business_partner_id IN (SELECT dimension_value_id FROM partner)
                   OR l.dimension_set_id IN (SELECT dimension_set_id FROM of_partner) AS found
            FROM journal_line l
            JOIN journal_entry e ON e.client_account_id = :client AND e.entry_id = l.entry_id
            LEFT JOIN voucher v ON v.client_account_id = :client AND v.voucher_id = e.voucher_id
            JOIN account a ON a.client_account_id = :client AND a.account_id = l.account_id
            LEFT JOIN document d ON d.client_account_id = :client AND d.document_id = e.document_id
           WHERE l.client_account_id = :client AND l.posting_date < :end
             AND (:filter_count = 0 OR l.dimension_set_id IN (SELECT dimension_set_id FROM chosen))
           UNION ALL
          SELECT CASE WHEN e.entry_date < :fiscal_year AND a.code >= '3' THEN :undisposed_code ELSE a.code END,
                 l.dimension_set_id, e.entry_date < :from, e.entry_date, l.amount,
                 lower(l.description) LIKE lower(:pattern)
                   OR lower(e.description) LIKE lower(:pattern)
                   OR lower(e.document_number) LIKE lower(:pattern)
                   OR lower(e.payment_ref) LIKE lower(:pattern)
                   OR e.document_partner_id IN (SELECT dimension_value_id FROM partner)
                   OR l.dimension_set_id IN (SELECT dimension_set_id FROM of_partner)
            FROM draft_entry e
            JOIN draft_line l ON l.client_account_id = :client AND l.draft_id = e.draft_id
            JOIN account a ON a.client_account_id = :client AND a.account_id = l.account_id
           WHERE e.client_account_id = :client AND e.entry_date < :end AND %s
             AND (:filter_count = 0 OR l.dimension_set_id IN (SELECT dimension_set_id FROM chosen))
        ), valued AS (
          SELECT a.account_id, a.code, l.incoming, date_trunc('month', l.day)::date AS month, l.amount,
                 coalesce(m.dimension_value_id,
                          CASE WHEN :by_relation AND a.relation_type IS NOT NULL THEN s.relation_id END) AS value_id
            FROM line l
            JOIN account a ON a.client_account_id = :client AND a.code = l.code
            LEFT JOIN dimension_set s
              ON s.client_account_id = :client AND s.dimension_set_id = l.dimension_set_id
            LEFT JOIN dimension_set_member m
              ON m.client_account_id = :client AND m.dimension_set_id = l.dimension_set_id AND m.type = :by_type
           WHERE (l.found OR l.code IN (SELECT code FROM named))
             AND (cardinality(:codes) = 0 OR a.code = ANY (:codes))
        )
        """.formatted(DraftLines.COUNTED);

    private static final String SUMS = FOUND + """
        SELECT v.account_id, v.value_id, d.type, d.name,
               coalesce(sum(v.amount) FILTER (WHERE v.incoming), 0) AS incoming,
               coalesce(sum(v.amount) FILTER (WHERE NOT v.incoming AND v.amount > 0), 0) AS debit,
               coalesce(-sum(v.amount) FILTER (WHERE NOT v.incoming AND v.amount < 0), 0) AS credit
          FROM valued v
          LEFT JOIN dimension_value d ON d.client_account_id = :client AND d.dimension_value_id = v.value_id
         GROUP BY v.account_id, v.code, v.value_id, d.type, d.key, d.name
         ORDER BY v.code COLLATE "C", d.type COLLATE "C", d.key COLLATE "C" NULLS LAST
        """;

    private static final String MONTHS = FOUND + """
        SELECT v.account_id, v.value_id, d.type, d.name, v.month,
               coalesce(sum(v.amount) FILTER (WHERE v.amount > 0), 0) AS debit,
               coalesce(-sum(v.amount) FILTER (WHERE v.amount < 0), 0) AS credit
          FROM valued v
          LEFT JOIN dimension_value d ON d.client_account_id = :client AND d.dimension_value_id = v.value_id
         WHERE NOT v.incoming AND v.code >= '3'
         GROUP BY v.account_id, v.code, v.value_id, d.type, d.key, d.name, v.month
         ORDER BY v.code COLLATE "C", d.type COLLATE "C", d.key COLLATE "C" NULLS LAST, v.month
        """;

    private static final String FOUND_BY_NAME_ENDS = """
        OR lower(name_en) LIKE lower(:pattern))
        )""";

    private LineSums() {}

    static void each(Handle handle, BalanceQuery query, String search, Consumer<AccountBalance> each) {
        LineStatement.each(statement(handle, SUMS, query, search), BalanceParameters::balanceOfValue, each);
    }

    /** Of the period alone, per month. */
    static void eachMonth(Handle handle, BalanceQuery query, String search, Consumer<MonthMovement> each) {
        LineStatement.each(statement(handle, MONTHS, query, search), BalanceParameters::movementOfValue, each);
    }

    private static Query statement(Handle handle, String sql, BalanceQuery query, String search) {
        String pattern = LineStatement.anywhere(search);
        String among = SearchedEntries.among(
                handle, sql, FOUND_BY_NAME_ENDS, query.client().value(), pattern);
        return BalanceParameters.bindDimensions(BalanceParameters.bind(handle.createQuery(among), query), query)
                .bind("undisposed_code", AccountCode.UNDISPOSED_RESULT.digits())
                .bind("pattern", pattern);
    }
}
