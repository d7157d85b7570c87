package no.avstemt.persistence.voucher;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import no.avstemt.application.journal.EntryRef;
import no.avstemt.application.voucher.VoucherReads;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.journal.Voucher;
import no.avstemt.persistence.database.Rows;
import org.jdbi.v3.core.Handle;

/** Works inside the transaction of its handle. */
public final class JdbiVouchers implements VoucherReads {

    private static final int ENTRIES_SHOWN = 100;

    /** Each source once, by the link that says where its money went. */
    private static final String ROWS = """
            WITH booked AS (
              SELECT entry_id FROM journal_entry WHERE client_account_id = :client AND voucher_id = :voucher
            ), source AS (
              SELECT false AS sale, s.settlement_entry_id AS id, s.ledger_date AS day, s.time, s.vipps_type AS type,
                     s.reference, s.psp_reference, k.amount, s.feed_position AS place
                FROM settlement_link k
                JOIN settlement_entry s
                  ON s.client_account_id = :client AND s.settlement_entry_id = k.settlement_entry_id
               WHERE k.client_account_id = :client AND k.link_no = 0 AND k.entry_id IN (SELECT entry_id FROM booked)
               UNION ALL
              SELECT true, s.sale_id, (s.time AT TIME ZONE 'Europe/Oslo')::date, s.time, s.kind, s.reference,
                     s.psp_reference, k.amount, s.sale_id
                FROM sale_link k
                JOIN sale s ON s.client_account_id = :client AND s.sale_id = k.sale_id
               WHERE k.client_account_id = :client AND k.link_no = 0 AND k.entry_id IN (SELECT entry_id FROM booked)
            )
            """;

    private final Handle handle;

    public JdbiVouchers(Handle handle) {
        this.handle = handle;
    }

    @Override
    public Optional<VoucherView> find(ClientAccountId client, long voucherId) {
        List<EntryRef> entries = entries(client, voucherId);
        return handle.createQuery(ROWS + """
                        SELECT v.kind, v.key, (SELECT count(*) FROM booked) AS entries,
                               (SELECT count(*) FROM source) AS rows,
                               (SELECT coalesce(sum(amount), 0) FROM source)::bigint AS ore
                          FROM voucher v
                         WHERE v.client_account_id = :client AND v.voucher_id = :voucher
                        """)
                .bind("client", client.value())
                .bind("voucher", voucherId)
                .map((row, context) -> new VoucherView(
                        voucherId,
                        new Voucher(Voucher.Kind.valueOf(row.getString("kind")), row.getString("key")),
                        entries,
                        row.getLong("entries"),
                        row.getLong("rows"),
                        row.getLong("ore")))
                .findOne();
    }

    private List<EntryRef> entries(ClientAccountId client, long voucherId) {
        return handle.createQuery("""
                        SELECT entry_id, fiscal_year, number
                          FROM journal_entry
                         WHERE client_account_id = :client AND voucher_id = :voucher
                         ORDER BY chain_position
                         LIMIT :most
                        """)
                .bind("client", client.value())
                .bind("voucher", voucherId)
                .bind("most", ENTRIES_SHOWN)
                .map((row, context) ->
                        new EntryRef(row.getLong("entry_id"), row.getInt("fiscal_year"), row.getLong("number")))
                .list();
    }

    @Override
    public Optional<Long> ofEntry(ClientAccountId client, long entryId) {
        return handle.createQuery("""
                        SELECT voucher_id
                          FROM journal_entry
                         WHERE client_account_id = :client AND entry_id = :entry
                        """)
                .bind("client", client.value())
                .bind("entry", entryId)
                .mapTo(Long.class)
                .findOne();
    }

    @Override
    public List<Row> rows(ClientAccountId client, long voucherId, long offset, int most) {
        return handle.createQuery(ROWS + """
                        SELECT sale, id, day, time, type, reference, psp_reference, amount
                          FROM source
                         ORDER BY sale, place, id
                         LIMIT :most OFFSET :offset
                        """)
                .bind("client", client.value())
                .bind("voucher", voucherId)
                .bind("most", most)
                .bind("offset", offset)
                .map((row, context) -> row(row))
                .list();
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getBoolean("sale"),
                row.getLong("id"),
                Rows.date(row, "day"),
                Rows.instant(row, "time"),
                row.getString("type"),
                Rows.optionalText(row, "reference"),
                Rows.optionalText(row, "psp_reference"),
                row.getLong("amount"));
    }
}
