package no.avstemt.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** One of our programs that runs beside what is measured, until it is closed. */
final class Beside implements AutoCloseable {

    private final Process process;
    private final Told told;

    private Beside(Process process, Told told) {
        this.process = process;
        this.told = told;
    }

    /** @param ready the figure that it tells when it can be used */
    static Beside start(Class<?> program, String ready, String... arguments) {
        List<String> command =
                new ArrayList<>(List.of(Child.java(), "-cp", System.getProperty("java.class.path"), program.getName()));
        command.addAll(List.of(arguments));
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            return new Beside(process, read(process, ready));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Told read(Process process, String ready) throws IOException {
        List<String> said = new ArrayList<>();
        BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            said.add(line);
            if (Told.of(said).text(ready).isPresent()) {
                return Told.of(said);
            }
        }
        throw new IllegalStateException("It ended before it was ready:\n" + String.join("\n", said));
    }

    String told(String figure) {
        return told.text(figure).orElseThrow();
    }

    @Override
    public void close() {
        process.destroy();
    }
}
