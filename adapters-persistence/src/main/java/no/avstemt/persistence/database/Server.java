package no.avstemt.persistence.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;
import org.postgresql.Driver;

/**
 * Where a database is and how one gets there.
 *
 * @param url JDBC address without user and password
 * @param place how a person is told of it, as {@code "the database in /data"}
 * @param advice where the passwords come from, for a person
 */
record Server(String url, String place, String advice) {
    private static final int OLDEST_MAJOR = 15;
    private static final String CONNECT_SECONDS = "10";

    static Server embedded(LocalPostgres postgres, String database) {
        String folder = postgres.folder().path().toString();
        return new Server(
                postgres.url(database),
                "the database in " + folder,
                "The passwords are in the files *.password in " + folder + ".");
    }

    /** @throws DatabaseUnavailable when the address is no JDBC address of a PostgreSQL */
    static Server external(String url) {
        Properties parts = url.startsWith("jdbc:postgresql:") ? Driver.parseURL(url, new Properties()) : null;
        if (parts == null) {
            throw new DatabaseUnavailable("AVSTEMT_DB_URL is not the address of a PostgreSQL database. It should look "
                    + "like jdbc:postgresql://host:5432/avstemt.");
        }
        if (parts.getProperty("user") != null || parts.getProperty("password") != null) {
            throw new DatabaseUnavailable("AVSTEMT_DB_URL holds a user or a password. Leave them out there and set "
                    + "AVSTEMT_DB_USER and AVSTEMT_DB_PASSWORD.");
        }
        String place = "the database " + parts.getProperty("PGDBNAME") + " at " + parts.getProperty("PGHOST") + ":"
                + parts.getProperty("PGPORT");
        return new Server(url, place, "Look at AVSTEMT_DB_URL and the AVSTEMT_DB_ users and passwords.");
    }

    static Optional<String> databaseName(String url) {
        Properties parts = Driver.parseURL(url, new Properties());
        return Optional.ofNullable(parts == null ? null : parts.getProperty("PGDBNAME"));
    }

    /** What every connection is opened with: a server that does not answer is told of, not waited for. */
    Properties properties(Login login) {
        var properties = new Properties();
        properties.setProperty("user", login.user());
        properties.setProperty("password", login.password());
        properties.setProperty("connectTimeout", CONNECT_SECONDS);
        properties.setProperty("loginTimeout", CONNECT_SECONDS);
        properties.setProperty("socketTimeout", "900");
        properties.setProperty("tcpKeepAlive", "true");
        properties.setProperty("ApplicationName", "avstemt");
        return properties;
    }

    /** @throws DatabaseUnavailable when it can't be reached, lets nobody in, or is too old */
    Connection connect(Login login) {
        try {
            Connection connection = DriverManager.getConnection(url, properties(login));
            try {
                requireVersion(connection);
                return connection;
            } catch (SQLException | RuntimeException e) {
                connection.close();
                throw e;
            }
        } catch (SQLException e) {
            throw refused(login, e);
        }
    }

    private void requireVersion(Connection connection) throws SQLException {
        var version = connection.getMetaData();
        requireMajor(version.getDatabaseMajorVersion(), version.getDatabaseProductVersion());
    }

    void requireMajor(int major, String version) {
        if (major < OLDEST_MAJOR) {
            throw new DatabaseUnavailable("PostgreSQL at " + place + " is " + version + "; Avstemt needs "
                    + OLDEST_MAJOR + " or later. Upgrade it, or leave out AVSTEMT_DB_URL to use Avstemt's own.");
        }
    }

    private DatabaseUnavailable refused(Login login, SQLException e) {
        String state = String.valueOf(e.getSQLState());
        if (state.startsWith("28")) {
            return new DatabaseUnavailable(
                    "The user " + login.user() + " was not let in to " + place
                            + ": wrong password, or no right to log in. " + advice,
                    e);
        }
        if (state.equals("3D000")) {
            return new DatabaseUnavailable("Not there: " + place + ". Make it with CREATE DATABASE. " + advice, e);
        }
        return Outage.in(place, e)
                .map(outage -> state.startsWith("08") ? unreachable(e) : outage)
                .orElseGet(() -> unreachable(e));
    }

    private DatabaseUnavailable unreachable(SQLException e) {
        return new DatabaseUnavailable(
                "Could not reach " + place + " (" + e.getMessage()
                        + "). See that it runs and can be reached from here. " + advice,
                e);
    }
}
