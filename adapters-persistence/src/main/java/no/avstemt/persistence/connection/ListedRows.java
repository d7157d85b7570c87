package no.avstemt.persistence.connection;

import static no.avstemt.persistence.database.Rows.utc;

import java.time.Instant;
import java.util.List;
import no.avstemt.application.connection.ConnectionId;
import no.avstemt.domain.settlement.Ledger;
import no.avstemt.domain.settlement.LedgerId;
import no.avstemt.persistence.database.Bulk;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;

/** One list of ledgers, written down. A sales unit that its ledger is listed without is kept, as gone since then. */
record ListedRows(Handle handle, ConnectionId connection, Instant at) {

    private record ListedUnit(LedgerId ledger, Ledger.Unit unit) {}

    void remember(List<Ledger> ledgers, boolean takesOver) {
        addLedgers(ledgers, takesOver);
        List<ListedUnit> units = ledgers.stream()
                .flatMap(ledger -> ledger.units().stream().map(unit -> new ListedUnit(ledger.id(), unit)))
                .toList();
        addUnits(units);
        leave(ledgers, units);
    }

    private void addLedgers(List<Ledger> ledgers, boolean takesOver) {
        Update insert = handle.createUpdate("""
                        INSERT INTO vipps_ledger (ledger_id, currency, owner_number, payout_account, connection_id, first_seen)
                        SELECT l.*, :connection, :at
                          FROM unnest(:ledger::text[], :currency::text[], :owner::text[], :payout::text[]) l
                            ON CONFLICT (ledger_id) DO UPDATE
                           SET owner_number = excluded.owner_number, payout_account = excluded.payout_account,
                               missing_since = NULL,
                               connection_id = CASE WHEN vipps_ledger.connection_id IS NULL OR (
                                   SELECT v.subscription_key IS NULL
                                     FROM vipps_connection v
                                    WHERE v.connection_id = excluded.connection_id)
                                   AND (:takesOver OR vipps_ledger.missing_since IS NOT NULL)
                                 THEN excluded.connection_id ELSE vipps_ledger.connection_id END
                        """)
                .bind("connection", connection.value())
                .bind("takesOver", takesOver)
                .bind("at", utc(at));
        Bulk.of(insert, ledgers)
                .texts("ledger", ledger -> ledger.id().value())
                .texts("currency", Ledger::currency)
                .optionalTexts("owner", Ledger::ownerNumber)
                .optionalTexts("payout", Ledger::payoutAccount);
        insert.execute();
    }

    private void addUnits(List<ListedUnit> units) {
        Update insert = handle.createUpdate("""
                        INSERT INTO vipps_ledger_unit (ledger_id, handle, name)
                        SELECT DISTINCT ON (u.ledger_id, u.handle) u.*
                          FROM unnest(:ledger::text[], :handle::text[], :name::text[]) u (ledger_id, handle, name)
                            ON CONFLICT (ledger_id, handle) DO UPDATE
                           SET name = excluded.name, gone_since = NULL
                        """);
        bind(insert, units).execute();
    }

    /** Only the connection that a ledger is read over tells what is gone: another may see less of it. */
    private void leave(List<Ledger> ledgers, List<ListedUnit> units) {
        Update update = handle.createUpdate("""
                        UPDATE vipps_ledger_unit u
                           SET gone_since = :at
                          FROM vipps_ledger l
                         WHERE l.ledger_id = u.ledger_id AND l.connection_id = :connection
                           AND u.ledger_id = ANY (:listed::text[]) AND u.gone_since IS NULL
                           AND NOT EXISTS (
                               SELECT
                                 FROM unnest(:ledger::text[], :handle::text[], :name::text[]) n (ledger_id, handle, name)
                                WHERE n.ledger_id = u.ledger_id AND n.handle = u.handle)
                        """)
                .bind("at", utc(at))
                .bind("connection", connection.value())
                .bindArray(
                        "listed",
                        String.class,
                        ledgers.stream().map(ledger -> ledger.id().value()).toList());
        bind(update, units).execute();
    }

    private static Update bind(Update statement, List<ListedUnit> units) {
        Bulk.of(statement, units)
                .texts("ledger", listed -> listed.ledger().value())
                .texts("handle", listed -> listed.unit().handle())
                .texts("name", listed -> listed.unit().name());
        return statement;
    }
}
