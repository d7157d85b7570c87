package no.avstemt.persistence.settlement;

import static no.avstemt.persistence.database.Rows.utc;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import no.avstemt.application.sale.SaleQuestionStore;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.settlement.LedgerId;
import no.avstemt.persistence.database.Rows;
import org.jdbi.v3.core.Handle;

/** Works inside the transaction of its handle. */
public final class JdbiSaleQuestions implements SaleQuestionStore {

    private static final String BY_TRANSACTION = """
             EXISTS (
               SELECT 1
                 FROM sale s
                WHERE s.client_account_id = e.client_account_id AND s.ledger_id = e.ledger_id
                  AND s.psp_reference = e.psp_reference)
            """;

    private static final String BY_ORDER = """
             EXISTS (
               SELECT 1
                 FROM sale s
                WHERE s.client_account_id = e.client_account_id AND s.ledger_id = e.ledger_id
                  AND s.reference = e.reference AND lower(s.kind) = e.vipps_type
                  AND abs(e.amount) = coalesce(s.gross, (
                        SELECT abs(sum(x.gross))
                          FROM sale_line x
                         WHERE x.client_account_id = s.client_account_id AND x.sale_id = s.sale_id)))
            """;

    private final Handle handle;

    public JdbiSaleQuestions(Handle handle) {
        this.handle = handle;
    }

    @Override
    public void remember(ClientAccountId client, LedgerId ledger, LocalDate date) {
        handle.createUpdate("""
                        WITH payment AS MATERIALIZED (
                          SELECT e.*
                            FROM settlement_entry e
                           WHERE e.client_account_id = :client AND e.ledger_id = :ledger AND e.topic = 'funds'
                             AND e.ledger_date BETWEEN :date::date - 7 AND :date
                             AND e.vipps_type IN ('capture', 'refund')
                        ), unit AS MATERIALIZED (
                          SELECT DISTINCT e.recipient_handle
                            FROM payment e
                           WHERE
                        """ + BY_TRANSACTION + """
                        )
                        INSERT INTO sale_question (client_account_id, settlement_entry_id, ledger_id, state, times)
                        SELECT e.client_account_id, e.settlement_entry_id, e.ledger_id, 'WAITING', 0
                          FROM payment e
                          JOIN unit USING (recipient_handle)
                         WHERE e.ledger_date = :date AND NOT
                        """ + BY_TRANSACTION + " AND NOT " + BY_ORDER
                        + " ON CONFLICT DO NOTHING")
                .bind("client", client.value())
                .bind("ledger", ledger.value())
                .bind("date", date)
                .execute();
    }

    @Override
    public void settle(ClientAccountId client, LedgerId ledger) {
        handle.createUpdate("""
                        UPDATE sale_question q
                           SET state = 'FOUND', ask_at = NULL
                          FROM settlement_entry e
                         WHERE q.client_account_id = :client AND q.ledger_id = :ledger AND q.state = 'WAITING'
                           AND e.client_account_id = q.client_account_id
                           AND e.settlement_entry_id = q.settlement_entry_id
                           AND (
                        """ + BY_TRANSACTION + " OR " + BY_ORDER + ")")
                .bind("client", client.value())
                .bind("ledger", ledger.value())
                .execute();
    }

    @Override
    public List<Due> due(ClientAccountId client, LedgerId ledger, Instant now, int limit) {
        return handle.createQuery("SELECT " + EntryRow.COLUMNS + """
                             , q.times
                          FROM sale_question q
                          JOIN settlement_entry e USING (client_account_id, settlement_entry_id)
                         WHERE q.client_account_id = :client AND q.ledger_id = :ledger AND q.state = 'WAITING'
                           AND (q.ask_at IS NULL OR q.ask_at <= :now)
                         ORDER BY q.asked_at NULLS FIRST, e.ledger_date, e.feed_position
                         LIMIT :limit
                        """)
                .bind("client", client.value())
                .bind("ledger", ledger.value())
                .bind("now", utc(now))
                .bind("limit", limit)
                .map((row, context) -> new Due(EntryRow.stored(row), row.getInt("times")))
                .list();
    }

    @Override
    public void asked(ClientAccountId client, Due due, State state, Instant at, Optional<Instant> again) {
        handle.createUpdate("""
                        UPDATE sale_question
                           SET state = :state, times = times + 1, asked_at = :at, ask_at = :again
                         WHERE client_account_id = :client AND settlement_entry_id = :entry
                        """)
                .bind("client", client.value())
                .bind("entry", due.entry().id())
                .bind("state", state.name())
                .bind("at", utc(at))
                .bind("again", again.map(Rows::utc).orElse(null))
                .execute();
    }

    @Override
    public void unanswered(ClientAccountId client, Due due, Instant at, Instant again) {
        handle.createUpdate("""
                        UPDATE sale_question
                           SET asked_at = :at, ask_at = :again
                         WHERE client_account_id = :client AND settlement_entry_id = :entry
                        """)
                .bind("client", client.value())
                .bind("entry", due.entry().id())
                .bind("at", utc(at))
                .bind("again", utc(again))
                .execute();
    }
}
