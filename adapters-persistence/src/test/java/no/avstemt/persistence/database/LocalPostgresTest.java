package no.avstemt.persistence.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LocalPostgresTest {
    private static final LocalPostgres.Options OPTIONS = HoldsFolder.options(TestServer.BINARIES);

    @TempDir
    Path temporary;

    @Test
    void the_server_keeps_an_eighth_of_the_machines_memory_within_bounds() {
        assertEquals(128, LocalPostgres.ownMegabytes(900));
        assertEquals(512, LocalPostgres.ownMegabytes(4_096));
        assertEquals(2_048, LocalPostgres.ownMegabytes(64_000));
    }

    @Test
    void a_restart_keeps_what_was_written() throws Exception {
        Path folder = copied("data");

        try (LocalPostgres postgres = LocalPostgres.start(folder, OPTIONS)) {
            run(postgres, "INSERT INTO kept VALUES ('varer lengst')");
        }

        try (LocalPostgres postgres = LocalPostgres.start(folder, OPTIONS)) {
            assertEquals("ærlig varer lengst", ask(postgres, "SELECT string_agg(word, ' ' ORDER BY ctid) FROM kept"));
        }
    }

    @Test
    void it_syncs_checks_its_pages_and_listens_on_loopback_only() throws Exception {
        try (LocalPostgres postgres = LocalPostgres.start(copied("data"), OPTIONS)) {
            assertEquals("on", ask(postgres, "SHOW fsync"));
            assertEquals("on", ask(postgres, "SHOW synchronous_commit"));
            assertEquals("on", ask(postgres, "SHOW data_checksums"));
            assertEquals("127.0.0.1", ask(postgres, "SHOW listen_addresses"));
            assertEquals("", ask(postgres, "SHOW unix_socket_directories"));
            assertEquals(PostgresBinaries.VERSION, ask(postgres, "SHOW server_version"));
        }
    }

    @Test
    void norwegian_letters_sort_last_and_in_their_order() throws Exception {
        try (LocalPostgres postgres = LocalPostgres.start(copied("data"), OPTIONS)) {
            String sorted = ask(
                    postgres,
                    "SELECT string_agg(w, ' ' ORDER BY w) FROM unnest(ARRAY['Årsavgift','Øl','Zoo','Ærlighet','Ål']) w");
            assertEquals("Zoo Ærlighet Øl Ål Årsavgift", sorted);
        }
    }

    @Test
    void a_wrong_password_is_refused_with_a_sentence() throws Exception {
        try (LocalPostgres postgres = LocalPostgres.start(copied("data"), OPTIONS)) {
            Server server = Server.embedded(postgres, "postgres");

            var failure = assertThrows(
                    DatabaseUnavailable.class, () -> server.connect(new Login(Cluster.SUPERUSER, "guess")));

            assertTrue(failure.getMessage().contains("The user postgres was not let in"), failure.getMessage());
        }
    }

    @Test
    void a_password_can_be_read_by_its_owner_only() throws IOException {
        Path file = copied("data").resolve("postgres.password");
        assumeTrue(Files.getFileStore(file).supportsFileAttributeView("posix"), "no such rights here");

        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        assertEquals(48, Files.readString(file).length());
    }

    @Test
    void a_folder_with_a_space_and_norwegian_letters_will_do() throws Exception {
        try (LocalPostgres postgres = LocalPostgres.start(copied("Blåbær og rømme"), OPTIONS)) {
            assertEquals("ærlig", ask(postgres, "SELECT word FROM kept"));
        }
    }

    @Test
    void norwegian_letters_that_this_java_can_not_name_are_told_of() throws Exception {
        try (HoldsFolder second =
                HoldsFolder.started(temporary.resolve("bær-æøå").toString(), Map.of("LC_ALL", "C", "LANG", "C"))) {
            assertTrue(
                    second.firstLine().equals("ready") || second.firstLine().contains("set LANG=C.UTF-8"),
                    second.firstLine());
        }
    }

    @Test
    void a_server_left_by_a_killed_avstemt_is_stopped_and_the_data_kept() throws Exception {
        Path folder = copied("data");
        HoldsFolder killed = HoldsFolder.started(folder.toString());
        assertEquals("ready", killed.firstLine());
        ProcessHandle orphan = server(folder);

        killed.kill();
        assertTrue(orphan.isAlive());

        try (LocalPostgres postgres = LocalPostgres.start(folder, OPTIONS)) {
            orphan.onExit().get(20, TimeUnit.SECONDS);
            assertEquals("ærlig", ask(postgres, "SELECT word FROM kept"));
        }
    }

    @Test
    void killing_the_server_too_loses_nothing_that_was_committed() throws Exception {
        Path folder = copied("data");
        HoldsFolder killed = HoldsFolder.started(folder.toString());
        assertEquals("ready", killed.firstLine());

        killed.kill();
        server(folder).destroyForcibly();

        try (LocalPostgres postgres = LocalPostgres.start(folder, OPTIONS)) {
            assertEquals("ærlig", ask(postgres, "SELECT word FROM kept"));
        }
    }

    @Test
    void a_process_number_that_went_to_a_stranger_stops_neither_us_nor_the_stranger() throws Exception {
        Path folder = copied("data");
        Process stranger = new ProcessBuilder("sleep", "300").start();
        try {
            Files.writeString(
                    PidFile.of(folder.resolve("pg18")),
                    stranger.pid() + "\n" + folder.resolve("pg18") + "\n1700000000\n1\n\n\n   1 1\nready   \n");

            try (LocalPostgres postgres = LocalPostgres.start(folder, OPTIONS)) {
                assertEquals("ærlig", ask(postgres, "SELECT word FROM kept"));
            }
            assertTrue(stranger.isAlive());
        } finally {
            stranger.destroyForcibly();
        }
    }

    @Test
    void a_second_avstemt_on_the_folder_stops_with_a_sentence() throws Exception {
        Path folder = copied("data");
        try (HoldsFolder first = HoldsFolder.started(folder.toString())) {
            assertEquals("ready", first.firstLine());

            var failure = assertThrows(DatabaseUnavailable.class, () -> LocalPostgres.start(folder, OPTIONS));

            assertEquals(
                    "The data folder " + folder.toRealPath() + " is in use by another running Avstemt (process "
                            + first.pid() + "). Stop it or use --data with another folder.",
                    failure.getMessage());
            assertTrue(server(folder).isAlive());
        }
        LocalPostgres.start(folder, OPTIONS).close();
    }

    @Test
    void the_folder_is_taken_within_one_process_too() throws Exception {
        Path folder = copied("data");
        try (LocalPostgres first = LocalPostgres.start(folder, OPTIONS)) {
            assertThrows(DatabaseUnavailable.class, () -> LocalPostgres.start(folder, OPTIONS));
            try (HoldsFolder second = HoldsFolder.started(folder.toString())) {
                assertTrue(second.firstLine().contains("in use by another running Avstemt"), second.firstLine());
            }
            assertEquals("ærlig", ask(first, "SELECT word FROM kept"));
        }
    }

    @Test
    void what_an_interrupted_first_start_left_is_cleared_away() throws Exception {
        Path folder = Files.createDirectory(temporary.resolve("data"));
        Files.createDirectories(folder.resolve("pg18.1.tmp/base"));

        LocalPostgres.start(folder, OPTIONS).close();

        assertFalse(Files.exists(folder.resolve("pg18.1.tmp")));
    }

    @Test
    void root_can_also_start_it_as_nobody_and_as_itself_again() throws Exception {
        assumeTrue(ServerUser.ofThisProcess().equals(ServerUser.ROOT_UNSHARED), "not root, or no unshare");
        Path folder = copied("data");
        for (Path ours : List.of(folder, temporary)) {
            Files.setPosixFilePermissions(ours, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        assumeTrue(isOpen(folder) && isOpen(TestServer.BINARIES), "a parent folder is closed to nobody");

        var asNobody = new LocalPostgres.Options(OPTIONS.binaries(), Optional.of(ServerUser.NOBODY), List.of());
        try (LocalPostgres postgres = LocalPostgres.start(folder, asNobody)) {
            run(postgres, "INSERT INTO kept VALUES ('nemo')");
            assertEquals("nobody", Files.getOwner(folder.resolve("pg18")).getName());
        }
        try (LocalPostgres postgres = LocalPostgres.start(folder, OPTIONS)) {
            assertEquals("2", ask(postgres, "SELECT count(*) FROM kept"));
        }
    }

    private static boolean isOpen(Path folder) throws IOException {
        Path part = Path.of("/");
        for (Path name : folder) {
            part = part.resolve(name);
            if (!PosixFilePermissions.toString(Files.getPosixFilePermissions(part))
                    .endsWith("x")) {
                return false;
            }
        }
        return true;
    }

    private static ProcessHandle server(Path folder) throws IOException {
        return PidFile.read(folder.resolve("pg18"))
                .flatMap(PidFile::process)
                .orElseThrow(() -> new AssertionError("no server in " + folder));
    }

    private Path copied(String name) throws IOException {
        return StoppedDatabase.copiedTo(temporary.resolve(name));
    }

    private static void run(LocalPostgres postgres, String sql) throws SQLException {
        StoppedDatabase.run(postgres, sql);
    }

    private static String ask(LocalPostgres postgres, String sql) throws SQLException {
        try (Connection connection = Server.embedded(postgres, "postgres").connect(postgres.superuser());
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return String.valueOf(rows.getString(1));
        }
    }
}
