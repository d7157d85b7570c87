package no.avstemt.persistence.opening;

import java.util.Optional;
import no.avstemt.application.journal.EntryRef;
import no.avstemt.application.opening.OpeningStore;
import no.avstemt.domain.client.ClientAccountId;
import org.jdbi.v3.core.Handle;

/** Works inside the transaction of its handle. */
public final class JdbiOpening implements OpeningStore {

    private final Handle handle;

    public JdbiOpening(Handle handle) {
        this.handle = handle;
    }

    @Override
    public Optional<EntryRef> standing(ClientAccountId client) {
        return handle.createQuery("""
                        SELECT e.entry_id, e.fiscal_year, e.number
                          FROM voucher v
                          JOIN journal_entry e USING (client_account_id, voucher_id)
                         WHERE v.client_account_id = :client AND v.kind = 'OPENING_BALANCE'
                           AND e.reverses_entry_id IS NULL
                           AND NOT EXISTS (SELECT
                                             FROM journal_entry r
                                            WHERE r.client_account_id = :client AND r.reverses_entry_id = e.entry_id)
                         ORDER BY e.chain_position DESC
                         LIMIT 1
                        """)
                .bind("client", client.value())
                .map((row, context) ->
                        new EntryRef(row.getLong("entry_id"), row.getInt("fiscal_year"), row.getLong("number")))
                .findOne();
    }
}
