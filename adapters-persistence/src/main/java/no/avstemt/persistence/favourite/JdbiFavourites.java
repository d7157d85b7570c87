package no.avstemt.persistence.favourite;

import static no.avstemt.persistence.database.Rows.utc;

import java.time.Instant;
import java.util.List;
import no.avstemt.application.access.UserId;
import no.avstemt.application.favourite.Favourite;
import no.avstemt.application.favourite.FavouriteStore;
import no.avstemt.domain.client.ClientAccountId;
import org.jdbi.v3.core.Handle;

/** Works inside the transaction of its handle. */
public final class JdbiFavourites implements FavouriteStore {

    private final Handle handle;

    public JdbiFavourites(Handle handle) {
        this.handle = handle;
    }

    @Override
    public List<Favourite> of(ClientAccountId client, UserId user) {
        return handle.createQuery("""
                        SELECT name, address
                          FROM favourite
                         WHERE client_account_id = :client AND user_id = :user
                         ORDER BY lower(name), name
                        """)
                .bind("client", client.value())
                .bind("user", user.value())
                .map((row, context) -> new Favourite(row.getString("name"), row.getString("address")))
                .list();
    }

    @Override
    public void keep(ClientAccountId client, UserId user, Favourite favourite, Instant now) {
        handle.createUpdate("""
                        INSERT INTO favourite (client_account_id, user_id, name, address, kept_at)
                        VALUES (:client, :user, :name, :address, :now)
                            ON CONFLICT (client_account_id, user_id, name) DO UPDATE
                           SET address = excluded.address, kept_at = excluded.kept_at
                        """)
                .bind("client", client.value())
                .bind("user", user.value())
                .bind("name", favourite.name())
                .bind("address", favourite.address())
                .bind("now", utc(now))
                .execute();
    }

    @Override
    public void remove(ClientAccountId client, UserId user, String name) {
        handle.createUpdate("""
                        DELETE FROM favourite
                         WHERE client_account_id = :client AND user_id = :user AND name = :name
                        """)
                .bind("client", client.value())
                .bind("user", user.value())
                .bind("name", name)
                .execute();
    }
}
