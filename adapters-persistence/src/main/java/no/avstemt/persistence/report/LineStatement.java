package no.avstemt.persistence.report;

import java.util.function.Consumer;
import no.avstemt.application.report.LineQuery;
import no.avstemt.domain.chart.AccountCode;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.result.ResultIterator;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatements;

/**
 * What the statements that read lines share: conditions, and what they are bound to. A line is {@code l}, its entry
 * {@code e}, the entry's voucher {@code v} and document {@code d}.
 */
final class LineStatement {

    /** The dimension sets that a filter lets through. */
    static final String CHOSEN = """
        chosen AS (
          SELECT dimension_set_id
            FROM dimension_set_member
           WHERE client_account_id = :client
             AND (type, dimension_value_id) IN (SELECT * FROM unnest(:filter_types, :filter_ids))
           GROUP BY dimension_set_id
          HAVING count(DISTINCT type) = :filter_count
        )""";

    static final String IN_CHOSEN = " AND b.dimension_set_id = ANY (ARRAY(SELECT dimension_set_id FROM chosen))";

    /** Partners and accounts that a search finds by their names. */
    static final String FOUND_BY_NAME = """
        partner AS (
          SELECT dimension_value_id
            FROM dimension_value
           WHERE client_account_id = :client AND type = 'businesspartner' AND lower(name) LIKE lower(:pattern)
        ), of_partner AS (
          SELECT dimension_set_id
            FROM dimension_set_member
           WHERE client_account_id = :client AND type = 'businesspartner'
             AND dimension_value_id IN (SELECT dimension_value_id FROM partner)
        ), named AS (
          SELECT account_id
            FROM account
           WHERE client_account_id = :client
             AND (code LIKE lower(:pattern) OR lower(name_nb) LIKE lower(:pattern)
                  OR lower(name_en) LIKE lower(:pattern))
        )""";

    /** Every entry has a voucher; joined from the left, it is looked up by its entry and never tried with every line. */
    static final String TO_ENTRY_AND_TEXTS = """
            JOIN journal_entry e ON e.client_account_id = :client AND e.entry_id = l.entry_id
            LEFT JOIN voucher v ON v.client_account_id = :client AND v.voucher_id = e.voucher_id
            LEFT JOIN document d ON d.client_account_id = :client AND d.document_id = e.document_id
        """;

    static final String FOUND_BY_TEXT = """
        (lower(l.description) LIKE lower(:pattern)
                   OR lower(e.description) LIKE lower(:pattern)
                   OR lower(v.key) LIKE lower(:pattern)
                   OR lower(d.document_number) LIKE lower(:pattern)
                   OR lower(d.payment_ref) LIKE lower(:pattern)
                   OR d.business_partner_id IN (SELECT dimension_value_id FROM partner)
                   OR l.dimension_set_id IN (SELECT dimension_set_id FROM of_partner))""";

    /** Matches of the parts {@code p} that nobody has undone. */
    static final String STANDING_MATCH = """
        JOIN line_match m
              ON m.client_account_id = :client AND m.match_id = p.match_id AND m.undone_at IS NULL""";

    /** Matches whose lines are all within the period or before it. */
    static final String WITHIN_PERIOD = """
        AND NOT EXISTS (
                 SELECT
                   FROM line_match_part o
                   JOIN journal_entry oe ON oe.client_account_id = :client AND oe.entry_id = o.entry_id
                  WHERE o.client_account_id = :client AND o.match_id = p.match_id AND oe.posting_date >= :end)""";

    private static final String RECONCILED = """
        coalesce((
            SELECT abs(sum(p.amount))
              FROM line_match_part p
              %s
             WHERE p.client_account_id = :client AND p.entry_id = l.entry_id AND p.line_no = l.line_no %s
          ), 0)""".formatted(STANDING_MATCH, WITHIN_PERIOD);

    private static final String REVERSED = """
        EXISTS (
            SELECT
              FROM journal_entry r
             WHERE r.client_account_id = :client AND r.reverses_entry_id = e.entry_id)""";

    /** In a set that a filter lets through, where there is one. */
    static final String IN_SETS = """
         AND (:filter_count = 0 OR l.dimension_set_id IN (SELECT dimension_set_id FROM chosen))""";

    /** What counters tell apart. */
    static final String COUNTED = """
         AND (cardinality(:tax_codes) = 0 OR l.tax_code = ANY (:tax_codes))
              \
        """ + IN_SETS;

    /** Neither reconciled nor cancelled, where that was asked for. */
    static final String OPEN_AND_VALID = """
         AND (:reconciled_too OR %s < greatest(abs(l.amount), 1))
               AND (:cancelled_too OR e.reverses_entry_id IS NULL AND NOT %s)""".formatted(RECONCILED, REVERSED);

    /** All that a question can ask of a line in the period. */
    static final String ASKED_FOR =
            COUNTED + OPEN_AND_VALID + " AND (l.account_id IN (SELECT account_id FROM named) OR " + FOUND_BY_TEXT + ")";

    private static final int ROWS_AT_A_TIME = 500;

    private LineStatement() {}

    static Query of(Handle handle, String sql, LineQuery query) {
        Query statement = Span.of(query.period())
                .bind(handle.createQuery(among(handle, sql, query)))
                .configure(SqlStatements.class, config -> config.setUnusedBindingAllowed(true))
                .bind("client", query.client().value())
                .bind("undisposed_code", AccountCode.UNDISPOSED_RESULT.digits())
                .bind("fiscal_year", query.resultFrom())
                .bind("drafts", false)
                .bind("codes", query.accountCodes().toArray(String[]::new))
                .bind("tax_codes", query.taxCodes().toArray(String[]::new))
                .bind("reconciled_too", query.reconciledToo())
                .bind("cancelled_too", query.cancelledToo())
                .bind("pattern", query.search().map(LineStatement::anywhere).orElse("%"));
        return BalanceParameters.bindFilter(statement, query.dimensions());
    }

    private static String among(Handle handle, String sql, LineQuery query) {
        return query.search()
                .map(text -> SearchedEntries.among(
                        handle, sql, FOUND_BY_NAME, query.client().value(), anywhere(text)))
                .orElse(sql);
    }

    static <T> void each(Query statement, RowMapper<T> mapper, Consumer<T> each) {
        try (ResultIterator<T> rows =
                statement.setFetchSize(ROWS_AT_A_TIME).map(mapper).iterator()) {
            rows.forEachRemaining(each);
        }
    }

    /** A pattern for LIKE in which the text stands for itself. */
    static String anywhere(String text) {
        return "%" + text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }
}
