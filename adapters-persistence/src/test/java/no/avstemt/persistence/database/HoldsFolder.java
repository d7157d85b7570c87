package no.avstemt.persistence.database;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A second Avstemt: a JVM of its own that opens the data folder, says so, and stays until it is killed. */
final class HoldsFolder implements AutoCloseable {
    private final Process process;
    private final String firstLine;

    private HoldsFolder(Process process, String firstLine) {
        this.process = process;
        this.firstLine = firstLine;
    }

    public static void main(String[] arguments) throws InterruptedException {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        try {
            var settings = (DatabaseSettings.Embedded) DatabaseSettings.embedded(arguments[0]);
            LocalPostgres.start(settings.dataFolder(), options(Path.of(arguments[1])));
            out.println("ready");
            Thread.sleep(300_000);
        } catch (DatabaseUnavailable e) {
            out.println(e.getMessage().lines().findFirst().orElse(""));
        }
    }

    static LocalPostgres.Options options(Path binaries) {
        return new LocalPostgres.Options(Optional.of(binaries), Optional.empty(), List.of());
    }

    static HoldsFolder started(String folder) throws IOException {
        return started(folder, Map.of());
    }

    static HoldsFolder started(String folder, Map<String, String> environment) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-cp",
                System.getProperty("java.class.path"),
                HoldsFolder.class.getName(),
                folder,
                TestServer.BINARIES.toString()));
        var builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().putAll(environment);
        Process process = builder.start();
        BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
        return new HoldsFolder(process, String.valueOf(lines.readLine()));
    }

    /** {@code ready}, or why not. */
    String firstLine() {
        return firstLine;
    }

    long pid() {
        return process.pid();
    }

    /** As {@code kill -9} does. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() throws InterruptedException {
        kill();
    }
}
