package no.avstemt.persistence.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BrokenFolderTest {
    private static final LocalPostgres.Options OPTIONS = HoldsFolder.options(TestServer.BINARIES);

    @TempDir
    Path temporary;

    @Test
    void a_damaged_folder_is_named_and_left_alone() throws Exception {
        Path folder = StoppedDatabase.copiedTo(temporary.resolve("data"));
        Files.delete(folder.resolve("pg18/PG_VERSION"));

        assertRefused(folder, "is damaged: pg18 has no PG_VERSION");
        assertTrue(Files.exists(folder.resolve("pg18/global")));
    }

    @Test
    void a_folder_of_another_major_version_is_named() throws Exception {
        Path folder = StoppedDatabase.copiedTo(temporary.resolve("data"));
        Files.writeString(folder.resolve("pg18/PG_VERSION"), "17\n");

        assertRefused(folder, "is damaged: pg18 is of PostgreSQL 17, not 18");
    }

    @Test
    void a_folder_without_its_password_is_named() throws Exception {
        Path folder = StoppedDatabase.copiedTo(temporary.resolve("data"));
        Files.delete(folder.resolve("postgres.password"));

        assertRefused(folder, "is damaged: the file postgres.password is gone");
    }

    @Test
    void a_server_that_does_not_start_is_quoted() throws Exception {
        Path folder = StoppedDatabase.copiedTo(temporary.resolve("data"));
        Files.delete(folder.resolve("pg18/global/pg_control"));

        assertRefused(folder, "pg_control");
    }

    @Test
    void a_file_in_place_of_the_folder_is_named() throws Exception {
        Path file = Files.createFile(temporary.resolve("data"));

        assertRefused(file, "is a file. Use --data with another folder.");
    }

    @Test
    void a_folder_that_may_not_be_written_is_named() {
        var failure = Diagnosis.ofFolder(
                temporary,
                new AccessDeniedException(temporary.resolve("avstemt.lock").toString()));

        assertTrue(failure.getMessage().startsWith("Avstemt may not write in the data folder"), failure.getMessage());
    }

    @Test
    void a_folder_name_that_a_shell_would_read_is_refused() {
        assertRefused(temporary.resolve("a$(b)"), "has a name that can't be used here");
    }

    @Test
    void a_machine_without_a_bundle_is_told_of_the_other_way() {
        var failure = assertThrows(DatabaseUnavailable.class, () -> Platform.of("SunOS", "sparc"));

        assertTrue(failure.getMessage().contains("set AVSTEMT_DB_URL"), failure.getMessage());
        assertEquals(Platform.MACOS, Platform.of("Mac OS X", "x86_64"));
        assertEquals(Platform.WINDOWS_X64, Platform.of("Windows 11", "amd64"));
        assertEquals(Platform.LINUX_ARM64, Platform.of("Linux", "aarch64"));
        for (Platform platform : Platform.values()) {
            assertTrue(getClass().getResource("/" + platform.archive()) != null, platform.archive());
        }
    }

    private void assertRefused(Path folder, String why) {
        var failure = assertThrows(DatabaseUnavailable.class, () -> LocalPostgres.start(folder, OPTIONS));
        assertTrue(failure.getMessage().contains(why), failure.getMessage());
    }
}
