package no.avstemt;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The jar as a process that is expected to end by itself, and what it said. */
final class Program implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Process process;
    private final Said out;
    private final Said err;

    private Program(Process process) {
        this.process = process;
        this.out = new Said(process.getInputStream());
        this.err = new Said(process.getErrorStream());
    }

    static Program start(Map<String, String> environment, String... arguments) {
        ProcessBuilder builder = new ProcessBuilder(JarCommand.of(arguments));
        builder.environment().putAll(environment);
        try {
            return new Program(builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String errors() {
        return String.join("\n", err.lines());
    }

    String told() {
        return "\nout:\n" + String.join("\n", out.lines()) + "\nerr:\n" + errors();
    }

    /** The exit code of a program that ends by itself. */
    int ended() {
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new AssertionError("It did not end" + told());
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        out.end();
        err.end();
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    private static final class Said {

        private final List<String> lines = new ArrayList<>();
        private final Thread reader;

        Said(InputStream stream) {
            reader = new Thread(() -> read(stream));
            reader.setDaemon(true);
            reader.start();
        }

        private void read(InputStream stream) {
            try (BufferedReader text = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
                for (String line = text.readLine(); line != null; line = text.readLine()) {
                    add(line);
                }
            } catch (IOException e) {
                add("(its output was cut: " + e.getMessage() + ")");
            }
        }

        private synchronized void add(String line) {
            lines.add(line);
        }

        synchronized List<String> lines() {
            return List.copyOf(lines);
        }

        void end() {
            try {
                reader.join(5_000);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
    }
}
