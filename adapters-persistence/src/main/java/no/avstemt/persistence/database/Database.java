package no.avstemt.persistence.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

/** An open database: migrated, and with a pool as the application role. */
public final class Database implements AutoCloseable {
    static final String EMBEDDED_NAME = "avstemt";

    private static final int CONNECTIONS = 16;

    private final HikariDataSource pool;
    private final Transactions transactions;
    private final Optional<LocalPostgres> postgres;

    Database(Server server, Login application, Optional<LocalPostgres> postgres) {
        this.pool = pool(server, application);
        this.transactions = new Transactions(Jdbi.create(pool), server.place());
        this.postgres = postgres;
    }

    /** @throws DatabaseUnavailable with what to do about it */
    public static Database open(DatabaseSettings settings) {
        if (settings instanceof DatabaseSettings.Embedded embedded) {
            return embedded(LocalPostgres.start(embedded.dataFolder()));
        }
        return external((DatabaseSettings.External) settings);
    }

    /** Takes over the server: it is stopped with the database, or when that can't be opened. */
    static Database embedded(LocalPostgres postgres) {
        try {
            Login owner = postgres.login(Roles.OWNER);
            Login application = postgres.login(Roles.APPLICATION);
            makeRoles(postgres, owner, application);
            Server server = Server.embedded(postgres, EMBEDDED_NAME);
            return open(server, owner, application, Migrations.LOCATIONS, Optional.of(postgres));
        } catch (RuntimeException e) {
            postgres.close();
            throw e;
        }
    }

    private static void makeRoles(LocalPostgres postgres, Login owner, Login application) {
        Server server = Server.embedded(postgres, "postgres");
        try (Connection superuser = server.connect(postgres.superuser())) {
            Roles.make(superuser, EMBEDDED_NAME, owner, application);
        } catch (SQLException e) {
            throw unusable(server, e);
        }
    }

    private static Database external(DatabaseSettings.External settings) {
        Server server = Server.external(settings.url());
        if (settings.owner().isEmpty() || settings.application().isEmpty()) {
            throw Roles.missing(settings);
        }
        return open(
                server, settings.owner().get(), settings.application().get(), Migrations.LOCATIONS, Optional.empty());
    }

    static Database open(
            Server server, Login owner, Login application, List<String> migrations, Optional<LocalPostgres> postgres) {
        try (Connection connection = server.connect(application)) {
            Roles.requireBound(connection, owner, server.place());
        } catch (SQLException e) {
            throw unusable(server, e);
        }
        new Migrations(server, owner, migrations).run(application.user());
        try {
            return new Database(server, application, postgres);
        } catch (HikariPool.PoolInitializationException e) {
            throw Outage.in(server.place(), e).orElseThrow(() -> e);
        }
    }

    private static DatabaseUnavailable unusable(Server server, SQLException e) {
        return Outage.in(server.place(), e)
                .orElseGet(() -> new DatabaseUnavailable("Could not use " + server.place() + ": " + e.getMessage(), e));
    }

    private static HikariDataSource pool(Server server, Login application) {
        var config = new HikariConfig();
        config.setPoolName("avstemt");
        config.setJdbcUrl(server.url());
        config.setDataSourceProperties(server.properties(application));
        config.setUsername(application.user());
        config.setPassword(application.password());
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(2);
        config.setConnectionTimeout(Duration.ofSeconds(15).toMillis());
        return new HikariDataSource(config);
    }

    public Transactions transactions() {
        return transactions;
    }

    /** For libraries that keep tables of their own here; everything else goes through {@link #transactions}. */
    public DataSource dataSource() {
        return pool;
    }

    /** First the pool, then, when it is ours, the server. */
    @Override
    public void close() {
        pool.close();
        postgres.ifPresent(LocalPostgres::close);
    }
}
