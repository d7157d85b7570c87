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
import no.avstemt.application.settlement.Trouble;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.settlement.Ledger;
import no.avstemt.domain.settlement.LedgerId;
import no.avstemt.persistence.database.Rows;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.ResultIterable;
import org.jdbi.v3.core.statement.Query;

/** Works inside the transaction of its handle. */
public final class JdbiConnections implements ConnectionStore {

    private static final String LISTED = """
            SELECT l.ledger_id, l.currency, l.owner_number, l.payout_account, l.client_account_id, c.name AS client_name,
                   l.connection_id, l.first_seen, l.missing_since,
                   ARRAY(SELECT u.handle FROM vipps_ledger_unit u
                          WHERE u.ledger_id = l.ledger_id AND u.gone_since IS NULL ORDER BY u.handle COLLATE "C") AS handles,
                   ARRAY(SELECT u.name FROM vipps_ledger_unit u
                          WHERE u.ledger_id = l.ledger_id AND u.gone_since IS NULL ORDER BY u.handle COLLATE "C") AS names
              FROM vipps_ledger l
              LEFT JOIN client_account c USING (client_account_id)
            """;
    private static final String OF_ONE = LISTED + " WHERE l.connection_id = :connection ";

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
                .map((row, context) ->
                        new Overview(connection(row), row.getInt("ledgers"), row.getInt("in_use"), failed(row)))
                .list();
    }

    @Override
    public void remember(ConnectionId connection, List<Ledger> ledgers, Instant listedAt, boolean takesOver) {
        handle.createUpdate("""
                        UPDATE vipps_connection
                           SET listed_at = :at, failed_at = NULL, failure = NULL
                         WHERE connection_id = :connection
                        """)
                .bind("at", utc(listedAt))
                .bind("connection", connection.value())
                .execute();
        new ListedRows(handle, connection, listedAt).remember(ledgers, takesOver);
    }

    @Override
    public List<LedgerId> present(ConnectionId connection) {
        return handle.createQuery("""
                        SELECT ledger_id
                          FROM vipps_ledger
                         WHERE connection_id = :connection AND missing_since IS NULL
                        """)
                .bind("connection", connection.value())
                .map((row, context) -> new LedgerId(row.getString("ledger_id")))
                .list();
    }

    @Override
    public void missing(ConnectionId connection, List<LedgerId> ledgers, Instant at) {
        handle.createUpdate("""
                        UPDATE vipps_ledger
                           SET missing_since = :at
                         WHERE connection_id = :connection AND missing_since IS NULL
                           AND ledger_id = ANY (:ledgers::text[])
                        """)
                .bind("at", utc(at))
                .bind("connection", connection.value())
                .bindArray(
                        "ledgers",
                        String.class,
                        ledgers.stream().map(LedgerId::value).toList())
                .execute();
    }

    @Override
    public void failed(ConnectionId connection, Instant at, Trouble why) {
        handle.createUpdate("""
                        UPDATE vipps_connection
                           SET failed_at = :at, failure = :why
                         WHERE connection_id = :connection
                        """)
                .bind("at", utc(at))
                .bind("why", why.stored())
                .bind("connection", connection.value())
                .execute();
    }

    @Override
    public List<ListedLedger> ledgers(ConnectionId connection) {
        return listed(
                        handle.createQuery(
                                OF_ONE + "ORDER BY (l.client_account_id IS NOT NULL), l.ledger_id COLLATE \"C\""),
                        connection)
                .list();
    }

    @Override
    public Optional<ListedLedger> ledger(ConnectionId connection, LedgerId ledger) {
        return listed(
                        handle.createQuery(OF_ONE + "AND l.ledger_id = :ledger").bind("ledger", ledger.value()),
                        connection)
                .findOne();
    }

    @Override
    public List<WaitingLedger> waiting() {
        return handle.createQuery(LISTED + """
                         WHERE l.client_account_id IS NULL AND l.connection_id IS NOT NULL AND l.missing_since IS NULL
                         ORDER BY l.first_seen, l.ledger_id COLLATE "C"
                        """)
                .map((row, context) -> new WaitingLedger(
                        new ConnectionId(row.getLong("connection_id")), ledger(row), Rows.instant(row, "first_seen")))
                .list();
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
                ledger(row), owner, Rows.instant(row, "first_seen"), Rows.optionalInstant(row, "missing_since"));
    }

    private static Optional<Failed> failed(ResultSet row) throws SQLException {
        Optional<Instant> at = Rows.optionalInstant(row, "failed_at");
        return at.isEmpty()
                ? Optional.empty()
                : Optional.of(new Failed(at.get(), Trouble.read(row.getString("failure"))));
    }

    private static Ledger ledger(ResultSet row) throws SQLException {
        return new Ledger(
                new LedgerId(row.getString("ledger_id")),
                row.getString("currency"),
                Rows.optionalText(row, "owner_number"),
                Rows.optionalText(row, "payout_account"),
                units(row));
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
