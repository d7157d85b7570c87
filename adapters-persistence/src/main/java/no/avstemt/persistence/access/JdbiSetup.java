package no.avstemt.persistence.access;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import no.avstemt.application.access.NewUser;
import no.avstemt.application.access.SetupStore;
import no.avstemt.application.access.TokenHash;
import no.avstemt.application.access.UserId;
import no.avstemt.persistence.database.Rows;
import no.avstemt.persistence.database.Transactions;
import org.jdbi.v3.core.Handle;

/** Each call is a transaction of its own. */
public final class JdbiSetup implements SetupStore {

    private final Transactions transactions;

    public JdbiSetup(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public boolean hasUsers() {
        return transactions.read(List.of(), JdbiSetup::hasUsers);
    }

    @Override
    public void replaceToken(TokenHash token, Instant now) {
        transactions.write(
                List.of(),
                handle -> handle.createUpdate("""
                        INSERT INTO setup_token (token_hash, created_at)
                        VALUES (:token, :now)
                            ON CONFLICT (only_one) DO UPDATE
                           SET token_hash = excluded.token_hash, created_at = excluded.created_at
                        """)
                        .bind("token", token.bytes())
                        .bind("now", Rows.utc(now))
                        .execute());
    }

    @Override
    public Optional<TokenHash> token() {
        return transactions.read(
                List.of(),
                handle -> handle.createQuery("SELECT token_hash FROM setup_token")
                        .mapTo(byte[].class)
                        .findOne()
                        .map(TokenHash::of));
    }

    /** Of two that show the token at once, the second waits for the row and finds it gone. */
    @Override
    public Optional<UserId> addFirst(TokenHash token, NewUser user, Instant now) {
        return transactions.write(List.of(), handle -> {
            int used = handle.createUpdate("DELETE FROM setup_token WHERE token_hash = :token")
                    .bind("token", token.bytes())
                    .execute();
            return used == 0 || hasUsers(handle) ? Optional.empty() : JdbiAccess.add(handle, user, now);
        });
    }

    private static boolean hasUsers(Handle handle) {
        return handle.createQuery("SELECT EXISTS (SELECT FROM app_user)")
                .mapTo(Boolean.class)
                .one();
    }
}
