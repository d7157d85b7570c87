package no.avstemt.persistence.settlement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import no.avstemt.application.paging.Slice;
import no.avstemt.application.settlement.EntryQuery;
import no.avstemt.application.settlement.SettlementReads;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.settlement.EntryType;
import no.avstemt.domain.settlement.LedgerId;
import no.avstemt.domain.settlement.StoredEntry;
import no.avstemt.persistence.database.Rows;
import org.jdbi.v3.core.Handle;

/** Works inside the transaction of its handle. */
public final class JdbiSettlementReads implements SettlementReads {

    private final Handle handle;

    public JdbiSettlementReads(Handle handle) {
        this.handle = handle;
    }

    @Override
    public Slice<EntryQuery.Row> page(EntryQuery query) {
        List<EntryQuery.Row> read = EntrySearch.of(query)
                .in(handle)
                .map((row, context) -> new EntryQuery.Row(
                        EntryRow.stored(row), row.getLong("feed_position"), Rows.optionalLong(row, "on_line")))
                .list();
        return Slice.of(query.from(), read);
    }

    @Override
    public Optional<RawEntry> entry(ClientAccountId client, long settlementEntryId) {
        return handle.createQuery("SELECT " + EntryRow.COLUMNS + """
                             , e.feed_position, e.raw
                          FROM settlement_entry e
                         WHERE e.client_account_id = :client AND e.settlement_entry_id = :id
                        """)
                .bind("client", client.value())
                .bind("id", settlementEntryId)
                .map((row, context) -> raw(row))
                .findOne();
    }

    private static RawEntry raw(ResultSet row) throws SQLException {
        return new RawEntry(EntryRow.stored(row), row.getLong("feed_position"), row.getString("raw"));
    }

    @Override
    public List<StoredEntry> ofPayment(
            ClientAccountId client,
            LedgerId ledger,
            Optional<String> pspReference,
            Optional<String> reference,
            int limit) {
        return handle.createQuery("SELECT " + EntryRow.COLUMNS + """
                          FROM (SELECT * FROM settlement_entry
                                 WHERE client_account_id = :client AND ledger_id = :ledger AND psp_reference = :psp
                                UNION
                                SELECT * FROM settlement_entry
                                 WHERE client_account_id = :client AND ledger_id = :ledger AND reference = :reference) e
                         ORDER BY e.ledger_date, e.topic DESC, e.feed_position
                         LIMIT :limit
                        """)
                .bind("client", client.value())
                .bind("ledger", ledger.value())
                .bind("psp", pspReference.orElse(null))
                .bind("reference", reference.filter(text -> !text.isEmpty()).orElse(null))
                .bind("limit", limit)
                .map((row, context) -> EntryRow.stored(row))
                .list();
    }

    @Override
    public Optional<StoredEntry> payoutOf(ClientAccountId client, LedgerId ledger, LocalDate ledgerDate) {
        return handle.createQuery("SELECT " + EntryRow.COLUMNS + """
                          FROM settlement_entry e
                         WHERE e.client_account_id = :client AND e.ledger_id = :ledger AND e.topic = 'funds'
                           AND e.vipps_type = ANY (:types::text[])
                           AND e.vipps_type NOT IN ('capture', 'capture-fee')
                           AND e.ledger_date >= :date
                         ORDER BY e.ledger_date, e.feed_position
                         LIMIT 1
                        """)
                .bind("client", client.value())
                .bind("ledger", ledger.value())
                .bind("date", ledgerDate)
                .bindArray("types", String.class, EntryType.PAYOUT_SCHEDULED.vippsNames())
                .map((row, context) -> EntryRow.stored(row))
                .findOne();
    }
}
