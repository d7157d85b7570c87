package no.avstemt.persistence.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.postgresql.ds.PGSimpleDataSource;

/** Brings the tables to this version, as the owner. A migration that fails leaves everything as it was. */
record Migrations(Server server, Login owner, List<String> locations) {
    private static final String CLASSPATH = "classpath:";
    static final List<String> LOCATIONS = List.of(CLASSPATH + "db/migration");

    Migrations {
        locations = List.copyOf(locations);
    }

    /**
     * @param applicationRole what {@code ${app_role}} in a migration stands for, as a quoted identifier
     * @throws DatabaseUnavailable when a newer program has been here, or a migration fails
     */
    void run(String applicationRole) {
        try (Connection first = server.connect(owner)) {
            if (!allRanOn(first)) {
                Flyway flyway = flyway(applicationRole);
                refuseNewer(flyway);
                flyway.migrate();
            }
        } catch (FlywayException e) {
            throw Outage.in(server.place(), e).orElseGet(() -> failed(e));
        } catch (SQLException e) {
            throw Outage.in(server.place(), e).orElseGet(() -> failed(e));
        }
    }

    private boolean allRanOn(Connection database) throws SQLException {
        return locations.size() == 1
                && new MigrationFiles(locations.get(0).substring(CLASSPATH.length())).allRanOn(database);
    }

    private Flyway flyway(String applicationRole) {
        return Flyway.configure()
                .dataSource(dataSource())
                .locations(locations.toArray(String[]::new))
                .placeholders(Map.of("app_role", Roles.quoted(applicationRole)))
                .cleanDisabled(true)
                .load();
    }

    private PGSimpleDataSource dataSource() {
        var source = new PGSimpleDataSource();
        source.setUrl(server.url());
        source.setUser(owner.user());
        source.setPassword(owner.password());
        source.setConnectTimeout(10);
        source.setApplicationName("avstemt migration");
        return source;
    }

    private void refuseNewer(Flyway flyway) {
        Arrays.stream(flyway.info().all())
                .filter(migration -> migration.getState() == MigrationState.FUTURE_SUCCESS)
                .map(MigrationInfo::getVersion)
                .findFirst()
                .ifPresent(version -> {
                    throw new DatabaseUnavailable("A newer Avstemt has used " + server.place() + " (it has version "
                            + version + "). Start that one; nothing was changed.");
                });
    }

    private DatabaseUnavailable failed(Exception cause) {
        return new DatabaseUnavailable(
                "The tables of " + server.place()
                        + " could not be brought to this version of Avstemt; they are as they "
                        + "were. Go on with the version used before, and report this: " + cause.getMessage(),
                cause);
    }
}
