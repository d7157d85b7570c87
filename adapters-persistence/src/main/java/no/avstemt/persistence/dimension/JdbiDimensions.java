package no.avstemt.persistence.dimension;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import no.avstemt.application.dimension.DimensionStore;
import no.avstemt.domain.chart.AccountCode;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.dimension.DimensionRef;
import no.avstemt.domain.dimension.DimensionType;
import no.avstemt.domain.journal.MandatoryDimensions;
import no.avstemt.persistence.database.Bulk;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.Update;

/** Works inside the transaction of its handle. */
public final class JdbiDimensions implements DimensionStore {

    private final Handle handle;

    public JdbiDimensions(Handle handle) {
        this.handle = handle;
    }

    @Override
    public void addMissing(ClientAccountId client, Collection<DimensionRef> values) {
        Update insert = handle.createUpdate("""
                        INSERT INTO dimension_value (client_account_id, type, key, name)
                        SELECT :client, v.type, v.key, v.key
                          FROM unnest(:type::text[], :key::text[]) AS v (type, key)
                         ORDER BY v.type, v.key
                            ON CONFLICT (client_account_id, type, key) DO NOTHING
                        """).bind("client", client.value());
        Bulk.of(insert, List.copyOf(values))
                .texts("type", value -> value.type().apiName())
                .texts("key", DimensionRef::key);
        insert.execute();
    }

    @Override
    public Map<DimensionRef, Known> find(ClientAccountId client, Collection<DimensionRef> values) {
        Query query = handle.createQuery("""
                        SELECT v.dimension_value_id, v.type, v.key, v.name, v.active
                          FROM unnest(:type::text[], :key::text[]) AS w (type, key)
                          JOIN dimension_value v
                            ON v.client_account_id = :client AND v.type = w.type AND v.key = w.key
                        """).bind("client", client.value());
        Bulk.of(query, List.copyOf(Set.copyOf(values)))
                .texts("type", value -> value.type().apiName())
                .texts("key", DimensionRef::key);
        return query.map((row, context) -> known(row)).stream()
                .collect(Collectors.toMap(Known::ref, Function.identity()));
    }

    @Override
    public Map<DimensionRef, String> inOtherLetters(ClientAccountId client, Collection<DimensionRef> values) {
        Query query = handle.createQuery("""
                        SELECT w.type, w.key AS wanted, min(v.key) AS key
                          FROM unnest(:type::text[], :key::text[]) AS w (type, key)
                          JOIN dimension_value v
                            ON v.client_account_id = :client AND v.type = w.type AND lower(v.key) = lower(w.key)
                         WHERE v.key <> w.key
                         GROUP BY w.type, w.key
                        """).bind("client", client.value());
        Bulk.of(query, List.copyOf(Set.copyOf(values)))
                .texts("type", value -> value.type().apiName())
                .texts("key", DimensionRef::key);
        Map<DimensionRef, String> found = new HashMap<>();
        query.map((row, context) ->
                        Map.entry(new DimensionRef(type(row), row.getString("wanted")), row.getString("key")))
                .forEach(one -> found.put(one.getKey(), one.getValue()));
        return found;
    }

    @Override
    public Map<Long, Known> byId(ClientAccountId client, Collection<Long> ids) {
        return handle
                .createQuery("""
                        SELECT dimension_value_id, type, key, name, active
                          FROM dimension_value
                         WHERE client_account_id = :client AND dimension_value_id = ANY (:ids::bigint[])
                        """)
                .bind("client", client.value())
                .bindArray("ids", Long.class, List.copyOf(ids))
                .map((row, context) -> known(row))
                .stream()
                .collect(Collectors.toMap(Known::id, Function.identity()));
    }

    private static Known known(ResultSet row) throws SQLException {
        DimensionRef ref = new DimensionRef(type(row), row.getString("key"));
        return new Known(row.getLong("dimension_value_id"), ref, row.getString("name"), row.getBoolean("active"));
    }

    private static DimensionType type(ResultSet row) throws SQLException {
        return DimensionType.of(row.getString("type")).orElseThrow();
    }

    @Override
    public MandatoryDimensions mandatory(ClientAccountId client) {
        Map<AccountCode, Set<DimensionType>> byAccount = new HashMap<>();
        handle.createQuery("""
                        SELECT a.code, d.type
                          FROM account_dimension d
                          JOIN account a USING (client_account_id, account_id)
                         WHERE client_account_id = :client
                        """)
                .bind("client", client.value())
                .map((row, context) -> Map.entry(new AccountCode(row.getString("code")), type(row)))
                .forEach(duty -> byAccount
                        .computeIfAbsent(duty.getKey(), key -> EnumSet.noneOf(DimensionType.class))
                        .add(duty.getValue()));
        return new MandatoryDimensions(byAccount);
    }

    @Override
    public void require(ClientAccountId client, AccountCode account, Set<DimensionType> types) {
        handle.createUpdate("""
                        DELETE FROM account_dimension d
                         USING account a
                         WHERE d.client_account_id = :client AND a.client_account_id = :client
                           AND a.account_id = d.account_id AND a.code = :code
                        """)
                .bind("client", client.value())
                .bind("code", account.digits())
                .execute();
        handle.createUpdate("""
                        INSERT INTO account_dimension (client_account_id, account_id, type)
                        SELECT :client, a.account_id, t.type
                          FROM account a, unnest(:types::text[]) AS t (type)
                         WHERE a.client_account_id = :client AND a.code = :code
                        """)
                .bind("client", client.value())
                .bind("code", account.digits())
                .bindArray(
                        "types",
                        String.class,
                        types.stream().map(DimensionType::apiName).toList())
                .execute();
    }
}
