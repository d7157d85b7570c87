package no.avstemt.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** One of our measuring programs in a Java of its own, with the heap that it may use. */
final class Child {

    static final String HEAP = "-Xmx256m";

    private Child() {}

    /** @throws IllegalStateException with all that it said, when it ends with an error */
    static Told run(Class<?> program, String... arguments) {
        List<String> command =
                new ArrayList<>(List.of(java(), HEAP, "-cp", System.getProperty("java.class.path"), program.getName()));
        command.addAll(List.of(arguments));
        List<String> said = new ArrayList<>();
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            try (BufferedReader lines =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    said.add(line);
                }
            }
            if (process.waitFor() != 0) {
                throw new IllegalStateException(program.getSimpleName() + " failed:\n" + String.join("\n", said));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return Told.of(said);
    }

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
