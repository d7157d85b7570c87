package no.avstemt.persistence.verify;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.journal.ChainHash;
import no.avstemt.persistence.database.Rows;
import no.avstemt.persistence.verify.StoredEntry.Header;
import no.avstemt.persistence.verify.StoredEntry.Line;
import no.avstemt.persistence.verify.StoredEntry.Member;
import no.avstemt.persistence.verify.StoredEntry.StoredDocument;
import no.avstemt.persistence.verify.StoredEntry.StoredReversal;
import org.jdbi.v3.core.Handle;

/** Reads a stretch of the chain: headers by position, then their lines, then what those point at. */
final class StoredEntries {

    private static final String NOT_FOUND = "?";

    /** No document has such a number. */
    private static final String GONE = "";

    private final Handle handle;
    private final ClientAccountId client;

    StoredEntries(Handle handle, ClientAccountId client) {
        this.handle = handle;
        this.client = client;
    }

    List<StoredEntry> after(long position, int most) {
        List<Header> headers = headers(position, most);
        Map<Long, List<Line>> lines = headers.isEmpty()
                ? Map.of()
                : lines(headers.stream().map(Header::id).toList());
        return headers.stream()
                .map(header -> new StoredEntry(header, lines.getOrDefault(header.id(), List.of())))
                .toList();
    }

    private List<Header> headers(long position, int most) {
        return handle.createQuery("""
                        SELECT e.entry_id, e.fiscal_year, e.number, e.chain_position, e.chain_hash, e.posting_date,
                               e.description, v.kind, v.key, e.created_by, e.document_id, d.document_type,
                               d.document_number, d.document_date, d.due_date, d.payment_ref, d.business_partner_id,
                               p.type AS partner_type, p.key AS partner_key, e.reverses_entry_id, r.fiscal_year AS
                               reverses_year, r.number AS reverses_number, e.reversal_reason, e.held_reason
                          FROM journal_entry e
                          LEFT JOIN voucher v ON v.client_account_id = :client AND v.voucher_id = e.voucher_id
                          LEFT JOIN document d ON d.client_account_id = :client AND d.document_id = e.document_id
                          LEFT JOIN dimension_value p
                            ON p.client_account_id = :client AND p.dimension_value_id = d.business_partner_id
                          LEFT JOIN journal_entry r
                            ON r.client_account_id = :client AND r.entry_id = e.reverses_entry_id
                         WHERE e.client_account_id = :client AND e.chain_position > :after
                         ORDER BY e.chain_position
                         LIMIT :most
                        """)
                .bind("client", client.value())
                .bind("after", position)
                .bind("most", most)
                .map((row, context) -> header(row))
                .list();
    }

    private static Header header(ResultSet row) throws SQLException {
        return new Header(
                row.getLong("entry_id"),
                row.getInt("fiscal_year"),
                row.getLong("number"),
                row.getLong("chain_position"),
                new ChainHash(row.getBytes("chain_hash")),
                Rows.date(row, "posting_date"),
                row.getString("description"),
                Rows.optionalText(row, "kind").orElse(NOT_FOUND),
                Rows.optionalText(row, "key").orElse(NOT_FOUND),
                row.getString("created_by"),
                document(row),
                reversal(row),
                Rows.optionalText(row, "held_reason"));
    }

    private static Optional<StoredDocument> document(ResultSet row) throws SQLException {
        if (Rows.optionalLong(row, "document_id").isEmpty()) {
            return Optional.empty();
        }
        Optional<Member> partner = Rows.optionalLong(row, "business_partner_id").isEmpty()
                ? Optional.empty()
                : Optional.of(member(row, "partner_type", "partner_key", false));
        return Optional.of(new StoredDocument(
                Rows.optionalText(row, "document_type").orElse(GONE),
                Rows.optionalText(row, "document_number").orElse(GONE),
                Rows.optionalDate(row, "document_date").orElse(Rows.date(row, "posting_date")),
                Rows.optionalDate(row, "due_date"),
                Rows.optionalText(row, "payment_ref"),
                partner));
    }

    /** One whose original is gone takes back number 0, which no entry was sealed with. */
    private static Optional<StoredReversal> reversal(ResultSet row) throws SQLException {
        return Rows.optionalLong(row, "reverses_entry_id").isEmpty()
                ? Optional.empty()
                : Optional.of(new StoredReversal(
                        row.getInt("reverses_year"),
                        row.getLong("reverses_number"),
                        Rows.optionalText(row, "reversal_reason").orElse(NOT_FOUND)));
    }

