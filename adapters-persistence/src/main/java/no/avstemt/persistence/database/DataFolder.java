package no.avstemt.persistence.database;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The folder that holds everything, held by this process alone for as long as this is open. */
final class DataFolder implements AutoCloseable {
    /**
     * The system's lock is held per process and is lost when the process closes any channel to the file, so a second
     * try from the same process has to be stopped before it opens one.
     */
    private static final Set<Path> HELD_BY_THIS_PROCESS = ConcurrentHashMap.newKeySet();

    /** Far behind the text, so that the process number can be read on systems where locked bytes can't. */
    private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;

    private static final int PASSWORD_BYTES = 24;

    private final Path path;
    private final FileChannel channel;

    private DataFolder(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /** @throws DatabaseUnavailable when the folder can't be used, or another Avstemt uses it */
    static DataFolder take(Path wanted) {
        Path path = absolute(wanted);
        try {
            Files.createDirectories(path);
            Path real = path.toRealPath();
            if (!HELD_BY_THIS_PROCESS.add(real)) {
                throw inUse(path, Long.toString(ProcessHandle.current().pid()));
            }
            try {
                return new DataFolder(real, lock(real));
            } catch (IOException | RuntimeException e) {
                HELD_BY_THIS_PROCESS.remove(real);
                throw e;
            }
        } catch (IOException e) {
            throw Diagnosis.ofFolder(path, e);
        }
    }

    static DatabaseUnavailable unusablePath(String path, Exception cause) {
        return new DatabaseUnavailable(
                "The data folder " + path + " has a name that can't be used here. Use --data with another folder, or, "
                        + "if it has letters like æ, ø and å, set LANG=C.UTF-8.",
                cause);
    }

    private static Path absolute(Path wanted) {
        try {
            Path path = wanted.toAbsolutePath().normalize();
            // pg_ctl writes these into a shell command.
            if (path.toString().matches(".*[\"$`%\\p{Cntrl}\uFFFD].*")) {
                throw unusablePath(path.toString(), new IllegalArgumentException("A sign that a shell would read"));
            }
            return path;
        } catch (InvalidPathException e) {
            throw unusablePath(wanted.toString(), e);
        }
    }

    private static FileChannel lock(Path folder) throws IOException {
        FileChannel channel = FileChannel.open(
                folder.resolve("avstemt.lock"),
                StandardOpenOption.CREATE,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock(LOCKED_BYTE, 1, false);
            if (lock == null) {
                throw inUse(folder, read(channel));
            }
            channel.truncate(0);
            channel.write(StandardCharsets.US_ASCII.encode(
                    Long.toString(ProcessHandle.current().pid())));
            return channel;
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private static String read(FileChannel channel) throws IOException {
        ByteBuffer text = ByteBuffer.allocate(20);
        channel.read(text, 0);
        return StandardCharsets.US_ASCII.decode(text.flip()).toString();
    }

    private static DatabaseUnavailable inUse(Path folder, String process) {
        return new DatabaseUnavailable("The data folder " + folder + " is in use by another running Avstemt"
                + (process.isBlank() ? "" : " (process " + process + ")")
                + ". Stop it or use --data with another folder.");
    }

    Path path() {
        return path;
    }

    Path cluster() {
        return path.resolve("pg" + PostgresBinaries.MAJOR);
    }

    Path log() {
        return path.resolve("pg.log");
    }

    Path passwordFile(String role) {
        return path.resolve(role + ".password");
    }

    /** The password of a role, made at the first call and kept in a file that only its owner can read. */
    String password(String role) throws IOException {
        Path file = passwordFile(role);
        if (!Files.exists(file)) {
            byte[] bytes = new byte[PASSWORD_BYTES];
            new SecureRandom().nextBytes(bytes);
            Path unfinished = file.resolveSibling(file.getFileName() + ".tmp");
            Files.deleteIfExists(unfinished);
            Files.createFile(unfinished, onlyForOwner(file));
            Files.writeString(unfinished, HexFormat.of().formatHex(bytes));
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        }
        return Files.readString(file).strip();
    }

    private static FileAttribute<?>[] onlyForOwner(Path file) {
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    @Override
    public void close() {
        HELD_BY_THIS_PROCESS.remove(path);
        try {
            channel.close();
        } catch (IOException e) {
            throw Diagnosis.ofFolder(path, e);
        }
    }
}
