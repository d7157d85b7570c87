package no.avstemt.persistence.connection;

import static no.avstemt.persistence.database.Rows.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.avstemt.application.connection.Connection;
import no.avstemt.application.connection.Connection.SalesUnit;
import no.avstemt.application.connection.ConnectionId;
import no.avstemt.application.connection.ConnectionStore;
import no.avstemt.application.connection.VippsAddress;
import no.avstemt.application.secret.SealedSecret;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.settlement.Ledger;
import no.avstemt.domain.settlement.LedgerId;
import no.avstemt.persistence.database.Bulk;
import no.avstemt.persistence.database.Rows;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.ResultIterable;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.Update;

/** Works inside the transaction of its handle. */
public final class JdbiConnections implements ConnectionStore {

    private static final String LISTED = """
            SELECT l.ledger_id, l.currency, l.owner_number, l.payout_account, l.client_account_id, c.name AS client_name,
                   ARRAY(SELECT u.handle FROM vipps_ledger_unit u
                          WHERE u.ledger_id = l.ledger_id ORDER BY u.handle COLLATE "C") AS handles,
                   ARRAY(SELECT u.name FROM vipps_ledger_unit u
                          WHERE u.ledger_id = l.ledger_id ORDER BY u.handle COLLATE "C") AS names
              FROM vipps_ledger l
              LEFT JOIN client_account c USING (client_account_id)
             WHERE l.connection_id = :connection
            """;

    private final Handle handle;

    public JdbiConnections(Handle handle) {
        this.handle = handle;
    }

    @Override
    public ConnectionId nextId() {
        return new ConnectionId(
                handle.createQuery("SELECT nextval(pg_get_serial_sequence('vipps_connection', 'connection_id'))")
                        .mapTo(Long.class)
                        .one());
    }

    @Override
    public void save(Connection connection) {
        handle.createUpdate("""
                        INSERT INTO vipps_connection (connection_id, name, base_uri, client_id, client_secret, subscription_key,
                               merchant_serial_number, created_at, listed_at)
                        VALUES (:id, :name, :address, :clientId, :secret, :subscription, :serial, :created, :listed)
                            ON CONFLICT (connection_id) DO UPDATE
                           SET name = excluded.name, base_uri = excluded.base_uri, client_id = excluded.client_id,
                               client_secret = excluded.client_secret, subscription_key = excluded.subscription_key,
                               merchant_serial_number = excluded.merchant_serial_number
                        """)
                .bind("id", connection.id().value())
                .bind("name", connection.name())
                .bind("address", connection.address().text())
                .bind("clientId", connection.clientId())
                .bind("secret", connection.clientSecret().text())
                .bind(
                        "subscription",
                        connection
                                .salesUnit()
                                .map(unit -> unit.subscriptionKey().text()))
                .bind("serial", connection.salesUnit().flatMap(SalesUnit::merchantSerialNumber))
                .bind("created", utc(connection.createdAt()))
                .bind("listed", utc(connection.listedAt()))
                .execute();
    }

    @Override
    public Optional<Connection> find(ConnectionId connection) {
        return handle.createQuery("SELECT * FROM vipps_connection WHERE connection_id = :id")
                .bind("id", connection.value())
                .map((row, context) -> connection(row))
                .findOne();
    }

    @Override
    public boolean forget(ConnectionId connection) {
        boolean inUse = handle.createQuery("""
                        SELECT count(l.client_account_id) > 0
                          FROM vipps_connection v
                          LEFT JOIN vipps_ledger l USING (connection_id)
                         WHERE v.connection_id = :connection
                        """)
                .bind("connection", connection.value())
                .mapTo(Boolean.class)
                .one();
        if (inUse) {
            return false;
        }
        handle.createUpdate("UPDATE vipps_ledger SET connection_id = NULL WHERE connection_id = :connection")
                .bind("connection", connection.value())
                .execute();
        return handle.createUpdate("DELETE FROM vipps_connection WHERE connection_id = :connection")
                        .bind("connection", connection.value())
                        .execute()
                == 1;
    }

    @Override
    public List<Overview> all() {
        return handle.createQuery("""
                        SELECT v.*, count(l.ledger_id) AS ledgers, count(l.client_account_id) AS in_use
                          FROM vipps_connection v
                          LEFT JOIN vipps_ledger l USING (connection_id)
                         GROUP BY v.connection_id
                         ORDER BY v.name, v.connection_id
                        """)
                .map((row, context) -> new Overview(connection(row), row.getInt("ledgers"), row.getInt("in_use")))
                .list();
    }

