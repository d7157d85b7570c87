package no.avstemt.persistence.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.postgresql.PGConnection;

/** The owner, who migrates, and the application role, which row-level security binds. */
final class Roles {
    static final String OWNER = "avstemt_owner";
    static final String APPLICATION = "avstemt_app";

    private Roles() {}

    /** Makes both roles and the database, or what is missing of them, and sets the passwords. */
    static void make(Connection superuser, String database, Login owner, Login application) throws SQLException {
        makeRole(superuser, owner);
        makeRole(superuser, application);
        if (!exists(superuser, "SELECT 1 FROM pg_database WHERE datname = ?", database)) {
            run(superuser, "CREATE DATABASE " + quoted(database) + " OWNER " + quoted(owner.user()));
        }
        run(superuser, "REVOKE ALL ON DATABASE " + quoted(database) + " FROM PUBLIC");
        run(
                superuser,
                "GRANT CONNECT, TEMPORARY ON DATABASE " + quoted(database) + " TO " + quoted(application.user()));
    }

    private static void makeRole(Connection superuser, Login role) throws SQLException {
        if (!exists(superuser, "SELECT 1 FROM pg_roles WHERE rolname = ?", role.user())) {
            run(
                    superuser,
                    "CREATE ROLE " + quoted(role.user())
                            + " LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS NOREPLICATION");
        }
        // The driver sends the hash, so the password is in no statement and no log.
        superuser
                .unwrap(PGConnection.class)
                .alterUserPassword(role.user(), role.password().toCharArray(), "scram-sha-256");
    }

    /**
     * Looked at before the tables are made: who is no member of the owner will own none of them.
     *
     * @throws DatabaseUnavailable when the role could get round row-level security, and why
     */
    static void requireBound(Connection application, Login owner, String place) throws SQLException {
        List<String> reasons = new ArrayList<>();
        try (PreparedStatement statement = application.prepareStatement("""
                SELECT EXISTS (SELECT FROM pg_roles r WHERE r.rolsuper
                               AND pg_has_role(current_user, r.oid, 'MEMBER')) AS superuser,
                       EXISTS (SELECT FROM pg_roles r WHERE r.rolbypassrls
                               AND pg_has_role(current_user, r.oid, 'MEMBER')) AS bypasses,
                       EXISTS (SELECT FROM pg_roles r WHERE r.rolname = ?
                               AND pg_has_role(current_user, r.oid, 'MEMBER'))
                       OR EXISTS (SELECT FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                               WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f')
                               AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
                               AND pg_has_role(current_user, c.relowner, 'MEMBER')) AS owns
                """)) {
            statement.setString(1, owner.user());
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                add(reasons, row.getBoolean("superuser"), "is a superuser");
                add(reasons, row.getBoolean("bypasses"), "may bypass row-level security");
                add(reasons, row.getBoolean("owns"), "owns the tables, or is a member of their owner");
            }
        }
        if (!reasons.isEmpty()) {
            throw new DatabaseUnavailable("The user "
                    + application.getMetaData().getUserName() + " of " + place + " "
                    + String.join(" and ", reasons) + ", so one client's books could be shown to another. Avstemt runs "
                    + "only as a role that is bound: make one with\n"
                    + "  CREATE ROLE " + APPLICATION + " LOGIN NOSUPERUSER NOBYPASSRLS PASSWORD '...';\n"
                    + "and set AVSTEMT_DB_USER and AVSTEMT_DB_PASSWORD to it.");
        }
    }

    /** Says what a person runs as superuser to make the other role, when only one was given. */
    static DatabaseUnavailable missing(DatabaseSettings.External settings) {
        String database = quoted(Server.databaseName(settings.url()).orElse("avstemt"));
        String application = settings.application().map(Login::user).orElse(APPLICATION);
        String sql = "";
        if (settings.application().isEmpty()) {
            sql += "  CREATE ROLE " + quoted(application) + " LOGIN NOSUPERUSER NOBYPASSRLS PASSWORD '...';\n";
        }
        if (settings.owner().isEmpty()) {
            sql += "  CREATE ROLE " + quoted(OWNER) + " LOGIN NOSUPERUSER NOBYPASSRLS PASSWORD '...';\n"
                    + "  ALTER DATABASE " + database + " OWNER TO " + quoted(OWNER) + ";\n";
        }
        sql += "  GRANT CONNECT, TEMPORARY ON DATABASE " + database + " TO " + quoted(application) + ";";
        return new DatabaseUnavailable("Avstemt needs two roles in PostgreSQL: an owner (AVSTEMT_DB_OWNER_USER, "
                + "AVSTEMT_DB_OWNER_PASSWORD) that makes the tables, and one to run as (AVSTEMT_DB_USER, "
                + "AVSTEMT_DB_PASSWORD). Not set: " + unset(settings)
                + ". Run this as a superuser of the database, and set all four:\n" + sql);
    }

    private static String unset(DatabaseSettings.External settings) {
        if (settings.application().isPresent()) {
            return "the owner";
        }
        return settings.owner().isPresent() ? "the one to run as" : "either";
    }

    static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    private static void add(List<String> reasons, boolean holds, String reason) {
        if (holds) {
            reasons.add(reason);
        }
    }

    private static boolean exists(Connection connection, String query, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
