package no.avstemt.persistence.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DatabaseTest {
    private static final TestServer SERVER = TestServer.shared();

    private String name = "";

    @BeforeEach
    void an_empty_database() {
        name = SERVER.makeEmpty();
    }

    @AfterEach
    void drop_it() {
        SERVER.drop(name);
    }

    @Test
    void an_external_database_is_migrated_by_the_owner_and_used_by_the_other() {
        try (Database database = Database.open(external(SERVER.application(), SERVER.owner()))) {
            assertEquals(Roles.APPLICATION, database.transactions().read(List.of(), DatabaseTest::user));
            assertThrows(
                    RuntimeException.class,
                    () -> database.transactions()
                            .write(List.of(), handle -> handle.execute("CREATE TABLE mine (i int)")));
        }
        Database.open(external(SERVER.application(), SERVER.owner())).close();
    }

    @Test
    void an_embedded_database_opens_in_an_empty_folder_and_again(@TempDir Path folder) {
        var options = HoldsFolder.options(TestServer.BINARIES);
        for (int start = 1; start <= 2; start++) {
            try (Database database = Database.embedded(LocalPostgres.start(folder, options))) {
                assertEquals(Roles.APPLICATION, database.transactions().read(List.of(), DatabaseTest::user));
            }
        }
    }

    @Test
    void with_the_running_role_only_the_start_prints_how_to_make_the_owner() {
        var settings = DatabaseSettings.external(
                SERVER.postgres().url(name), Optional.of(new Login("nils", "hemmelig")), Optional.empty());

        String expected = """
                Avstemt needs two roles in PostgreSQL: an owner (AVSTEMT_DB_OWNER_USER, AVSTEMT_DB_OWNER_PASSWORD) \
                that makes the tables, and one to run as (AVSTEMT_DB_USER, AVSTEMT_DB_PASSWORD). Not set: the owner. \
                Run this as a superuser of the database, and set all four:
                  CREATE ROLE "avstemt_owner" LOGIN NOSUPERUSER NOBYPASSRLS PASSWORD '...';
                  ALTER DATABASE "%1$s" OWNER TO "avstemt_owner";
                  GRANT CONNECT, TEMPORARY ON DATABASE "%1$s" TO "nils";""";
        assertEquals(expected.formatted(name), refusal(settings));
    }

    @Test
    void with_the_owner_only_the_start_prints_how_to_make_the_running_role() {
        String message = refusal(
                DatabaseSettings.external(SERVER.postgres().url(name), Optional.empty(), Optional.of(SERVER.owner())));

        assertTrue(message.contains("CREATE ROLE \"avstemt_app\" LOGIN NOSUPERUSER NOBYPASSRLS"), message);
    }

    @Test
    void the_printed_statements_make_a_database_that_opens() {
        String message =
                refusal(DatabaseSettings.external(SERVER.postgres().url(name), Optional.empty(), Optional.empty()));
        String sql = message.substring(message.indexOf("  CREATE ROLE"))
                .replace(Roles.OWNER, "another_owner")
                .replace(Roles.APPLICATION, "another_app")
                .replace("'...'", "'hemmelig'");
        for (String statement : sql.split(";", -1)) {
            SERVER.run(statement);
        }
        Database.open(external(new Login("another_app", "hemmelig"), new Login("another_owner", "hemmelig")))
                .close();

        SERVER.drop(name);
        SERVER.run("DROP ROLE another_app");
        SERVER.run("DROP ROLE another_owner");
        name = SERVER.makeEmpty();
    }

    @Test
    void a_superuser_is_refused() {
        String message = refusal(external(SERVER.postgres().superuser(), SERVER.owner()));

        assertTrue(message.contains("is a superuser and may bypass row-level security and owns the tables"), message);
    }

    @Test
    void the_owner_is_refused_as_the_role_to_run_as() {
        String message = refusal(external(SERVER.owner(), SERVER.owner()));

        assertTrue(message.startsWith("The user avstemt_owner of the database "), message);
        assertTrue(message.contains("owns the tables, or is a member of their owner"), message);
    }

    @Test
    void a_member_of_the_owner_is_refused() {
        SERVER.run("CREATE ROLE member LOGIN PASSWORD 'hemmelig' IN ROLE " + Roles.OWNER);
        try {
            assertTrue(refusal(external(new Login("member", "hemmelig"), SERVER.owner()))
                    .contains("owns the tables, or is a member of their owner"));
        } finally {
            SERVER.run("DROP ROLE member");
        }
    }

    @Test
    void a_wrong_password_is_told_without_the_password() {
        String message = refusal(external(SERVER.application(), new Login(Roles.OWNER, "feil-gjett")));

        assertEquals(
                "The user avstemt_owner was not let in to the database " + name + " at "
                        + SERVER.postgres().url("").replaceAll(".*//|/", "")
                        + ": wrong password, or no right to log in. Look at AVSTEMT_DB_URL and the AVSTEMT_DB_ users and"
                        + " passwords.",
                message);
    }

    @Test
    void a_database_that_is_not_there_is_named() {
        var settings = DatabaseSettings.external(
                SERVER.postgres().url("nowhere"), Optional.of(SERVER.application()), Optional.of(SERVER.owner()));

        assertTrue(refusal(settings).startsWith("Not there: the database nowhere at 127.0.0.1:"));
    }

    @Test
    void a_server_that_does_not_answer_is_named() throws IOException {
        int port;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        String message = refusal(DatabaseSettings.external(
                "jdbc:postgresql://127.0.0.1:" + port + "/avstemt",
                Optional.of(SERVER.application()),
                Optional.of(SERVER.owner())));

        assertTrue(message.startsWith("Could not reach the database avstemt at 127.0.0.1:" + port + " ("), message);
    }

    @Test
    void an_address_of_something_else_is_refused() {
        assertTrue(refusal(DatabaseSettings.external("jdbc:mysql://here/x", Optional.empty(), Optional.empty()))
                .startsWith("AVSTEMT_DB_URL is not the address of a PostgreSQL database."));
        assertTrue(refusal(DatabaseSettings.external(
                        "jdbc:postgresql://here/x?user=a&password=b", Optional.empty(), Optional.empty()))
                .startsWith("AVSTEMT_DB_URL holds a user or a password."));
    }

    @Test
    void an_old_postgresql_is_refused() {
        var server = Server.external("jdbc:postgresql://here/x");

        var failure = assertThrows(DatabaseUnavailable.class, () -> server.requireMajor(14, "14.9"));

        assertEquals(
                "PostgreSQL at the database x at here:5432 is 14.9; Avstemt needs 15 or later. Upgrade it, or leave out"
                        + " AVSTEMT_DB_URL to use Avstemt's own.",
                failure.getMessage());
    }

    @Test
    void a_database_that_a_newer_program_has_used_is_left_alone() {
        Database.open(external(SERVER.application(), SERVER.owner())).close();
        SERVER.runAsSuperuser(
                name,
                "INSERT INTO flyway_schema_history SELECT 999, '29991231.2359', 'later', type, 'V29991231_2359__later.sql',"
                        + " 1, installed_by, now(), 1, true FROM flyway_schema_history WHERE version IS NOT NULL LIMIT 1");

        String message = refusal(external(SERVER.application(), SERVER.owner()));

        assertTrue(message.startsWith("A newer Avstemt has used the database "), message);
    }

    @Test
    void a_database_that_has_had_these_very_migrations_is_known_without_flyway() throws SQLException {
        var files = new MigrationFiles("db/migration");
        assertEquals(false, ranOn(files));
        Database.open(external(SERVER.application(), SERVER.owner())).close();
        assertEquals(true, ranOn(files));

        SERVER.runAsSuperuser(
                name,
                "UPDATE flyway_schema_history SET checksum = checksum + 1"
                        + " WHERE installed_rank = (SELECT max(installed_rank) FROM flyway_schema_history)");

        assertEquals(false, ranOn(files));
        String message = refusal(external(SERVER.application(), SERVER.owner()));
        assertTrue(message.contains("could not be brought to this version of Avstemt"), message);
    }

    private boolean ranOn(MigrationFiles files) throws SQLException {
        try (Connection owner = SERVER.at(name).connect(SERVER.owner())) {
            return files.allRanOn(owner);
        }
    }

    @Test
    void a_migration_that_fails_changes_nothing_and_is_told_of() {
        var migrations = new Migrations(SERVER.at(name), SERVER.owner(), List.of("classpath:db/broken"));

        var failure = assertThrows(DatabaseUnavailable.class, () -> migrations.run(Roles.APPLICATION));

        assertTrue(
                failure.getMessage().contains("could not be brought to this version of Avstemt"), failure.getMessage());
        assertThrows(
                IllegalStateException.class, () -> SERVER.runAsSuperuser(name, "SELECT * FROM made_before_the_fault"));
    }

    private String refusal(DatabaseSettings settings) {
        return assertThrows(
                        DatabaseUnavailable.class, () -> Database.open(settings).close())
                .getMessage();
    }

    private DatabaseSettings external(Login application, Login owner) {
        return DatabaseSettings.external(SERVER.postgres().url(name), Optional.of(application), Optional.of(owner));
    }

    private static String user(Handle handle) {
        return handle.select("SELECT current_user::text").mapTo(String.class).one();
    }
}
