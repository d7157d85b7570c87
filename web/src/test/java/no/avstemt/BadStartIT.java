package no.avstemt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** A start that cannot be: it ends by itself, says why in a sentence, and leaves what was there as it was. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class BadStartIT {

    /** Used by one test and broken by a later one: to make a folder takes most of a start. */
    private static final String USED = "used";

    @TempDir
    private static Path here;

    @Test
    @Order(1)
    void a_folder_in_use_is_left_alone() throws IOException {
        Path folder = Files.createDirectory(here.resolve(USED));
        try (RunningDemo demo = start(folder)) {
            String before = demo.ready();

            assertRefused(Map.of(), List.of("serve", "--port", "0", "--data", folder.toString()), "in use", "--data");
            assertRefused(
                    Map.of(),
                    List.of("demo", "--port", "0", "--until", "2026-06-18", "--data", folder.toString()),
                    "in use");
            assertEquals(9, demo.api("/api/v2/client-accounts").get("data").size());
            demo.close();
            try (RunningDemo again = start(folder)) {
                assertEquals(before, again.ready());
            }
        }
    }

    @Test
    void a_port_in_use_is_named_and_the_demo_can_start_on_another() throws IOException {
        Path folder = Files.createDirectory(here.resolve("port"));
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            String port = Integer.toString(other.getLocalPort());

            assertRefused(
                    Map.of(),
                    List.of(
                            "demo",
                            "--port",
                            port,
                            "--until",
                            "2026-06-15",
                            "--days",
                            "5",
                            "--data",
                            folder.toString()),
                    port,
                    "choose another port");
            assertRefused(Map.of(), List.of("serve", "--port", port, "--data", folder.toString()), port);
            assertRefused(Map.of(), List.of("simulator", "--port", port), port);
        }
        try (RunningDemo demo = start(folder)) {
            assertTrue(demo.ready().endsWith(" findings"), demo.ready());
        }
    }

    @Test
    @Order(2)
    void a_broken_folder_is_named_and_not_made_anew() throws IOException {
        Path folder = here.resolve(USED);
        Path control = folder.resolve("pg18").resolve("global").resolve("pg_control");
        Files.write(control, new byte[] {1, 2, 3});

        assertRefused(
                Map.of(),
                List.of("serve", "--port", "0", "--data", folder.toString()),
                folder.getFileName().toString());
        assertEquals(3, Files.size(control));
    }

    @Test
    void what_cannot_be_understood_is_refused_and_makes_nothing() throws IOException {
        Path folder = Files.createDirectory(here.resolve("refused"));
        List<String> serve = List.of("serve", "--data", folder.toString());

        assertRefused(Map.of("AVSTEMT_FOO", "1"), serve, "AVSTEMT_FOO", "AVSTEMT_PORT");
        assertEquals(List.of(), names(folder));
    }

    private static RunningDemo start(Path folder) {
        return RunningDemo.start(folder, "--until", RunningDemo.UNTIL, "--days", "5");
    }

    private static void assertRefused(Map<String, String> environment, List<String> arguments, String... named) {
        try (Program program = Program.start(environment, arguments.toArray(String[]::new))) {
            assertNotEquals(0, program.ended(), program::told);
            for (String word : named) {
                assertTrue(program.errors().contains(word), () -> "No " + word + " in" + program.told());
            }
            assertFalse(program.told().contains("\tat "), program::told);
            assertFalse(program.told().contains("Exception"), program::told);
            assertFalse(program.told().contains(" ERROR "), program::told);
        }
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