    @Override
    public void remember(ConnectionId connection, List<Ledger> ledgers, Instant listedAt) {
        handle.createUpdate("UPDATE vipps_connection SET listed_at = :at WHERE connection_id = :connection")
                .bind("at", utc(listedAt))
                .bind("connection", connection.value())
                .execute();
        Update insert = handle.createUpdate("""
                        INSERT INTO vipps_ledger (ledger_id, currency, owner_number, payout_account, connection_id)
                        SELECT l.*, :connection
                          FROM unnest(:ledger::text[], :currency::text[], :owner::text[], :payout::text[]) l
                            ON CONFLICT (ledger_id) DO UPDATE
                           SET owner_number = excluded.owner_number, payout_account = excluded.payout_account,
                               connection_id = CASE WHEN vipps_ledger.connection_id IS NULL OR (
                                   SELECT v.subscription_key IS NULL
                                     FROM vipps_connection v
                                    WHERE v.connection_id = excluded.connection_id)
                                 THEN excluded.connection_id ELSE vipps_ledger.connection_id END
                        """).bind("connection", connection.value());
        Bulk.of(insert, ledgers)
                .texts("ledger", ledger -> ledger.id().value())
                .texts("currency", Ledger::currency)
                .optionalTexts("owner", Ledger::ownerNumber)
                .optionalTexts("payout", Ledger::payoutAccount);
        insert.execute();
        rememberUnits(ledgers.stream()
                .flatMap(ledger -> ledger.units().stream().map(unit -> new ListedUnit(ledger.id(), unit)))
                .toList());
    }

    private record ListedUnit(LedgerId ledger, Ledger.Unit unit) {}

    private void rememberUnits(List<ListedUnit> units) {
        Update insert = handle.createUpdate("""
                        INSERT INTO vipps_ledger_unit (ledger_id, handle, name)
                        SELECT DISTINCT ON (u.ledger_id, u.handle) u.*
                          FROM unnest(:ledger::text[], :handle::text[], :name::text[]) u (ledger_id, handle, name)
                            ON CONFLICT (ledger_id, handle) DO UPDATE
                           SET name = excluded.name
                        """);
        Bulk.of(insert, units)
                .texts("ledger", listed -> listed.ledger().value())
                .texts("handle", listed -> listed.unit().handle())
                .texts("name", listed -> listed.unit().name());
        insert.execute();
    }

    @Override
    public List<ListedLedger> ledgers(ConnectionId connection) {
        return listed(
                        handle.createQuery(
                                LISTED + "ORDER BY (l.client_account_id IS NOT NULL), l.ledger_id COLLATE \"C\""),
                        connection)
                .list();
    }

    @Override
    public Optional<ListedLedger> ledger(ConnectionId connection, LedgerId ledger) {
        return listed(
                        handle.createQuery(LISTED + "AND l.ledger_id = :ledger").bind("ledger", ledger.value()),
                        connection)
                .findOne();
    }

    private static ResultIterable<ListedLedger> listed(Query query, ConnectionId connection) {
        return query.bind("connection", connection.value()).map((row, context) -> listed(row));
    }

    @Override
    public Optional<Connection> ofLedger(LedgerId ledger) {
        return handle.createQuery("""
                        SELECT v.*
                          FROM vipps_ledger l
                          JOIN vipps_connection v USING (connection_id)
                         WHERE l.ledger_id = :ledger
                        """)
                .bind("ledger", ledger.value())
                .map((row, context) -> connection(row))
                .findOne();
    }

    private static Connection connection(ResultSet row) throws SQLException {
        return new Connection(
                new ConnectionId(row.getLong("connection_id")),
                row.getString("name"),
                new VippsAddress(row.getString("base_uri")),
                row.getString("client_id"),
                new SealedSecret(row.getString("client_secret")),
                salesUnit(row),
                Rows.instant(row, "created_at"),
                Rows.instant(row, "listed_at"));
    }

    private static Optional<SalesUnit> salesUnit(ResultSet row) throws SQLException {
        Optional<String> serialNumber = Rows.optionalText(row, "merchant_serial_number");
        return Rows.optionalText(row, "subscription_key")
                .map(key -> new SalesUnit(new SealedSecret(key), serialNumber));
    }

    private static ListedLedger listed(ResultSet row) throws SQLException {
        String client = row.getString("client_name");
        Optional<Owner> owner =
                Rows.optionalLong(row, "client_account_id").map(id -> new Owner(new ClientAccountId(id), client));
        return new ListedLedger(
                new Ledger(
                        new LedgerId(row.getString("ledger_id")),
                        row.getString("currency"),
                        Rows.optionalText(row, "owner_number"),
                        Rows.optionalText(row, "payout_account"),
                        units(row)),
                owner);
    }

    private static List<Ledger.Unit> units(ResultSet row) throws SQLException {
        String[] handles = (String[]) row.getArray("handles").getArray();
        String[] names = (String[]) row.getArray("names").getArray();
        List<Ledger.Unit> units = new ArrayList<>();
        for (int i = 0; i < handles.length; i++) {
            units.add(new Ledger.Unit(handles[i], names[i]));
        }
        return units;
    }
}
