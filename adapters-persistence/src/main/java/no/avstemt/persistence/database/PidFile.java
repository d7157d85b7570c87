package no.avstemt.persistence.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What the server says about itself in {@code postmaster.pid}: process, folder, start time, port, …, state. */
record PidFile(List<String> lines) {
    private static final int STATE_LINE = 7;

    PidFile {
        lines = List.copyOf(lines);
    }

    static Path of(Path cluster) {
        return cluster.resolve("postmaster.pid");
    }

    static Optional<PidFile> read(Path cluster) throws IOException {
        try {
            String text = new String(Files.readAllBytes(of(cluster)), StandardCharsets.ISO_8859_1);
            return Optional.of(new PidFile(text.lines().toList()));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        }
    }

    boolean isReady() {
        return lines.size() > STATE_LINE && lines.get(STATE_LINE).strip().equals("ready");
    }

    /** Empty when nothing runs under that number, or the file holds no number. */
    Optional<ProcessHandle> process() {
        String first = lines.isEmpty() ? "" : lines.get(0).strip();
        return first.matches("\\d{1,18}") ? ProcessHandle.of(Long.parseLong(first)) : Optional.empty();
    }

    /**
     * The process, if it runs one of the programs under {@code binaries}. A number may since have gone to a stranger,
     * and another PostgreSQL is a stranger too.
     */
    Optional<ProcessHandle> server(Path binaries) throws IOException {
        Optional<ProcessHandle> process = process();
        if (process.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> command = process.get().info().command();
        boolean ours = command.isPresent()
                ? command.get().startsWith(binaries.toRealPath().toString())
                : isNamedPostgres(process.get());
        return ours ? process : Optional.empty();
    }

    /**
     * In a container root may not be allowed to see which file another user's process runs; and one that nobody has
     * buried yet (state Z) runs nothing.
     */
    private static boolean isNamedPostgres(ProcessHandle process) throws IOException {
        Path status = Path.of("/proc", Long.toString(process.pid()), "stat");
        String text = Files.isReadable(status) ? Files.readString(status) : "";
        return text.contains("(postgres) ") && !text.contains("(postgres) Z");
    }
}
