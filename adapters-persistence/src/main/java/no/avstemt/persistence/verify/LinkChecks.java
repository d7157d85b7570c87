package no.avstemt.persistence.verify;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import no.avstemt.application.verify.Check;
import no.avstemt.application.verify.Fault;
import no.avstemt.domain.client.ClientAccountId;
import org.jdbi.v3.core.Handle;

/** Lines and their sources, entries and what takes them back, and the sets that lines are about. */
final class LinkChecks {

    private static final String LINES = """
            SELECT coalesce(e.fiscal_year || '/' || e.number, '?') || '-' || k.line_no AS subject, l.currency_amount AS expected,
                   k.amount AS found
              FROM (SELECT entry_id, line_no, sum(amount) AS amount
                      FROM (SELECT entry_id, line_no, amount FROM settlement_link WHERE client_account_id = :client
                             UNION ALL
                            SELECT entry_id, line_no, amount FROM sale_link WHERE client_account_id = :client) links
                     GROUP BY entry_id, line_no) k
              LEFT JOIN journal_line l
                ON l.client_account_id = :client AND l.entry_id = k.entry_id AND l.line_no = k.line_no
              LEFT JOIN journal_entry e ON e.client_account_id = :client AND e.entry_id = k.entry_id
             WHERE l.currency_amount IS DISTINCT FROM k.amount
             ORDER BY k.entry_id, k.line_no
             LIMIT 1000
            """;

    /** A correction of what an entry is booked against leaves the topic's own account as it is: that has no link 0. */
    private static final String SETTLEMENT_ENTRIES = """
            SELECT coalesce(s.ledger_id || ' ' || s.topic || ' ' || s.ledger_date || ' #' || s.feed_position,
                            k.settlement_entry_id::text) AS subject,
                   s.amount AS expected, k.own + k.rest AS found
              FROM (SELECT settlement_entry_id, generation, coalesce(sum(amount) FILTER (WHERE link_no = 0), 0) AS own,
                           sum(amount) AS rest, generation > 0 AND min(link_no) > 0 AS is_correction
                      FROM settlement_link
                     WHERE client_account_id = :client
                     GROUP BY settlement_entry_id, generation) k
              LEFT JOIN settlement_entry s
                ON s.client_account_id = :client AND s.settlement_entry_id = k.settlement_entry_id
             WHERE s.amount IS DISTINCT FROM k.own AND NOT (k.is_correction AND s.amount IS NOT NULL) OR k.rest <> 0
             ORDER BY k.settlement_entry_id
             LIMIT 1000
            """;

    private static final String GENERATIONS = """
            SELECT coalesce(s.ledger_id || ' ' || s.topic || ' ' || s.ledger_date || ' #' || s.feed_position,
                            k.settlement_entry_id::text) AS subject,
                   (k.last + 1) * 100 AS expected, k.generations * 100 AS found
              FROM (SELECT settlement_entry_id, max(generation) AS last, count(DISTINCT generation) AS generations
                      FROM settlement_link
                     WHERE client_account_id = :client
                     GROUP BY settlement_entry_id
                    HAVING max(generation) > 0) k
              LEFT JOIN settlement_entry s
                ON s.client_account_id = :client AND s.settlement_entry_id = k.settlement_entry_id
             WHERE k.last + 1 <> k.generations
             LIMIT 1000
            """;

    private static final String SALES = """
            SELECT coalesce(s.reference, k.sale_id::text) AS subject, 0 AS expected, k.rest AS found
              FROM (SELECT sale_id, sum(amount) AS rest
                      FROM sale_link
                     WHERE client_account_id = :client
                     GROUP BY sale_id, generation) k
              LEFT JOIN sale s ON s.client_account_id = :client AND s.sale_id = k.sale_id
             WHERE k.rest <> 0 OR s.sale_id IS NULL
             ORDER BY k.sale_id
             LIMIT 1000
            """;

