package no.avstemt.persistence.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On a small disk in memory, which only root may mount. */
final class FullDiskTest {
    private static final LocalPostgres.Options OPTIONS = HoldsFolder.options(TestServer.BINARIES);

    @TempDir
    Path disk;

    @AfterEach
    void unmount() throws Exception {
        isDone("umount", "-l", disk.toString());
    }

    @Test
    void a_first_start_on_a_disk_that_is_too_small_says_how_much_it_needs() throws Exception {
        mount("40m");

        var failure = assertThrows(DatabaseUnavailable.class, () -> LocalPostgres.start(disk.resolve("data"), OPTIONS));

        assertTrue(failure.getMessage().contains("a first start needs 250 MB. Free some space"), failure.getMessage());
    }

    @Test
    void a_disk_that_fills_up_is_told_of_and_what_was_stored_is_still_there() throws Exception {
        mount("300m");
        Path folder = disk.resolve("data");
        try (Database database = Database.embedded(LocalPostgres.start(folder, OPTIONS))) {
            database.transactions().write(List.of(), handle -> handle.execute("CREATE TEMPORARY TABLE t (i int)"));
        }
        makeTable(folder);
        Path ballast = disk.resolve("ballast");

        Database database = Database.embedded(LocalPostgres.start(folder, OPTIONS));
        try {
            database.transactions().write(List.of(), handle -> handle.execute("INSERT INTO word VALUES ('kept')"));
            fill(ballast);
            var failure = assertThrows(
                    DatabaseUnavailable.class,
                    () -> database.transactions()
                            .write(
                                    List.of(),
                                    handle -> handle.execute(
                                            "INSERT INTO word SELECT (SELECT string_agg(md5(i::text || j), '')"
                                                    + " FROM generate_series(1, 50) j) FROM generate_series(1, 100000) i")));
            assertTrue(
                    failure.getMessage().startsWith("The disk of the database in ")
                            || failure.getMessage().startsWith("Lost the database in "),
                    failure.getMessage());
        } finally {
            database.close();
        }
        fill(ballast);
        var failure = assertThrows(DatabaseUnavailable.class, () -> LocalPostgres.start(folder, OPTIONS));
        assertTrue(failure.getMessage().contains(" is full. What was stored is safe."), failure.getMessage());

        Files.delete(ballast);
        try (Database again = Database.embedded(LocalPostgres.start(folder, OPTIONS))) {
            assertEquals("kept", again.transactions().read(List.of(), FullDiskTest::words));
        }
    }

    private static String words(Handle handle) {
        return handle.select("SELECT string_agg(w, ' ') FROM word")
                .mapTo(String.class)
                .one();
    }

    private static void makeTable(Path folder) throws Exception {
        try (LocalPostgres postgres = LocalPostgres.start(folder, OPTIONS);
                var owner = Server.embedded(postgres, "avstemt").connect(postgres.login(Roles.OWNER));
                var statement = owner.createStatement()) {
            statement.execute("CREATE TABLE word (w text); GRANT SELECT, INSERT ON word TO " + Roles.APPLICATION);
        }
    }

    private static void fill(Path file) throws IOException {
        byte[] piece = new byte[1 << 16];
        try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            while (true) {
                out.write(piece);
            }
        } catch (IOException full) {
            assertTrue(String.valueOf(full.getMessage()).contains("No space left"), full.toString());
        }
    }

    private void mount(String size) throws Exception {
        assumeTrue(
                isDone("mount", "-t", "tmpfs", "-o", "size=" + size, "tmpfs", disk.toString()),
                "a small disk can't be mounted here");
    }

    private static boolean isDone(String... command) throws Exception {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(30, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException noSuchProgram) {
            return false;
        }
    }
}
