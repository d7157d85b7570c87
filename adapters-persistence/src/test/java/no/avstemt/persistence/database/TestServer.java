package no.avstemt.persistence.database;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** The one embedded server of a test JVM, under {@code target/}, with a migrated template to clone. */
final class TestServer {
    static final Path BINARIES = Path.of("target", "pgbin").toAbsolutePath();

    private static final String TEMPLATE = "template_avstemt";
    private static final AtomicInteger CLONES = new AtomicInteger();

    private final LocalPostgres postgres;

    private TestServer(LocalPostgres postgres) {
        this.postgres = postgres;
    }

    static TestServer shared() {
        return Lazily.SHARED;
    }

    private static final class Lazily {
        static final TestServer SHARED = start();
    }

    private static TestServer start() {
        LocalPostgres postgres = startInFreeFolder();
        Runtime.getRuntime().addShutdownHook(new Thread(postgres::close));
        var server = new TestServer(postgres);
        server.dropOldClones();
        server.makeTemplate();
        return server;
    }

    /** Another test JVM may be at work in the same module. */
    private static LocalPostgres startInFreeFolder() {
        var options = new LocalPostgres.Options(
                Optional.of(BINARIES),
                Optional.empty(),
                List.of("fsync=off", "synchronous_commit=off", "full_page_writes=off", "max_connections=200"));
        for (int i = 1; ; i++) {
            Path folder = Path.of("target", "test-postgres-" + i);
            try {
                return LocalPostgres.start(folder, options);
            } catch (DatabaseUnavailable e) {
                if (i == 5 || !String.valueOf(e.getMessage()).contains("in use by another")) {
                    throw e;
                }
            }
        }
    }

    /** An earlier test JVM may have been killed. */
    private void dropOldClones() {
        names("SELECT datname FROM pg_database WHERE datname LIKE 'clone\\_%' OR datname = '" + TEMPLATE + "'")
                .forEach(this::drop);
        names("SELECT rolname FROM pg_roles WHERE rolname !~ '^pg_|^postgres$|^avstemt_'")
                .forEach(role -> run("DROP ROLE " + role));
    }

    private List<String> names(String query) {
        List<String> names = new ArrayList<>();
        try (Connection superuser = superuser("postgres");
                Statement statement = superuser.createStatement();
                var rows = statement.executeQuery(query)) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return names;
    }

    private void makeTemplate() {
        try (Connection superuser = superuser("postgres")) {
            Roles.make(superuser, TEMPLATE, owner(), application());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        new Migrations(at(TEMPLATE), owner(), Migrations.LOCATIONS)
                .run(application().user());
    }

    String makeClone() {
        String name = "clone_" + CLONES.incrementAndGet();
        run("CREATE DATABASE " + name + " TEMPLATE " + TEMPLATE + " STRATEGY wal_log OWNER " + Roles.OWNER);
        return name;
    }

    String makeEmpty() {
        String name = "clone_" + CLONES.incrementAndGet();
        run("CREATE DATABASE " + name + " OWNER " + Roles.OWNER);
        return name;
    }

    void drop(String database) {
        run("DROP DATABASE " + database + " WITH (FORCE)");
    }

    void run(String sql) {
        runAsSuperuser("postgres", sql);
    }

    void runAsSuperuser(String database, String sql) {
        try (Connection superuser = superuser(database);
                Statement statement = superuser.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    Server at(String database) {
        return Server.embedded(postgres, database);
    }

    Connection superuser(String database) {
        return at(database).connect(postgres.superuser());
    }

    Login owner() {
        return postgres.login(Roles.OWNER);
    }

    Login application() {
        return postgres.login(Roles.APPLICATION);
    }

    LocalPostgres postgres() {
        return postgres;
    }
}
