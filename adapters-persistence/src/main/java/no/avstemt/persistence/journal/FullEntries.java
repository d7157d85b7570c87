package no.avstemt.persistence.journal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import no.avstemt.application.access.UserId;
import no.avstemt.application.journal.EntryRef;
import no.avstemt.application.journal.FullEntry;
import no.avstemt.application.journal.FullEntry.KeptDocument;
import no.avstemt.application.journal.FullEntry.KeptVoucher;
import no.avstemt.application.journal.FullEntry.Line;
import no.avstemt.application.journal.FullEntry.Value;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.dimension.DimensionRef;
import no.avstemt.domain.dimension.DimensionType;
import no.avstemt.domain.document.Document;
import no.avstemt.domain.journal.Voucher;
import no.avstemt.persistence.database.Rows;
import org.jdbi.v3.core.Handle;

/** Entries by their ids, each kind with one statement for the heads and one for the lines of all. */
final class FullEntries {

    private static final String POSTED = """
            SELECT e.entry_id AS id, e.fiscal_year, e.number, e.posting_date AS date, e.description, e.voucher_id, v.kind,
                   v.key, d.document_id, d.document_type, d.document_number, d.document_date, d.due_date, d.payment_ref,
                   p.dimension_value_id AS partner_id, p.key AS partner_key, p.name AS partner_name, e.created_by,
                   e.created_by_user, e.created_at, o.entry_id AS original_id, o.fiscal_year AS original_year,
                   o.number AS original_number, e.reversal_reason, r.entry_id AS reversal_id,
                   r.fiscal_year AS reversal_year, r.number AS reversal_number, e.held_reason
              FROM journal_entry e
              JOIN voucher v ON v.client_account_id = :client AND v.voucher_id = e.voucher_id
              LEFT JOIN document d ON d.client_account_id = :client AND d.document_id = e.document_id
              LEFT JOIN dimension_value p
                ON p.client_account_id = :client AND p.dimension_value_id = d.business_partner_id
              LEFT JOIN journal_entry o ON o.client_account_id = :client AND o.entry_id = e.reverses_entry_id
              LEFT JOIN journal_entry r ON r.client_account_id = :client AND r.reverses_entry_id = e.entry_id
             WHERE e.client_account_id = :client AND e.entry_id = ANY (:ids::bigint[])
            """;

    private static final String DRAFTS = """
            SELECT e.draft_id AS id, NULL::int AS fiscal_year, NULL::bigint AS number, e.entry_date AS date, e.description,
                   NULL::bigint AS voucher_id, NULL::text AS kind, NULL::text AS key, NULL::bigint AS document_id,
                   e.document_type, e.document_number, e.document_date, e.due_date, e.payment_ref,
                   p.dimension_value_id AS partner_id, p.key AS partner_key, p.name AS partner_name, e.created_by,
                   e.created_by_user, e.created_at, NULL::bigint AS original_id, NULL::int AS original_year,
                   NULL::bigint AS original_number, NULL::text AS reversal_reason, NULL::bigint AS reversal_id,
                   NULL::int AS reversal_year, NULL::bigint AS reversal_number, NULL::text AS held_reason
              FROM draft_entry e
              LEFT JOIN dimension_value p
                ON p.client_account_id = :client AND p.dimension_value_id = e.document_partner_id
             WHERE e.client_account_id = :client AND e.draft_id = ANY (:ids::bigint[])
            """;

    private final Handle handle;
    private final ClientAccountId client;

    FullEntries(Handle handle, ClientAccountId client) {
        this.handle = handle;
        this.client = client;
    }

    /** In the order of the ids; those that are none are left out. */
    List<FullEntry> posted(List<Long> ids) {
        return read(POSTED, FullLines.POSTED, ids);
    }

    List<FullEntry> drafts(List<Long> ids) {
        return read(DRAFTS, FullLines.DRAFTS, ids);
    }

    private List<FullEntry> read(String heads, String lines, List<Long> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        Map<Long, List<Line>> byEntry = new FullLines(handle, client).of(lines, ids);
        Map<Long, FullEntry> found = handle
                .createQuery(heads)
                .bind("client", client.value())
                .bindArray("ids", Long.class, ids)
                .map((row, context) -> entry(row, byEntry.getOrDefault(row.getLong("id"), List.of())))
                .stream()
                .collect(Collectors.toMap(FullEntry::id, Function.identity(), (one, same) -> one, HashMap::new));
        return ids.stream().map(found::get).filter(Objects::nonNull).toList();
    }

    private static FullEntry entry(ResultSet row, List<Line> lines) throws SQLException {
        return new FullEntry(
                row.getLong("id"),
                Rows.optionalLong(row, "number").isPresent()
                        ? Optional.of(new EntryRef(row.getLong("id"), row.getInt("fiscal_year"), row.getLong("number")))
                        : Optional.empty(),
                Rows.date(row, "date"),
                row.getString("description"),
                voucher(row),
                document(row),
                Rows.optionalLong(row, "created_by_user").map(UserId::new),
                row.getString("created_by"),
                Rows.instant(row, "created_at"),
                ref(row, "original"),
                Rows.optionalText(row, "reversal_reason"),
                ref(row, "reversal"),
                Rows.optionalText(row, "held_reason"),
                lines);
    }

    private static Optional<KeptVoucher> voucher(ResultSet row) throws SQLException {
        return Rows.optionalLong(row, "voucher_id").isEmpty()
                ? Optional.empty()
                : Optional.of(new KeptVoucher(
                        row.getLong("voucher_id"),
                        new Voucher(Voucher.Kind.valueOf(row.getString("kind")), row.getString("key"))));
    }

    private static Optional<EntryRef> ref(ResultSet row, String which) throws SQLException {
        return Rows.optionalLong(row, which + "_id").isEmpty()
                ? Optional.empty()
                : Optional.of(new EntryRef(
                        row.getLong(which + "_id"), row.getInt(which + "_year"), row.getLong(which + "_number")));
    }

    private static Optional<KeptDocument> document(ResultSet row) throws SQLException {
        Optional<String> type = Rows.optionalText(row, "document_type");
        if (type.isEmpty()) {
            return Optional.empty();
        }
        Optional<Value> partner = partner(row);
        Document document = new Document(
                type.get(),
                row.getString("document_number"),
                Rows.date(row, "document_date"),
                Rows.optionalDate(row, "due_date"),
                Rows.optionalText(row, "payment_ref"),
                partner.map(Value::ref));
        return Optional.of(new KeptDocument(Rows.optionalLong(row, "document_id"), document, partner));
    }

    private static Optional<Value> partner(ResultSet row) throws SQLException {
        Optional<Long> id = Rows.optionalLong(row, "partner_id");
        if (id.isEmpty()) {
            return Optional.empty();
        }
        DimensionRef ref = new DimensionRef(DimensionType.BUSINESSPARTNER, row.getString("partner_key"));
        return Optional.of(new Value(id.get(), ref, row.getString("partner_name")));
    }
}
