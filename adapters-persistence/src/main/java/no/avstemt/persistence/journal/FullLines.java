package no.avstemt.persistence.journal;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.avstemt.application.journal.FullEntry.AccountKey;
import no.avstemt.application.journal.FullEntry.Line;
import no.avstemt.application.journal.FullEntry.Value;
import no.avstemt.domain.chart.AccountCode;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.dimension.DimensionRef;
import no.avstemt.domain.dimension.DimensionType;
import no.avstemt.persistence.database.Rows;
import org.jdbi.v3.core.Handle;

/** The lines of many entries at once. */
final class FullLines {

    static final String POSTED = """
            SELECT l.entry_id AS id, l.line_id, l.line_no, a.account_id, a.code, l.description, l.amount, l.currency,
                   l.currency_amount, l.exchange_rate, l.tax_code, l.tax_base, l.tax_amount, l.ledger_date,
                   coalesce(l.dimension_set_id, 0) AS dimension_set_id, coalesce(m.amount, 0) AS reconciled
              FROM journal_line l
              JOIN account a ON a.client_account_id = :client AND a.account_id = l.account_id
              LEFT JOIN (SELECT p.entry_id, p.line_no, abs(sum(p.amount))::bigint AS amount
                           FROM line_match_part p
                           JOIN line_match m
                             ON m.client_account_id = :client AND m.match_id = p.match_id AND m.undone_at IS NULL
                          WHERE p.client_account_id = :client AND p.entry_id = ANY (:ids::bigint[])
                          GROUP BY p.entry_id, p.line_no) m
                ON m.entry_id = l.entry_id AND m.line_no = l.line_no
             WHERE l.client_account_id = :client AND l.entry_id = ANY (:ids::bigint[])
             ORDER BY l.entry_id, l.line_no
            """;

    static final String DRAFTS = """
            SELECT l.draft_id AS id, NULL::bigint AS line_id, l.line_no, a.account_id, a.code, l.description, l.amount,
                   l.currency, l.currency_amount, l.exchange_rate, l.tax_code, l.tax_base, l.tax_amount,
                   NULL::date AS ledger_date, coalesce(l.dimension_set_id, 0) AS dimension_set_id,
                   0::bigint AS reconciled
              FROM draft_line l
              LEFT JOIN account a ON a.client_account_id = :client AND a.account_id = l.account_id
             WHERE l.client_account_id = :client AND l.draft_id = ANY (:ids::bigint[])
             ORDER BY l.draft_id, l.line_no
            """;

    static final String TEMPLATES =
            DRAFTS.replace("draft_line", "entry_template_line").replace("draft_id", "template_id");

    private final Handle handle;
    private final ClientAccountId client;

    FullLines(Handle handle, ClientAccountId client) {
        this.handle = handle;
        this.client = client;
    }

    private record Member(Value value, boolean isRelation) {}

    private record Placed(long entry, long set, Line line) {}

    /** @param lines one of the above */
    Map<Long, List<Line>> of(String lines, List<Long> ids) {
        List<Placed> placed = handle.createQuery(lines)
                .bind("client", client.value())
                .bindArray("ids", Long.class, ids)
                .map((row, context) -> new Placed(row.getLong("id"), row.getLong("dimension_set_id"), line(row)))
                .list();
        Map<Long, List<Member>> members =
                members(placed.stream().map(Placed::set).distinct().toList());
        Map<Long, List<Line>> byEntry = new HashMap<>();
        placed.forEach(line -> byEntry.computeIfAbsent(line.entry(), key -> new ArrayList<>())
                .add(about(line.line(), members.getOrDefault(line.set(), List.of()))));
        return byEntry;
    }

    private Map<Long, List<Member>> members(List<Long> sets) {
        Map<Long, List<Member>> bySet = new HashMap<>();
        handle.createQuery("""
                        SELECT m.dimension_set_id, m.is_relation, v.dimension_value_id, v.type, v.key, v.name
                          FROM dimension_set_member m
                          JOIN dimension_value v
                            ON v.client_account_id = :client AND v.dimension_value_id = m.dimension_value_id
                         WHERE m.client_account_id = :client AND m.dimension_set_id = ANY (:sets::bigint[])
                         ORDER BY m.dimension_set_id, m.type COLLATE "C"
                        """)
                .bind("client", client.value())
                .bindArray("sets", Long.class, sets)
                .map((row, context) -> Map.entry(row.getLong("dimension_set_id"), member(row)))
                .forEach(member -> bySet.computeIfAbsent(member.getKey(), key -> new ArrayList<>())
                        .add(member.getValue()));
        return bySet;
    }

    private static Member member(ResultSet row) throws SQLException {
        DimensionType type = DimensionType.of(row.getString("type")).orElseThrow();
        DimensionRef ref = new DimensionRef(type, row.getString("key"));
        return new Member(
                new Value(row.getLong("dimension_value_id"), ref, row.getString("name")),
                row.getBoolean("is_relation"));
    }

    private static Line line(ResultSet row) throws SQLException {
        Optional<Long> account = Rows.optionalLong(row, "account_id");
        return new Line(
                Rows.optionalLong(row, "line_id"),
                row.getInt("line_no"),
                account.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new AccountKey(account.get(), new AccountCode(row.getString("code")))),
                row.getString("description"),
                row.getLong("amount"),
                Currency.getInstance(row.getString("currency")),
                row.getLong("currency_amount"),
                rate(row.getBigDecimal("exchange_rate")),
                Rows.optionalText(row, "tax_code"),
                Rows.optionalLong(row, "tax_base"),
                Rows.optionalLong(row, "tax_amount"),
                row.getLong("reconciled"),
                Optional.empty(),
                List.of(),
                Rows.optionalDate(row, "ledger_date"));
    }

    private static BigDecimal rate(BigDecimal stored) {
        BigDecimal shortest = stored.stripTrailingZeros();
        return shortest.scale() < 0 ? shortest.setScale(0) : shortest;
    }

    private static Line about(Line line, List<Member> members) {
        return new Line(
                line.id(),
                line.lineNo(),
                line.account(),
                line.description(),
                line.amount(),
                line.currency(),
                line.currencyAmount(),
                line.exchangeRate(),
                line.taxCode(),
                line.taxBase(),
                line.taxAmount(),
                line.reconciled(),
                members.stream().filter(Member::isRelation).map(Member::value).findFirst(),
                members.stream()
                        .filter(member -> !member.isRelation())
                        .map(Member::value)
                        .toList(),
                line.ledgerDate());
    }
}
