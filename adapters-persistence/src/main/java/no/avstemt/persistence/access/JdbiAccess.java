package no.avstemt.persistence.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import no.avstemt.application.access.AccessStore;
import no.avstemt.application.access.ApiKey;
import no.avstemt.application.access.ApiKeyId;
import no.avstemt.application.access.Authenticate.SignedIn;
import no.avstemt.application.access.ClientScope;
import no.avstemt.application.access.EmailAddress;
import no.avstemt.application.access.Language;
import no.avstemt.application.access.NewUser;
import no.avstemt.application.access.PasswordHash;
import no.avstemt.application.access.Right;
import no.avstemt.application.access.Role;
import no.avstemt.application.access.Session;
import no.avstemt.application.access.Token;
import no.avstemt.application.access.TokenHash;
import no.avstemt.application.access.User;
import no.avstemt.application.access.UserId;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.persistence.database.Transactions;
import org.jdbi.v3.core.Handle;

/** Each call is a transaction of its own; what every request asks is one statement. */
public final class JdbiAccess implements AccessStore {

    private static final String USER_COLUMNS = """
            u.user_id, u.email, u.full_name, u.role, u.all_clients, u.language, u.active, u.password_hash,
                   ARRAY(SELECT c.client_account_id FROM user_client c WHERE c.user_id = u.user_id) AS clients""";

    private static final String USER = "SELECT " + USER_COLUMNS + " FROM app_user u WHERE ";

    private static final String SESSION = "SELECT s.csrf_token, s.started_at, s.ends_at, " + USER_COLUMNS + """

              FROM session s
              JOIN app_user u USING (user_id)
             WHERE s.token_hash = :hash
            """;

    private static final String KEY = """
            SELECT k.api_key_id, k.name, k.access_right, k.all_clients AS key_all_clients, k.created_at,
                   ARRAY(SELECT c.client_account_id FROM api_key_client c
                          WHERE c.api_key_id = k.api_key_id) AS key_clients,\s""" + USER_COLUMNS + """

              FROM api_key k
              JOIN app_user u ON u.user_id = k.owner_id
             WHERE k.key_hash = :hash AND k.withdrawn_at IS NULL
            """;

    private final Transactions transactions;

    public JdbiAccess(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Optional<UserId> addUser(NewUser user, Instant now) {
        return office(handle -> add(handle, user, now));
    }

    @Override
    public Optional<User> user(UserId id) {
        return office(handle -> handle.createQuery(USER + "u.user_id = :id")
                .bind("id", id.value())
                .map((row, ctx) -> user(row))
                .findOne());
    }

    @Override
    public Optional<WithPassword> userByEmail(EmailAddress email) {
        return office(handle -> handle.createQuery(USER + "u.email = :email")
                .bind("email", email.value())
                .map((row, ctx) -> new WithPassword(user(row), new PasswordHash(row.getString("password_hash"))))
                .findOne());
    }

    @Override
    public void chooseLanguage(UserId user, Language language) {
        office(handle -> handle.createUpdate("UPDATE app_user SET language = :language WHERE user_id = :id")
                .bind("language", language.tag())
                .bind("id", user.value())
                .execute());
    }

    @Override
    public void setActive(UserId user, boolean active) {
        office(handle -> handle.createUpdate("UPDATE app_user SET active = :active WHERE user_id = :id")
                .bind("active", active)
                .bind("id", user.value())
                .execute());
    }

    @Override
    public void addSession(Session session) {
        office(handle -> handle.createUpdate("""
                        INSERT INTO session (token_hash, user_id, csrf_token, started_at, ends_at)
                        VALUES (:hash, :user, :csrf, :started, :ends)
                        """)
                .bind("hash", session.id().bytes())
                .bind("user", session.user().value())
                .bind("csrf", session.csrf().text())
                .bind("started", utc(session.startedAt()))
                .bind("ends", utc(session.endsAt()))
                .execute());
    }

    @Override
    public Optional<SignedIn> session(TokenHash id) {
        return transactions.office(handle -> handle.createQuery(SESSION)
                .bind("hash", id.bytes())
                .map((row, ctx) -> new SignedIn(user(row), session(row, id)))
                .findOne());
    }

    private static Session session(ResultSet row, TokenHash id) throws SQLException {
        return new Session(
                id,
                new UserId(row.getLong("user_id")),
                new Token(row.getString("csrf_token")),
                instant(row, "started_at"),
                instant(row, "ends_at"));
    }

    @Override
    public void endSession(TokenHash id) {
        office(handle -> handle.createUpdate("DELETE FROM session WHERE token_hash = :hash")
                .bind("hash", id.bytes())
                .execute());
    }

    @Override
    public void forgetSessionsEndedBefore(Instant moment) {
        office(handle -> handle.createUpdate("DELETE FROM session WHERE ends_at < :moment")
                .bind("moment", utc(moment))
                .execute());
    }

    @Override
    public Optional<OwnedKey> apiKey(TokenHash hash) {
        return transactions.office(handle -> handle.createQuery(KEY)
                .bind("hash", hash.bytes())
                .map((row, ctx) -> new OwnedKey(new ApiKeyId(row.getLong("api_key_id")), key(row, hash), user(row)))
                .findOne());
    }

    private static ApiKey key(ResultSet row, TokenHash hash) throws SQLException {
        return new ApiKey(
                hash,
                new UserId(row.getLong("user_id")),
                row.getString("name"),
                scope(row, "key_all_clients", "key_clients"),
                Right.valueOf(row.getString("access_right")),
                instant(row, "created_at"));
    }

    static Optional<UserId> add(Handle handle, NewUser user, Instant now) {
        return handle.createQuery("""
                        INSERT INTO app_user (email, full_name, role, all_clients, password_hash, created_at)
                        VALUES (:email, :name, :role, :all, :password, :now)
                            ON CONFLICT (email) DO NOTHING
                        RETURNING user_id
                        """)
                .bind("email", user.email().value())
                .bind("name", user.name())
                .bind("role", user.role().name())
                .bind("all", user.scope().everyClient())
                .bind("password", user.password().phc())
                .bind("now", utc(now))
                .mapTo(Long.class)
                .findOne()
                .map(id -> {
                    give(handle, "user_client", "user_id", id, user.scope().named());
                    return new UserId(id);
                });
    }

    private <T> T office(Function<Handle, T> work) {
        return transactions.write(List.of(), work);
    }

    /** @param table,column of the two tables above, never from outside */
    static void give(Handle handle, String table, String column, long id, Set<ClientAccountId> clients) {
        handle.createUpdate("INSERT INTO " + table + " (" + column
                        + ", client_account_id) SELECT :id, unnest(:clients::bigint[])")
                .bind("id", id)
                .bindArray(
                        "clients",
                        Long.class,
                        clients.stream().map(ClientAccountId::value).toList())
                .execute();
    }

    private static User user(ResultSet row) throws SQLException {
        return new User(
                new UserId(row.getLong("user_id")),
                new EmailAddress(row.getString("email")),
                row.getString("full_name"),
                Role.valueOf(row.getString("role")),
                scope(row, "all_clients", "clients"),
                Optional.ofNullable(row.getString("language")).flatMap(Language::ofTag),
                row.getBoolean("active"));
    }

    static ClientScope scope(ResultSet row, String every, String named) throws SQLException {
        if (row.getBoolean(every)) {
            return ClientScope.all();
        }
        Long[] clients = (Long[]) row.getArray(named).getArray();
        return ClientScope.of(Arrays.stream(clients).map(ClientAccountId::new).collect(Collectors.toSet()));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static OffsetDateTime utc(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
