package no.avstemt.persistence.report;

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

    /** Columns of a line {@code l}. */
    static final String COLUMNS = """
        l.line_id, l.entry_id, l.line_no, l.account_id, l.posting_date, l.ordinal, l.description,
                        l.amount, l.currency, l.currency_amount, l.exchange_rate, l.tax_code, l.tax_base, l.tax_amount,
                        l.dimension_set_id""";

    /** What the lines of a page are about, per dimension set. */
    static final String ABOUT = """
        about AS (
          SELECT m.dimension_set_id, max(m.type) FILTER (WHERE m.is_relation) AS relation_type,
                 max(m.dimension_value_id) FILTER (WHERE m.is_relation) AS relation_id,
                 max(v.name) FILTER (WHERE m.is_relation) AS relation_name,
                 array_agg(m.type || ':' || m.dimension_value_id || ':' || v.name ORDER BY m.type COLLATE "C")
                   FILTER (WHERE NOT m.is_relation) AS dimensions
            FROM dimension_set_member m
            JOIN dimension_value v ON v.client_account_id = :client AND v.dimension_value_id = m.dimension_value_id
           WHERE m.client_account_id = :client
             AND m.dimension_set_id = ANY (ARRAY(SELECT DISTINCT dimension_set_id FROM page))
           GROUP BY m.dimension_set_id
        )""";

    /**
     * Ends a statement whose lines are {@code page}, each with its {@code place}. What is shown of a line beside itself is
     * looked up once for the whole page, by the ids on it.
     */
    static final String SHOWN = """
        ), entry AS MATERIALIZED (
          SELECT entry_id, number, description, voucher_id, created_by_user, created_by, document_id
            FROM journal_entry
           WHERE client_account_id = :client AND entry_id = ANY (ARRAY(SELECT entry_id FROM page))
        ), reversed AS (
          SELECT DISTINCT reverses_entry_id
            FROM journal_entry
           WHERE client_account_id = :client AND reverses_entry_id = ANY (ARRAY(SELECT entry_id FROM page))
        ), matched AS (
          SELECT p.entry_id, p.line_no, abs(sum(p.amount)) AS amount
            FROM line_match_part p
            %s
           WHERE p.client_account_id = :client AND p.entry_id = ANY (ARRAY(SELECT entry_id FROM page)) %s
           GROUP BY p.entry_id, p.line_no
        ), related AS (
          SELECT d.document_id, d.document_number, d.document_date, d.due_date, d.payment_ref, d.document_type,
                 d.business_partner_id, v.name AS partner_name
            FROM document d
            LEFT JOIN dimension_value v
              ON v.client_account_id = :client AND v.dimension_value_id = d.business_partner_id
           WHERE d.client_account_id = :client AND d.document_id = ANY (ARRAY(SELECT document_id FROM entry))
        ), %s
        SELECT l.*, e.number, e.description AS entry_description, e.voucher_id, e.created_by_user, e.created_by,
               d.document_id, d.document_number, d.document_date, d.due_date, d.payment_ref, d.document_type,
               d.business_partner_id, d.partner_name, a.relation_type, a.relation_id, a.relation_name, a.dimensions,
               coalesce(m.amount, 0) AS reconciled, r.reverses_entry_id IS NOT NULL AS cancelled
          FROM page l
          JOIN entry e ON e.entry_id = l.entry_id
          LEFT JOIN reversed r ON r.reverses_entry_id = l.entry_id
          LEFT JOIN matched m ON m.entry_id = l.entry_id AND m.line_no = l.line_no
          LEFT JOIN related d ON d.document_id = e.document_id
          LEFT JOIN about a ON a.dimension_set_id = l.dimension_set_id
         ORDER BY l.place, l.posting_date, l.ordinal
        """.formatted(LineStatement.STANDING_MATCH, LineStatement.WITHIN_PERIOD, ABOUT);

    private static final String STRETCHES = """
        WITH %1$s page AS MATERIALIZED (
          SELECT g.place, l.*
            FROM unnest(:accounts::bigint[], :days::text[], :ordinals::bigint[], :skips::bigint[], :counts::bigint[])
                 WITH ORDINALITY AS g (account_id, day, ordinal, skip, lines, place)
           CROSS JOIN LATERAL (
                 SELECT %4$s
                   FROM journal_line l
                   %2$s
                  WHERE l.client_account_id = :client AND l.account_id = g.account_id
                    AND (l.posting_date, l.ordinal) > (g.day::date, g.ordinal) AND l.posting_date < :end
                    %3$s
                  ORDER BY l.posting_date, l.ordinal
                 OFFSET g.skip
                  LIMIT g.lines) %5$s
        """;

    /** The lines of a page by their places, one by one, so that those passed by are not read. */
    private static final String BY_PLACE = """
        i
           CROSS JOIN LATERAL (
                 SELECT %s
                   FROM journal_line l
                  WHERE l.client_account_id = :client AND l.account_id = g.account_id
                    AND l.posting_date = i.posting_date AND l.ordinal = i.ordinal
                  LIMIT 1) l""".formatted(COLUMNS);

    static final String NAMES = LineStatement.CHOSEN + ", " + LineStatement.FOUND_BY_NAME;

    private static final String ALL = stretches("", "", "");
    private static final String OF_SETS = STRETCHES.formatted(
                    LineStatement.CHOSEN + ",", "", LineStatement.IN_SETS, "l.posting_date, l.ordinal", BY_PLACE)
            + SHOWN;
    private static final String OF_COUNTED = stretches(LineStatement.CHOSEN + ",", "", LineStatement.COUNTED);
    private static final String OF_ASKED_FOR =
            stretches(NAMES + ",", LineStatement.TO_ENTRY_AND_TEXTS, LineStatement.ASKED_FOR);

    private LineStretches() {}

    private static String stretches(String with, String joins, String conditions) {
        return STRETCHES.formatted(with, joins, conditions, COLUMNS, "l") + SHOWN;
    }

    static void each(Handle handle, LineQuery query, List<Stretch> stretches, Consumer<LedgerLine> each) {
        boolean all = isAll(query);
        Query statement = LineStatement.of(handle, all ? ALL : statement(query), query);
        Bulk.of(statement, stretches)
                .longs("accounts", Stretch::accountId)
                .dates("days", Stretch::day)
                .longs("ordinals", stretch -> all ? stretch.skipped() : 0)
                .longs("skips", stretch -> all ? 0 : stretch.skipped())
                .longs("counts", Stretch::lines);
        LineStatement.each(statement, new LedgerLineRow(), each);
    }

    private static String statement(LineQuery query) {
        if (!query.isCounted()) {
            return OF_ASKED_FOR;
        }
        return query.taxCodes().isEmpty() ? OF_SETS : OF_COUNTED;
    }

    static boolean isAll(LineQuery query) {
        return query.isCounted()
                && query.dimensions().isNone()
                && query.taxCodes().isEmpty();
    }
}
