package no.avstemt.persistence.settlement;

import static no.avstemt.persistence.database.Rows.utc;

import java.time.Instant;
import java.util.List;
import no.avstemt.application.settlement.DisputeStore;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.posting.SettledDispute;
import no.avstemt.domain.settlement.LedgerId;
import no.avstemt.domain.time.Period;
import no.avstemt.persistence.database.Rows;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/**
 * Captures that were retained, what came back of them, and what was booked of the rest. A dispute carries the ids of its
 * capture, and may be retained and returned several times. A choice whose entry is cancelled is none. Works inside the
 * transaction of its handle.
 */
public final class JdbiDisputes implements DisputeStore {

    /** Every row of a dispute, with what was settled of it. */
    private static final String DISPUTED = """
            WITH settled AS (
              SELECT settlement_entry_id, sum(amount) AS amount, max(entry_id) AS entry_id
                FROM dispute_settlement s
               WHERE client_account_id = :client
                 AND NOT EXISTS (SELECT
                                   FROM journal_entry r
                                  WHERE r.client_account_id = :client AND r.reverses_entry_id = s.entry_id)
               GROUP BY settlement_entry_id
            ), disputed AS (
              SELECT e.*, s.entry_id, e.amount + coalesce(s.amount, 0) AS still,
                     coalesce(psp_reference, reference, natural_key::text) AS dispute,
                     vipps_type = 'retained-disputed-capture' AS is_retained
                FROM settlement_entry e
                LEFT JOIN settled s ON s.settlement_entry_id = e.settlement_entry_id
               WHERE e.client_account_id = :client AND e.ledger_id = :ledger AND e.topic = 'funds'
                 AND e.vipps_type IN ('retained-disputed-capture', 'returned-disputed-capture')
                 AND e.ledger_date BETWEEN :first AND :last
            )
            """;

    private static final String STANDING = DISPUTED + "SELECT " + EntryRow.COLUMNS + """
                   , e.standing,
                   (SELECT coalesce(max(k.generation), 0) + 1
                      FROM settlement_link k
                     WHERE k.client_account_id = :client AND k.settlement_entry_id = e.settlement_entry_id) AS generation
              FROM (SELECT d.*, (sum(still) OVER (PARTITION BY dispute))::bigint AS standing,
                           row_number() OVER (PARTITION BY dispute
                               ORDER BY is_retained DESC, ledger_date DESC, feed_position DESC) AS place
                      FROM disputed d) e
             WHERE e.place = 1 AND e.is_retained AND e.standing < 0
             ORDER BY e.ledger_date, e.feed_position
            """;

    private static final String RETURNED = DISPUTED + "SELECT " + EntryRow.COLUMNS + """
                   , e.entry_id, e.returned_on
              FROM (SELECT d.*, sum(still) OVER (PARTITION BY dispute) AS standing,
                           max(ledger_date) FILTER (WHERE NOT is_retained) OVER (PARTITION BY dispute) AS returned_on
                      FROM disputed d) e
             WHERE e.entry_id IS NOT NULL AND e.standing > 0
             ORDER BY e.entry_id
            """;

    private final Handle handle;

    public JdbiDisputes(Handle handle) {
        this.handle = handle;
    }

    @Override
    public List<Dispute> standing(ClientAccountId client, LedgerId ledger, Period dates) {
        return of(STANDING, client, ledger, dates)
                .map((row, context) ->
                        new Dispute(EntryRow.stored(row), row.getLong("standing"), row.getInt("generation")))
                .list();
    }

    /** Most client accounts have settled none, and then no settlement entry is looked at. */
    @Override
    public List<SettledAndReturned> settledAndReturned(ClientAccountId client, LedgerId ledger, Period dates) {
        boolean isAny = handle.createQuery(
                        "SELECT EXISTS (SELECT FROM dispute_settlement WHERE client_account_id = :client)")
                .bind("client", client.value())
                .mapTo(Boolean.class)
                .one();
        if (!isAny) {
            return List.of();
        }
        return of(RETURNED, client, ledger, dates)
                .map((row, context) -> new SettledAndReturned(
                        row.getLong("entry_id"), EntryRow.stored(row).entry(), Rows.date(row, "returned_on")))
                .list();
    }

    private Query of(String sql, ClientAccountId client, LedgerId ledger, Period dates) {
        return handle.createQuery(sql)
                .bind("client", client.value())
                .bind("ledger", ledger.value())
                .bind("first", dates.first())
                .bind("last", dates.last());
    }

    @Override
    public void settle(
            ClientAccountId client, Dispute dispute, SettledDispute.Choice choice, long entryId, Instant at) {
        handle.createUpdate("""
                        INSERT INTO dispute_settlement (client_account_id, entry_id, settlement_entry_id, choice, amount,
                               settled_at)
                        VALUES (:client, :entry, :retained, :choice, :amount, :at)
                        """)
                .bind("client", client.value())
                .bind("entry", entryId)
                .bind("retained", dispute.stored().id())
                .bind("choice", choice.name())
                .bind("amount", Math.negateExact(dispute.retained()))
                .bind("at", utc(at))
                .execute();
    }

    @Override
    public boolean isSettlement(ClientAccountId client, long entryId) {
        return handle.createQuery("""
                        SELECT EXISTS (
                          SELECT FROM dispute_settlement WHERE client_account_id = :client AND entry_id = :entry)
                        """)
                .bind("client", client.value())
                .bind("entry", entryId)
                .mapTo(Boolean.class)
                .one();
    }
}
