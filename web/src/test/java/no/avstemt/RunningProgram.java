package no.avstemt;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** The jar as a process that runs until it is stopped, and the lines it prints. */
final class RunningProgram implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Process process;
    private final Path out;

    private RunningProgram(Process process, Path out) {
        this.process = process;
        this.out = out;
    }

    /** @param folder where its output is kept */
    static RunningProgram start(Path folder, String... arguments) {
        try {
            Path out = Files.createTempFile(folder, "program", ".out");
            return new RunningProgram(
                    new ProcessBuilder(JarCommand.of(arguments))
                            .redirectErrorStream(true)
                            .redirectOutput(out.toFile())
                            .start(),
                    out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits for the line that begins so, and gives the rest of it. */
    String line(String beginning) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end && process.isAlive()) {
            for (String line : output().lines().toList()) {
                if (line.startsWith(beginning)) {
                    return line.substring(beginning.length()).strip();
                }
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
        throw new AssertionError("No line " + beginning + ":\n" + output());
    }

    String output() {
        try {
            return Files.readString(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("The program did not end:\n" + output());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
