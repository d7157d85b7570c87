package no.avstemt.persistence.report;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import no.avstemt.application.report.Books.Stretch;
import no.avstemt.application.report.LedgerLine;
import no.avstemt.application.report.LineQuery;
import no.avstemt.persistence.database.Bulk;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/**
 * Reads lines from where they begin. Where every line of an account counts, its ordinal is the place; else the lines
 * before the place are passed by, never more than those of one day.
 */
final class LineStretches {

    private static final String STRETCHES = """
        WITH %1$s
        SELECT l.line_id, l.line_no, l.account_id, l.posting_date, l.description, l.amount, l.currency,
               l.currency_amount, l.exchange_rate, l.tax_code, l.tax_base, l.tax_amount,
               e.entry_id, e.number, e.description AS entry_description, e.voucher_id, e.created_by_user, e.created_by,
               d.document_id, d.document_number, d.document_date, d.due_date, d.payment_ref, d.document_type,
               d.business_partner_id, partner_value.name AS partner_name,
               s.relation_type, s.relation_id, relation_value.name AS relation_name,
               %2$s AS reconciled,
               %3$s AS cancelled,
               ARRAY(SELECT m.type || ':' || m.dimension_value_id || ':' || mv.name
                       FROM dimension_set_member m
                       JOIN dimension_value mv
                         ON mv.client_account_id = :client AND mv.dimension_value_id = m.dimension_value_id
                      WHERE m.client_account_id = :client AND m.dimension_set_id = l.dimension_set_id
                        AND NOT m.is_relation
                      ORDER BY m.type COLLATE "C") AS dimensions
          FROM unnest(:accounts::bigint[], :days::text[], :ordinals::bigint[], :skips::bigint[], :counts::bigint[])
               WITH ORDINALITY AS g (account_id, day, ordinal, skip, lines, place)
         CROSS JOIN LATERAL (
               SELECT l.*
                 FROM journal_line l
                 %4$s
                WHERE l.client_account_id = :client AND l.account_id = g.account_id
                  AND (l.posting_date, l.ordinal) > (g.day::date, g.ordinal) AND l.posting_date < :end
                  %5$s
                ORDER BY l.posting_date, l.ordinal
               OFFSET g.skip
                LIMIT g.lines) l
          JOIN journal_entry e ON e.client_account_id = :client AND e.entry_id = l.entry_id
          LEFT JOIN document d ON d.client_account_id = :client AND d.document_id = e.document_id
          LEFT JOIN dimension_value partner_value
            ON partner_value.client_account_id = :client AND partner_value.dimension_value_id = d.business_partner_id
          LEFT JOIN dimension_set s ON s.client_account_id = :client AND s.dimension_set_id = l.dimension_set_id
          LEFT JOIN dimension_value relation_value
            ON relation_value.client_account_id = :client AND relation_value.dimension_value_id = s.relation_id
         ORDER BY g.place, l.posting_date, l.ordinal
        """;

    private static final String FIRST = """
        WITH %1$s
        SELECT coalesce(sum(f.amount), 0)::bigint
          FROM (SELECT l.amount
                  FROM journal_line l
                  %2$s
                 WHERE l.client_account_id = :client AND l.account_id = :account AND l.posting_date = :day
                   %3$s
                 ORDER BY l.ordinal
                 LIMIT :lines) f
        """;

    private static final String NAMES = LineStatement.CHOSEN + ", " + LineStatement.FOUND_BY_NAME;

    private static final String ALL = stretches(LineStatement.CHOSEN, "", "");
    private static final String OF_COUNTED = stretches(LineStatement.CHOSEN, "", LineStatement.COUNTED);
    private static final String OF_ASKED_FOR =
            stretches(NAMES, LineStatement.TO_ENTRY_AND_TEXTS, LineStatement.ASKED_FOR);

    private static final String FIRST_OF_ALL = FIRST.formatted(LineStatement.CHOSEN, "", "");
    private static final String FIRST_OF_COUNTED = FIRST.formatted(LineStatement.CHOSEN, "", LineStatement.COUNTED);
    private static final String FIRST_OF_ASKED_FOR =
            FIRST.formatted(NAMES, LineStatement.TO_ENTRY_AND_TEXTS, LineStatement.ASKED_FOR);

    private LineStretches() {}

    private static String stretches(String with, String joins, String conditions) {
        return STRETCHES.formatted(with, LineStatement.RECONCILED, LineStatement.REVERSED, joins, conditions);
    }

    static void each(Handle handle, LineQuery query, List<Stretch> stretches, Consumer<LedgerLine> each) {
        boolean all = isAll(query);
        Query statement = LineStatement.of(handle, all ? ALL : query.isCounted() ? OF_COUNTED : OF_ASKED_FOR, query);
        Bulk.of(statement, stretches)
                .longs("accounts", Stretch::accountId)
                .dates("days", Stretch::day)
                .longs("ordinals", stretch -> all ? stretch.skipped() : 0)
                .longs("skips", stretch -> all ? 0 : stretch.skipped())
                .longs("counts", Stretch::lines);
        LineStatement.each(statement, LedgerLineRow::line, each);
    }

    static long sumOfFirst(Handle handle, LineQuery query, long accountId, LocalDate day, long lines) {
        String sql = isAll(query) ? FIRST_OF_ALL : query.isCounted() ? FIRST_OF_COUNTED : FIRST_OF_ASKED_FOR;
        return LineStatement.of(handle, sql, query)
                .bind("account", accountId)
                .bind("day", day)
                .bind("lines", lines)
                .mapTo(Long.class)
                .one();
    }

    private static boolean isAll(LineQuery query) {
        return query.isCounted()
                && query.dimensions().isNone()
                && query.taxCodes().isEmpty();
    }
}
