package no.avstemt.persistence.favourite;

import static no.avstemt.persistence.database.Rows.utc;

import java.time.Instant;
import java.util.List;
import no.avstemt.application.favourite.Favourite;
import no.avstemt.application.favourite.FavouriteStore;
import no.avstemt.application.favourite.Shelf;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;

/** Works inside the transaction of its handle. */
public final class JdbiFavourites implements FavouriteStore {

    private static final String OF = """
        SELECT name, address
          FROM %1$sfavourite
         WHERE %2$suser_id = :user
         ORDER BY lower(name), name
        """;

    private static final String KEEP = """
        INSERT INTO %1$sfavourite (%3$suser_id, name, address, kept_at)
        VALUES (%4$s:user, :name, :address, :now)
            ON CONFLICT (%3$suser_id, name) DO UPDATE
           SET address = excluded.address, kept_at = excluded.kept_at
        """;

    private static final String REMOVE = """
        DELETE FROM %1$sfavourite
         WHERE %2$suser_id = :user AND name = :name
        """;

    private final Handle handle;

    public JdbiFavourites(Handle handle) {
        this.handle = handle;
    }

    @Override
    public List<Favourite> of(Shelf shelf) {
        return bind(handle.createQuery(on(shelf, OF)), shelf)
                .map((row, context) -> new Favourite(row.getString("name"), row.getString("address")))
                .list();
    }

    @Override
    public void keep(Shelf shelf, Favourite favourite, Instant now) {
        bind(handle.createUpdate(on(shelf, KEEP)), shelf)
                .bind("name", favourite.name())
                .bind("address", favourite.address())
                .bind("now", utc(now))
                .execute();
    }

    @Override
    public void remove(Shelf shelf, String name) {
        bind(handle.createUpdate(on(shelf, REMOVE)), shelf).bind("name", name).execute();
    }

    private static String on(Shelf shelf, String sql) {
        return shelf.client().isPresent()
                ? sql.formatted("", "client_account_id = :client AND ", "client_account_id, ", ":client, ")
                : sql.formatted("office_", "", "", "");
    }

    private static <T extends SqlStatement<T>> T bind(T statement, Shelf shelf) {
        shelf.client().ifPresent(client -> statement.bind("client", client.value()));
        return statement.bind("user", shelf.user().value());
    }
}
