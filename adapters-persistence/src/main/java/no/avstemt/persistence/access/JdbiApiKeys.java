package no.avstemt.persistence.access;

import static no.avstemt.persistence.database.Rows.instant;
import static no.avstemt.persistence.database.Rows.optionalInstant;
import static no.avstemt.persistence.database.Rows.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import no.avstemt.application.access.ApiKey;
import no.avstemt.application.access.ApiKeyId;
import no.avstemt.application.access.ApiKeyStore;
import no.avstemt.application.access.Right;
import no.avstemt.application.access.UserId;
import org.jdbi.v3.core.Handle;

/** Works inside the transaction of its handle. */
public final class JdbiApiKeys implements ApiKeyStore {

    private final Handle handle;

    public JdbiApiKeys(Handle handle) {
        this.handle = handle;
    }

    @Override
    public ApiKeyId add(ApiKey key) {
        long id = handle.createQuery("""
                        INSERT INTO api_key (key_hash, owner_id, name, access_right, all_clients, created_at)
                        VALUES (:hash, :owner, :name, :right, :all, :created)
                        RETURNING api_key_id
                        """)
                .bind("hash", key.hash().bytes())
                .bind("owner", key.owner().value())
                .bind("name", key.name())
                .bind("right", key.right().name())
                .bind("all", key.scope().everyClient())
                .bind("created", utc(key.createdAt()))
                .mapTo(Long.class)
                .one();
        JdbiAccess.give(handle, "api_key_client", "api_key_id", id, key.scope().named());
        return new ApiKeyId(id);
    }

    @Override
    public List<KnownKey> all() {
        return handle.createQuery("""
                        SELECT k.api_key_id, k.owner_id, u.full_name, k.name, k.access_right, k.all_clients, k.created_at,
                               k.last_used_at, k.withdrawn_at,
                               ARRAY(SELECT c.client_account_id FROM api_key_client c
                                      WHERE c.api_key_id = k.api_key_id) AS clients
                          FROM api_key k
                          JOIN app_user u ON u.user_id = k.owner_id
                         ORDER BY k.withdrawn_at IS NOT NULL, k.created_at DESC, k.api_key_id DESC
                        """).map((row, context) -> known(row)).list();
    }

    @Override
    public boolean withdraw(ApiKeyId key, Instant now) {
        return handle.createUpdate("""
                        UPDATE api_key
                           SET withdrawn_at = :now
                         WHERE api_key_id = :key AND withdrawn_at IS NULL
                        """)
                        .bind("key", key.value())
                        .bind("now", utc(now))
                        .execute()
                == 1;
    }

    private static KnownKey known(ResultSet row) throws SQLException {
        return new KnownKey(
                new ApiKeyId(row.getLong("api_key_id")),
                new UserId(row.getLong("owner_id")),
                row.getString("full_name"),
                row.getString("name"),
                JdbiAccess.scope(row, "all_clients", "clients"),
                Right.valueOf(row.getString("access_right")),
                instant(row, "created_at"),
                optionalInstant(row, "last_used_at"),
                optionalInstant(row, "withdrawn_at"));
    }
}