    private Map<Long, List<Line>> lines(List<Long> entries) {
        Map<Long, List<Pointing>> read = new HashMap<>();
        handle.createQuery("""
                        SELECT l.entry_id, l.line_no, a.code, l.posting_date, l.amount, l.currency, l.currency_amount,
                               l.exchange_rate, l.tax_code, l.tax_base, l.tax_amount, l.dimension_set_id, l.description,
                               l.ledger_date
                          FROM journal_line l
                          LEFT JOIN account a ON a.client_account_id = :client AND a.account_id = l.account_id
                         WHERE l.client_account_id = :client AND l.entry_id = ANY (:entries::bigint[])
                         ORDER BY l.entry_id, l.line_no
                        """)
                .bind("client", client.value())
                .bindArray("entries", Long.class, entries)
                .setFetchSize(2_000)
                .map((row, context) ->
                        new Pointing(row.getLong("entry_id"), Rows.optionalLong(row, "dimension_set_id"), line(row)))
                .forEach(line -> read.computeIfAbsent(line.entry(), entry -> new ArrayList<>())
                        .add(line));
        Map<Long, List<Member>> sets = sets(read.values().stream()
                .flatMap(List::stream)
                .flatMap(line -> line.set().stream())
                .distinct()
                .toList());
        Map<Long, List<Line>> lines = new HashMap<>();
        read.forEach((entry, pointing) ->
                lines.put(entry, pointing.stream().map(line -> line.about(sets)).toList()));
        return lines;
    }

    /** A line with the set that it points at. */
    private record Pointing(long entry, Optional<Long> set, Line line) {

        Line about(Map<Long, List<Member>> sets) {
            return set.isEmpty()
                    ? line
                    : new Line(
                            line.number(),
                            line.account(),
                            line.date(),
                            line.amount(),
                            line.currency(),
                            line.currencyAmount(),
                            line.rate(),
                            line.taxCode(),
                            line.taxBase(),
                            line.taxAmount(),
                            Objects.requireNonNullElse(
                                    sets.get(set.get()), List.of(new Member(false, NOT_FOUND, NOT_FOUND))),
                            line.description(),
                            line.ledgerDate());
        }
    }

    private static Line line(ResultSet row) throws SQLException {
        return new Line(
                row.getInt("line_no"),
                Rows.optionalText(row, "code").orElse(NOT_FOUND),
                Rows.date(row, "posting_date"),
                row.getLong("amount"),
                row.getString("currency"),
                row.getLong("currency_amount"),
                row.getBigDecimal("exchange_rate"),
                Rows.optionalText(row, "tax_code"),
                Rows.optionalLong(row, "tax_base"),
                Rows.optionalLong(row, "tax_amount"),
                List.of(),
                row.getString("description"),
                Rows.optionalDate(row, "ledger_date"));
    }

    private Map<Long, List<Member>> sets(List<Long> ids) {
        Map<Long, List<Member>> sets = new HashMap<>();
        if (ids.isEmpty()) {
            return sets;
        }
        handle.createQuery("""
                        SELECT m.dimension_set_id, m.is_relation, v.type, v.key
                          FROM dimension_set_member m
                          LEFT JOIN dimension_value v
                            ON v.client_account_id = :client AND v.dimension_value_id = m.dimension_value_id
                         WHERE m.client_account_id = :client AND m.dimension_set_id = ANY (:sets::bigint[])
                        """)
                .bind("client", client.value())
                .bindArray("sets", Long.class, ids)
                .map((row, context) -> Map.entry(
                        row.getLong("dimension_set_id"), member(row, "type", "key", row.getBoolean("is_relation"))))
                .forEach(member -> sets.computeIfAbsent(member.getKey(), set -> new ArrayList<>())
                        .add(member.getValue()));
        return sets;
    }

    private static Member member(ResultSet row, String type, String key, boolean relation) throws SQLException {
        return new Member(
                relation,
                Rows.optionalText(row, type).orElse(NOT_FOUND),
                Rows.optionalText(row, key).orElse(NOT_FOUND));
    }
}
