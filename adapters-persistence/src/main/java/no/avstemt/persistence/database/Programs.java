package no.avstemt.persistence.database;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs PostgreSQL's own programs: without our {@code PG*} variables, in English, with their output in a file. */
final class Programs {
    private final PostgresBinaries binaries;
    private final ServerUser user;
    private final Path workingFolder;

    Programs(PostgresBinaries binaries, ServerUser user, Path workingFolder) {
        this.binaries = binaries;
        this.user = user;
        this.workingFolder = workingFolder;
    }

    record Outcome(int exit, String output) {
        boolean isSuccess() {
            return exit == 0;
        }
    }

    PostgresBinaries binaries() {
        return binaries;
    }

    ServerUser user() {
        return user;
    }

    /** @throws DatabaseUnavailable when it has not ended after {@code timeout}; it is killed then */
    Outcome run(String program, Duration timeout, List<String> arguments) throws IOException {
        try (Running running = start(program, arguments)) {
            if (!running.process().waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new DatabaseUnavailable("PostgreSQL's " + program + " was not done after " + timeout.toSeconds()
                        + " seconds in " + workingFolder + ". Is the disk very slow? Start Avstemt again. It said: "
                        + running.output());
            }
            return new Outcome(running.process().exitValue(), running.output());
        } catch (InterruptedException e) {
            throw Diagnosis.interrupted(e);
        }
    }

    /**
     * The output goes to a file and not to a pipe, which the server would inherit and hold open for ever; and to the
     * folder for temporary files, because on a full data disk there would be nothing to read.
     */
    Running start(String program, List<String> arguments) throws IOException {
        var command = new ArrayList<>(user.prefix());
        command.add(binaries.program(program).toString());
        command.addAll(arguments);
        Path output = Files.createTempFile("avstemt-", ".log");
        var builder = new ProcessBuilder(command)
                .directory(workingFolder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        clean(builder.environment());
        return new Running(builder.start(), output);
    }

    private static void clean(Map<String, String> environment) {
        environment
                .keySet()
                .removeIf(name -> name.startsWith("PG") || name.startsWith("LC_") || name.equals("LANGUAGE"));
        environment.put("LC_ALL", "C");
    }

    /** A program under way; closing it kills the program if it still runs. */
    record Running(Process process, Path outputFile) implements AutoCloseable {
        String output() throws IOException {
            return new String(Files.readAllBytes(outputFile), Charset.defaultCharset()).strip();
        }

        @Override
        public void close() throws IOException {
            process.destroyForcibly();
            Files.deleteIfExists(outputFile);
        }
    }
}
