package no.avstemt;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code java -jar avstemt.jar demo} in a process of its own. */
final class RunningDemo implements AutoCloseable {

    static final String UNTIL = "2026-06-15";

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Process process;
    private final Path out;
    private final Path err;
    private final HttpClient http = HttpClient.newHttpClient();
    private final JsonMapper json = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private RunningDemo(Process process, Path out, Path err) {
        this.process = process;
        this.out = out;
        this.err = err;
    }

    static RunningDemo start(Path data, String... options) {
        try {
            Files.createDirectories(data.toAbsolutePath().getParent());
            Path out = Files.createTempFile(data.toAbsolutePath().getParent(), "demo", ".out");
            Path err = Files.createTempFile(data.toAbsolutePath().getParent(), "demo", ".err");
            List<String> arguments = new ArrayList<>(List.of("demo", "--port", "0", "--data", data.toString()));
            arguments.addAll(List.of(options));
            Process process = new ProcessBuilder(JarCommand.of(arguments.toArray(String[]::new)))
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile())
                    .start();
            return new RunningDemo(process, out, err);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits for the line that begins so, and gives the rest of it. */
    String line(String beginning) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            for (String line : read(out).lines().toList()) {
                if (line.startsWith(beginning + ": ")) {
                    return line.substring(beginning.length() + 2);
                }
            }
            if (!process.isAlive()) {
                break;
            }
            pause();
        }
        throw new AssertionError("No line " + beginning + ":\n" + read(out) + read(err));
    }

    String ready() {
        return line("Ready");
    }

    String output() {
        return read(out);
    }

    JsonNode api(String path) {
        HttpResponse<String> answer = get(URI.create(line("Avstemt") + path), line("API key"));
        if (answer.statusCode() != 200) {
            throw new AssertionError(path + " answers " + answer.statusCode() + " " + answer.body());
        }
        return json.readTree(answer.body());
    }

    int statusWithKeyOfOne(String path) {
        String key = line("API key for one client").split(" ", 2)[0];
        return get(URI.create(line("Avstemt") + path), key).statusCode();
    }

    JsonNode simulated(String path) {
        return json.readTree(get(URI.create(line("Simulator") + path), "none").body());
    }

    private HttpResponse<String> get(URI address, String key) {
        try {
            return http.send(
                    HttpRequest.newBuilder(address)
                            .header("Authorization", "Bearer " + key)
                            .timeout(Duration.ofSeconds(60))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** As {@code kill -9} does. */
    void kill() {
        process.destroyForcibly();
        waitForEnd();
    }

    /** As Ctrl-C does: everything is closed. */
    @Override
    public void close() {
        process.destroy();
        waitForEnd();
    }

    private void waitForEnd() {
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("The demo did not end:\n" + read(err));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
