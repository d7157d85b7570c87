package no.avstemt.persistence.journal;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.avstemt.domain.chart.AccountCode;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.dimension.DimensionRef;
import no.avstemt.domain.dimension.DimensionSet;
import no.avstemt.domain.dimension.DimensionType;
import no.avstemt.domain.document.Document;
import no.avstemt.domain.journal.ChainHash;
import no.avstemt.domain.journal.JournalEntry;
import no.avstemt.domain.journal.JournalLine;
import no.avstemt.domain.journal.PostedEntry;
import no.avstemt.domain.journal.Reversal;
import no.avstemt.domain.journal.Voucher;
import org.jdbi.v3.core.Handle;

/** The journal as it stands in the tables, without its links, built anew with SQL of its own. */
final class StoredJournal {

    private static final String LINES = """
            SELECT e.fiscal_year, e.number, e.chain_position, e.chain_hash, e.posting_date, e.description, v.kind, v.key,
                   e.created_by, l.line_no, a.code, l.amount, l.currency, l.currency_amount, l.exchange_rate, l.tax_code,
                   l.tax_base, l.tax_amount, l.description AS text, l.ledger_date, d.document_type, d.document_number,
                   d.document_date, d.due_date, d.payment_ref, p.key AS partner, r.fiscal_year AS reverses_year,
                   r.number AS reverses_number, e.reversal_reason, e.held_reason,
                   ARRAY(SELECT CASE WHEN m.is_relation THEN '=' ELSE '' END || m.type || ':' || d.key
                           FROM dimension_set_member m
                           JOIN dimension_value d USING (client_account_id, dimension_value_id)
                          WHERE m.client_account_id = l.client_account_id
                            AND m.dimension_set_id = l.dimension_set_id) AS dimensions
              FROM journal_line l
              JOIN journal_entry e USING (client_account_id, entry_id)
              JOIN voucher v USING (client_account_id, voucher_id)
              JOIN account a USING (client_account_id, account_id)
              LEFT JOIN document d USING (client_account_id, document_id)
              LEFT JOIN dimension_value p
                ON p.client_account_id = l.client_account_id AND p.dimension_value_id = d.business_partner_id
              LEFT JOIN journal_entry r
                ON r.client_account_id = l.client_account_id AND r.entry_id = e.reverses_entry_id
             WHERE l.client_account_id = :client
             ORDER BY e.chain_position, l.line_no
            """;

    private StoredJournal() {}

    /** In the order of the chain. */
    static List<PostedEntry> of(Handle handle, ClientAccountId client) {
        Map<Long, List<Row>> entries = new LinkedHashMap<>();
        handle.createQuery(LINES)
                .bind("client", client.value())
                .map((row, context) -> row(row))
                .forEach(row -> entries.computeIfAbsent(row.position(), key -> new ArrayList<>())
                        .add(row));
        return entries.values().stream().map(StoredJournal::entry).toList();
    }

    private static PostedEntry entry(List<Row> lines) {
        Row first = lines.get(0);
        JournalEntry entry = new JournalEntry(
                first.day(),
                first.description(),
                first.voucher(),
                first.createdBy(),
                lines.stream().map(Row::line).toList(),
                List.of(),
                List.of(),
                first.about().document(),
                first.about().reversal(),
                first.about().heldReason());
        return new PostedEntry(first.fiscalYear(), first.number(), first.position(), first.hash(), entry);
    }

    private record Row(
            int fiscalYear,
            long number,
            long position,
            ChainHash hash,
            LocalDate day,
            String description,
            Voucher voucher,
            String createdBy,
            About about,
            JournalLine line) {}

    private record About(Optional<Document> document, Optional<Reversal> reversal, Optional<String> heldReason) {}

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getInt("fiscal_year"),
                row.getLong("number"),
                row.getLong("chain_position"),
                new ChainHash(row.getBytes("chain_hash")),
                row.getObject("posting_date", LocalDate.class),
                row.getString("description"),
                new Voucher(Voucher.Kind.valueOf(row.getString("kind")), row.getString("key")),
                row.getString("created_by"),
                new About(document(row), reversal(row), Optional.ofNullable(row.getString("held_reason"))),
                line(row));
    }

    private static Optional<Document> document(ResultSet row) throws SQLException {
        return row.getString("document_type") == null
                ? Optional.empty()
                : Optional.of(new Document(
                        row.getString("document_type"),
                        row.getString("document_number"),
                        row.getObject("document_date", LocalDate.class),
                        Optional.ofNullable(row.getObject("due_date", LocalDate.class)),
                        Optional.ofNullable(row.getString("payment_ref")),
                        Optional.ofNullable(row.getString("partner"))
                                .map(key -> new DimensionRef(DimensionType.BUSINESSPARTNER, key))));
    }

    private static Optional<Reversal> reversal(ResultSet row) throws SQLException {
        return row.getString("reversal_reason") == null
                ? Optional.empty()
                : Optional.of(new Reversal(
                        row.getInt("reverses_year"), row.getLong("reverses_number"), row.getString("reversal_reason")));
    }

    private static JournalLine line(ResultSet row) throws SQLException {
        return new JournalLine(
                row.getInt("line_no"),
                new AccountCode(row.getString("code")),
                row.getLong("amount"),
                Currency.getInstance(row.getString("currency")),
                row.getLong("currency_amount"),
                row.getObject("exchange_rate", BigDecimal.class),
                Optional.ofNullable(row.getString("tax_code")),
                Optional.ofNullable(row.getObject("tax_base", Long.class)),
                Optional.ofNullable(row.getObject("tax_amount", Long.class)),
                dimensions((String[]) row.getArray("dimensions").getArray()),
                row.getString("text"),
                Optional.ofNullable(row.getObject("ledger_date", LocalDate.class)));
    }

    private static DimensionSet dimensions(String[] members) {
        Optional<DimensionRef> relation = Optional.empty();
        List<DimensionRef> others = new ArrayList<>();
        for (String member : members) {
            if (member.startsWith("=")) {
                relation = Optional.of(dimension(member.substring(1)));
            } else {
                others.add(dimension(member));
            }
        }
        return new DimensionSet(relation, others);
    }

    private static DimensionRef dimension(String member) {
        int colon = member.indexOf(':');
        return new DimensionRef(
                DimensionType.of(member.substring(0, colon)).orElseThrow(), member.substring(colon + 1));
    }
}
