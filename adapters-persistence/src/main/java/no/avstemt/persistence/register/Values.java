package no.avstemt.persistence.register;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import no.avstemt.application.register.Register;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.dimension.DimensionType;
import no.avstemt.domain.register.Label;
import no.avstemt.persistence.register.Refusals.Tried;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatement;

/** The values of one type of dimension, whatever their details are. Works inside the transaction of its handle. */
final class Values<T> implements Register<T> {

    /** The ledgers at Vipps are in use, whether or not anything is booked of them. */
    private static final String IS_LEDGER = """
            EXISTS (SELECT
                      FROM vipps_ledger g
                     WHERE g.client_account_id = :client AND g.ledger_id = v.key AND v.type = 'bankacc')
            """;

    private static final String ROWS = """
            SELECT v.dimension_value_id, v.key, v.name, v.active, p.organisation_number, p.vat_registered,
                   p.address_line_1, p.address_line_2, p.postcode, p.city, p.country, p.email, p.bank_account,
                   p.customer, p.supplier, b.iban, b.currency, a.code AS account_code,
            """ + IS_LEDGER + """
                   AS is_ledger
              FROM dimension_value v
              LEFT JOIN business_partner p USING (client_account_id, dimension_value_id)
              LEFT JOIN bank_account b USING (client_account_id, dimension_value_id)
              LEFT JOIN account a USING (client_account_id, account_id)
             WHERE client_account_id = :client AND v.type = :type
            """;

    private static final String ASKED_FOR = """
               AND (v.active OR NOT :activeOnly)
               AND (:pattern IS NULL OR lower(v.key) LIKE lower(:pattern) OR lower(v.name) LIKE lower(:pattern)
                    OR p.organisation_number LIKE :pattern OR lower(p.city) LIKE lower(:pattern))
            """;

    private final Handle handle;
    private final DimensionType type;
    private final Details<T> details;

    Values(Handle handle, DimensionType type, Details<T> details) {
        this.handle = handle;
        this.type = type;
        this.details = details;
    }

    /** Shorter numbers come first, so that 9 stands before 10. */
    @Override
    public Found<T> page(ClientAccountId client, Search search, long offset, int limit) {
        long records = asked(handle.createQuery("SELECT count(*) FROM (" + ROWS + ASKED_FOR + ") v"), client, search)
                .mapTo(Long.class)
                .one();
        List<Stored<T>> page = asked(handle.createQuery(ROWS + ASKED_FOR + """
                         ORDER BY length(v.key), v.key COLLATE "C"
                        OFFSET :offset LIMIT :limit
                        """), client, search)
                .bind("offset", offset)
                .bind("limit", limit)
                .map((row, context) -> stored(row))
                .list();
        return new Found<>(records, page);
    }

    private Query asked(Query query, ClientAccountId client, Search search) {
        return of(query, client)
                .bind("activeOnly", search.activeOnly())
                .bind("pattern", search.text().map(Values::anywhere).orElse(null));
    }

    /** A pattern for LIKE in which the text stands for itself. */
    static String anywhere(String text) {
        return "%" + text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }

    @Override
    public Optional<Stored<T>> find(ClientAccountId client, long id) {
        return of(handle.createQuery(ROWS + " AND v.dimension_value_id = :id"), client)
                .bind("id", id)
                .map((row, context) -> stored(row))
                .findOne();
    }

    private Stored<T> stored(ResultSet row) throws SQLException {
        Label label = new Label(row.getString("key"), row.getString("name"), row.getBoolean("active"));
        return new Stored<>(row.getLong("dimension_value_id"), details.read(row, label));
    }

    @Override
    public Optional<Long> add(ClientAccountId client, T thing) {
        Label label = details.label(thing);
        if (isTakenBesides(client, 0, label)) {
            return Optional.empty();
        }
        Optional<Long> id =
                of(handle.createQuery("""
                        INSERT INTO dimension_value (client_account_id, type, key, name, active)
                        VALUES (:client, :type, :key, :name, :active)
                            ON CONFLICT (client_account_id, type, key) DO NOTHING
                        RETURNING dimension_value_id
                        """), client, label).mapTo(Long.class).findOne();
        id.ifPresent(made -> details.save(handle, client, made, thing));
        return id;
    }

    /** A name is shown in reports, so they are new where it is. */
    @Override
    public Written change(ClientAccountId client, long id, T thing) {
        if (isRenumbered(client, id, thing)) {
            if (isLedger(client, id)) {
                return Written.IN_USE;
            }
            if (isTakenBesides(client, id, details.label(thing))) {
                return Written.NUMBER_TAKEN;
            }
        }
        Tried<Integer> tried = Refusals.tried(
                handle,
                () -> of(handle.createUpdate("""
                                UPDATE dimension_value
                                   SET key = :key, name = :name, active = :active
                                 WHERE client_account_id = :client AND type = :type AND dimension_value_id = :id
                                """), client, details.label(thing))
                        .bind("id", id)
                        .execute());
        if (tried.written() == Written.DONE) {
            details.save(handle, client, id, thing);
            reportsAreNew(client);
        }
        return tried.written();
    }

    private boolean isRenumbered(ClientAccountId client, long id, T thing) {
        return find(client, id)
                .filter(stored -> !details.label(stored.thing())
                        .number()
                        .equals(details.label(thing).number()))
                .isPresent();
    }

    /** Large and small letters are alike to people. Who asks for the same number at the same time waits. */
    private boolean isTakenBesides(ClientAccountId client, long id, Label label) {
        of(handle.createQuery("""
                        SELECT pg_advisory_xact_lock(hashtextextended(:client || :type || lower(:key), 0)) IS NULL
                        """), client)
                .bind("key", label.number())
                .mapTo(Boolean.class)
                .one();
        return of(handle.createQuery("""
                        SELECT EXISTS (SELECT
                                         FROM dimension_value
                                        WHERE client_account_id = :client AND type = :type AND lower(key) = lower(:key)
                                          AND dimension_value_id <> :id)
                        """), client)
                .bind("key", label.number())
                .bind("id", id)
                .mapTo(Boolean.class)
                .one();
    }

    private boolean isLedger(ClientAccountId client, long id) {
        return type == DimensionType.BANKACC
                && of(handle.createQuery("SELECT " + IS_LEDGER + """
                                  FROM dimension_value v
                                 WHERE v.client_account_id = :client AND v.type = :type AND v.dimension_value_id = :id
                                """), client)
                        .bind("id", id)
                        .mapTo(Boolean.class)
                        .one();
    }

    @Override
    public Written remove(ClientAccountId client, long id) {
        if (isLedger(client, id)) {
            return Written.IN_USE;
        }
        return Refusals.tried(
                        handle,
                        () -> of(handle.createUpdate("""
                                DELETE FROM dimension_value
                                 WHERE client_account_id = :client AND type = :type AND dimension_value_id = :id
                                """), client)
                                .bind("id", id)
                                .execute())
                .written();
    }

    private void reportsAreNew(ClientAccountId client) {
        handle.createUpdate("""
                        UPDATE journal_head
                           SET chart_version = chart_version + 1
                         WHERE client_account_id = :client
                        """).bind("client", client.value()).execute();
    }

    private <S extends SqlStatement<S>> S of(S statement, ClientAccountId client) {
        return statement.bind("client", client.value()).bind("type", type.apiName());
    }

    private <S extends SqlStatement<S>> S of(S statement, ClientAccountId client, Label label) {
        return of(statement, client)
                .bind("key", label.number())
                .bind("name", label.name())
                .bind("active", label.active());
    }
}
