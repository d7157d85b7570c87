package no.avstemt.persistence.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * A database of a test's own: migrated, empty, cloned in a tenth of a second from the one server of the test JVM.
 *
 * <pre>{@code
 * @AutoClose
 * static final TestDatabase DATABASE = TestDatabase.fresh();
 * }</pre>
 */
public final class TestDatabase implements AutoCloseable {
    private final TestServer server;
    private final String name;
    private final Database database;

    private TestDatabase(TestServer server, String name) {
        this.server = server;
        this.name = name;
        this.database = new Database(server.at(name), server.application(), Optional.empty());
    }

    public static TestDatabase fresh() {
        TestServer server = TestServer.shared();
        return new TestDatabase(server, server.makeClone());
    }

    /** Where a program finds a database of its own, which is left until the server's next start. */
    public static DatabaseSettings.External forProgram() {
        TestServer server = TestServer.shared();
        return settings(server, server.makeClone());
    }

    /** As the program has it: connected as the application role. */
    public Database database() {
        return database;
    }

    public Transactions transactions() {
        return database.transactions();
    }

    /** For a program that is to open this same database by its address. */
    public DatabaseSettings.External settings() {
        return settings(server, name);
    }

    private static DatabaseSettings.External settings(TestServer server, String name) {
        return new DatabaseSettings.External(
                server.postgres().url(name), Optional.of(server.application()), Optional.of(server.owner()));
    }

    /** As the role that owns the tables, in a transaction that is committed. */
    public <T> T asOwner(Function<Handle, T> work) {
        return inTransaction(server.owner(), work);
    }

    /** As the superuser, whom row-level security does not bind: what is really there. */
    public <T> T asSuperuser(Function<Handle, T> work) {
        return inTransaction(server.postgres().superuser(), work);
    }

    private <T> T inTransaction(Login login, Function<Handle, T> work) {
        try (Connection connection = server.at(name).connect(login)) {
            return Jdbi.create(connection).inTransaction(work::apply);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        database.close();
        server.drop(name);
    }
}
