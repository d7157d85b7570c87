package no.avstemt.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** One of our programs in a Java of its own, which runs beside this one until its input ends. */
final class Beside implements AutoCloseable {

    private final Process process;
    private final BufferedReader said;
    private final Told told;

    private Beside(Process process, BufferedReader said, Told told) {
        this.process = process;
        this.said = said;
        this.told = told;
    }

    /**
     * @param ready the figure that it tells when it can be used
     * @param options of its Java
     */
    static Beside start(List<String> options, Class<?> program, String ready, String... arguments) {
        List<String> command = new ArrayList<>(List.of(Child.java()));
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), program.getName()));
        command.addAll(List.of(arguments));
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            BufferedReader said =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
            try {
                return new Beside(process, said, readUntil(said, ready));
            } catch (IOException | RuntimeException e) {
                process.destroy();
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Told readUntil(BufferedReader said, String ready) throws IOException {
        List<String> lines = new ArrayList<>();
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            lines.add(line);
            if (Told.of(lines).text(ready).isPresent()) {
                return Told.of(lines);
            }
        }
        throw new IllegalStateException("It ended before it was ready:\n" + String.join("\n", lines));
    }

    /** What such a program does once it has told that it is ready: it lasts no longer than the one that started it. */
    static void waitForTheEndOfInput() throws IOException {
        System.out.flush();
        System.in.readAllBytes();
    }

    String told(String figure) {
        return told.text(figure).orElseThrow();
    }

    /** @return what it told at its end */
    Told end() {
        try {
            process.getOutputStream().close();
            List<String> lines = said.lines().toList();
            int result = process.waitFor();
            if (result != 0) {
                throw new IllegalStateException("It ended with " + result + ":\n" + String.join("\n", lines));
            }
            return Told.of(lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        if (process.isAlive()) {
            end();
        }
    }
}
