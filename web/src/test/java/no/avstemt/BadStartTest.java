package no.avstemt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What cannot be understood is refused in one sentence, before anything is made. */
final class BadStartTest {

    @TempDir
    private Path folder;

    @Test
    void a_setting_that_cannot_be_is_named() throws IOException {
        assertNames(refusal(Map.of("AVSTEMT_PORT", "abc")), "AVSTEMT_PORT", "abc", "0 to 65535");
        assertNames(refusal(Map.of("AVSTEMT_FOO", "1")), "AVSTEMT_FOO", "AVSTEMT_PORT");
        assertNames(
                refusal(Map.of("AVSTEMT_VIPPS_TOKEN_PATH", "token?x")), "AVSTEMT_VIPPS_TOKEN_PATH", "/miami/v1/token");
        assertNames(refusal(Map.of("AVSTEMT_VIPPS_LOOPBACK", "no")), "AVSTEMT_VIPPS_LOOPBACK", "true or false");
        assertNames(refusal(Map.of("AVSTEMT_API_RATE", "-1")), "AVSTEMT_API_RATE", "-1", "0 for no limit");
        assertNames(refusal(Map.of("AVSTEMT_DB_URL", "mysql://here")), "AVSTEMT_DB_URL", "jdbc:postgresql:");
        Files.writeString(folder.resolve("avstemt.properties"), "colour = blue\n");
        assertNames(refusal(Map.of()), "colour", "avstemt.properties");
    }

    @Test
    void an_option_that_cannot_be_is_named() throws IOException {
        String data = folder.toString();

        assertRefused("--until YYYY-MM-DD", "demo", "--data", data, "--until", "2026-13-45");
        assertRefused("--days 3660", "demo", "--data", data, "--days", "0");
        assertRefused("--port abc --help", "serve", "--data", data, "--port", "abc");
        assertRefused("70000 65535", "serve", "--data", data, "--port", "70000");
        assertRefused("--colour --help", "demo", "--data", data, "--colour");
        assertRefused("days 3660", "simulator", "--days", "0");
        assertRefused("scenario ledgers.json", "simulator", "--port", "0", "--scenario", data);
        assertRefused("dmo demo", "dmo");
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(0, files.count());
        }
    }

    private String refusal(Map<String, String> environment) {
        RuntimeException refused = assertThrows(
                RuntimeException.class,
                () -> Settings.read(environment, Optional.of(folder), Optional.empty())
                        .port());
        return Sentences.of(refused).orElseThrow();
    }

    private static void assertRefused(String named, String... arguments) {
        StringWriter told = new StringWriter();
        CommandLine program = Main.commandLine().setErr(new PrintWriter(told, true));

        assertNotEquals(0, program.execute(arguments));
        assertNames(told.toString(), named.split(" "));
    }

    private static void assertNames(String told, String... named) {
        for (String word : named) {
            assertTrue(told.contains(word), () -> "No " + word + " in: " + told);
        }
        assertFalse(told.contains("Exception"), told);
    }
}