    /** The original comes before, is taken back by nobody else, and both together move nothing. */
    private static final String REVERSALS = """
            SELECT r.fiscal_year || '/' || r.number AS subject, 0 AS expected, max(abs(moved.amount)) AS found
              FROM journal_entry r
              LEFT JOIN journal_entry o ON o.client_account_id = :client AND o.entry_id = r.reverses_entry_id
              LEFT JOIN LATERAL (SELECT sum(l.amount) AS amount
                                   FROM journal_line l
                                  WHERE l.client_account_id = :client
                                    AND l.entry_id IN (r.entry_id, r.reverses_entry_id)
                                  GROUP BY l.account_id, l.dimension_set_id, l.tax_code) moved ON true
             WHERE r.client_account_id = :client AND r.reverses_entry_id IS NOT NULL
             GROUP BY r.entry_id, r.fiscal_year, r.number, r.chain_position, o.chain_position, r.reverses_entry_id
            HAVING max(abs(moved.amount)) <> 0 OR o.chain_position IS NULL OR o.chain_position >= r.chain_position
                OR (SELECT count(*)
                      FROM journal_entry other
                     WHERE other.client_account_id = :client AND other.reverses_entry_id = r.reverses_entry_id) > 1
             ORDER BY r.chain_position
             LIMIT 1000
            """;

    private static final String LINES_WITHOUT_ENTRY = """
            SELECT l.entry_id || '-' || l.line_no AS subject, NULL::bigint AS expected, l.amount AS found
              FROM journal_line l
             WHERE l.client_account_id = :client
               AND NOT EXISTS (SELECT
                                 FROM journal_entry e
                                WHERE e.client_account_id = :client AND e.entry_id = l.entry_id)
             ORDER BY l.entry_id, l.line_no
             LIMIT 1000
            """;

    /** A month without a row of its own is closed by a later one that is. */
    private static final String CLOSED_MONTHS = """
            SELECT e.fiscal_year || '/' || e.number AS subject, p.closed_position::text AS expected,
                   e.chain_position::text AS found
              FROM period p
              JOIN journal_entry e
                ON e.client_account_id = :client AND e.chain_position > p.closed_position
               AND e.posting_date < p.month + interval '1 month'
               AND (e.posting_date >= p.month
                    OR NOT EXISTS (SELECT
                                     FROM period own
                                    WHERE own.client_account_id = :client
                                      AND own.month = date_trunc('month', e.posting_date)::date))
             WHERE p.client_account_id = :client AND p.state = 'CLOSED'
             ORDER BY e.chain_position
             LIMIT 1000
            """;

    private static final Set<Check> AS_TEXT = Set.of(Check.DIMENSION_SET, Check.CLOSED_MONTH);

    private final Handle handle;
    private final ClientAccountId client;

    LinkChecks(Handle handle, ClientAccountId client) {
        this.handle = handle;
        this.client = client;
    }

    List<Fault> faults() {
        Map<Check, String> checks = new TreeMap<>(Map.of(
                Check.LINKS_OF_LINE, LINES,
                Check.LINKS_OF_SETTLEMENT_ENTRY, SETTLEMENT_ENTRIES,
                Check.GENERATIONS, GENERATIONS,
                Check.LINKS_OF_SALE, SALES,
                Check.REVERSAL, REVERSALS,
                Check.LINE_WITHOUT_ENTRY, LINES_WITHOUT_ENTRY,
                Check.DIMENSION_SET, DimensionSets.DIFFERENCES,
                Check.CLOSED_MONTH, CLOSED_MONTHS));
        return checks.entrySet().stream()
                .flatMap(check -> found(check.getKey(), check.getValue()).stream())
                .toList();
    }

    private List<Fault> found(Check check, String sql) {
        return handle.createQuery(sql)
                .bind("client", client.value())
                .map((row, context) -> fault(check, row))
                .list();
    }

    private static Fault fault(Check check, ResultSet row) throws SQLException {
        return AS_TEXT.contains(check)
                ? Fault.of(check, row.getString("subject"), row.getString("expected"), row.getString("found"))
                : Fault.of(
                        check, row.getString("subject"), Figures.kroner(row, "expected"), Figures.kroner(row, "found"));
    }
}
