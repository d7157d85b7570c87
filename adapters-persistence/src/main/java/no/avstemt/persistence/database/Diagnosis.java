package no.avstemt.persistence.database;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** What went wrong in the data folder, in a sentence that says where and what to do. */
final class Diagnosis {
    private static final String NO_SPACE = "No space left on device";
    private static final long NEARLY_NOTHING_MEGABYTES = 24;
    private static final int QUOTED_LINES = 6;

    private Diagnosis() {}

    static DatabaseUnavailable ofFolder(Path folder, IOException failure) {
        String reason = String.valueOf(failure.getMessage());
        if (isFull(folder, reason)) {
            return full(folder, failure);
        }
        if (failure instanceof AccessDeniedException || reason.contains("Read-only file system")) {
            return new DatabaseUnavailable(
                    "Avstemt may not write in the data folder " + folder + " (" + reason
                            + "). Give this user the right to, or use --data with another folder.",
                    failure);
        }
        if (failure instanceof FileAlreadyExistsException || failure instanceof NotDirectoryException) {
            return new DatabaseUnavailable(
                    "The data folder " + folder + " can't be made: " + reason
                            + " is a file. Use --data with another folder.",
                    failure);
        }
        return new DatabaseUnavailable(
                "The data folder " + folder + " can't be used: " + failure
                        + ". Look at the disk, or use --data with another folder.",
                failure);
    }

    /** @param what which step, as the subject of "failed" */
    static DatabaseUnavailable ofServer(Path folder, String what, String said) {
        if (isFull(folder, said)) {
            return full(folder, null);
        }
        return new DatabaseUnavailable(what + " failed in " + folder + ". It said:\n" + lastLines(said)
                + "\nNothing was changed by Avstemt. Mend what it names, or restore a backup to another folder.");
    }

    static DatabaseUnavailable broken(Path folder, String what) {
        return new DatabaseUnavailable("The data folder " + folder + " is damaged: " + what
                + ". Nothing was changed. Restore a backup to another folder, or use --data with a new folder.");
    }

    /** A first start needs this much: programs, an empty database, and room to write in. */
    static void requireSpace(Path folder, long megabytes) {
        OptionalLong free = freeMegabytes(folder);
        if (free.isPresent() && free.getAsLong() < megabytes) {
            throw new DatabaseUnavailable("The disk of the data folder " + folder + " has " + free.getAsLong()
                    + " MB left, and a first start needs " + megabytes
                    + " MB. Free some space, or use --data with a folder on another disk.");
        }
    }

    static DatabaseUnavailable interrupted(InterruptedException cause) {
        Thread.currentThread().interrupt();
        return new DatabaseUnavailable("Avstemt was stopped while it waited for the database.", cause);
    }

    static boolean isFull(Path folder, String said) {
        OptionalLong free = freeMegabytes(folder);
        return said.contains(NO_SPACE) || free.isPresent() && free.getAsLong() < NEARLY_NOTHING_MEGABYTES;
    }

    static String lastLines(String text) {
        List<String> lines = text.lines().filter(line -> !line.isBlank()).toList();
        List<String> last = lines.subList(Math.max(0, lines.size() - QUOTED_LINES), lines.size());
        return last.isEmpty() ? "  (nothing)" : "  " + String.join("\n  ", last);
    }

    private static DatabaseUnavailable full(Path folder, @Nullable Throwable cause) {
        return new DatabaseUnavailable(
                "The disk of the data folder " + folder
                        + " is full. What was stored is safe. Free some space and start Avstemt again.",
                cause);
    }

    /** Empty when the file system does not tell. */
    private static OptionalLong freeMegabytes(Path folder) {
        try {
            var store = Files.getFileStore(Files.exists(folder) ? folder : folder.getRoot());
            return store.getTotalSpace() > 0 ? OptionalLong.of(store.getUsableSpace() >> 20) : OptionalLong.empty();
        } catch (IOException unknown) {
            return OptionalLong.empty();
        }
    }
}
