package no.avstemt.persistence.database;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** The bundled {@code initdb}, {@code pg_ctl} and {@code postgres}, unpacked from the class path into a folder. */
final class PostgresBinaries {
    /** The version of the artifacts in the POM; a test compares it with what the server says. */
    static final String VERSION = "18.6";

    static final String MAJOR = "18";

    private static final boolean POSIX =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

    private final Path root;
    private final Path home;
    private final Platform platform;

    private PostgresBinaries(Path root, Path home, Platform platform) {
        this.root = root;
        this.home = home;
        this.platform = platform;
    }

    /**
     * Unpacks them under {@code root} unless they are there; a half-unpacked folder is never seen as whole. One thread of a
     * program at a time.
     */
    static synchronized PostgresBinaries in(Path root, Platform platform) throws IOException {
        Path home = root.resolve(VERSION + "-" + platform.folderName());
        if (!Files.isDirectory(home)) {
            Files.createDirectories(root);
            FileTree.deleteLeftovers(root, ".tmp");
            unpack(
                    platform,
                    home,
                    root.resolve(
                            home.getFileName() + "." + ProcessHandle.current().pid() + ".tmp"));
        }
        return new PostgresBinaries(root, home, platform);
    }

    Path program(String name) {
        return home.resolve("bin").resolve(platform.executable(name));
    }

    /** Holds the binaries of this version and of earlier ones. */
    Path root() {
        return root;
    }

    private static void unpack(Platform platform, Path home, Path unfinished) throws IOException {
        try (InputStream archive = PostgresBinaries.class.getResourceAsStream("/" + platform.archive())) {
            if (archive == null) {
                throw new DatabaseUnavailable(
                        "This copy of Avstemt was built without the PostgreSQL for " + platform.folderName() + " ("
                                + platform.archive() + "). Use a full build, or set AVSTEMT_DB_URL.");
            }
            extract(archive, unfinished);
        }
        try {
            Files.move(unfinished, home, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException | DirectoryNotEmptyException e) {
            FileTree.delete(unfinished);
        }
    }

    private static void extract(InputStream archive, Path target) throws IOException {
        var tar = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(archive, 1 << 16)));
        for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
            Path file = target.resolve(entry.getName()).normalize();
            if (!file.startsWith(target)) {
                throw new IOException("The archive of PostgreSQL names a file outside itself: " + entry.getName());
            }
            if (isNeeded(entry.getName())) {
                extract(tar, entry, file);
            }
        }
    }

    private static void extract(TarArchiveInputStream tar, TarArchiveEntry entry, Path file) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(file);
            return;
        }
        Files.createDirectories(file.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(tar, file);
        if (POSIX) {
            boolean runs = (entry.getMode() & 0100) != 0;
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(runs ? "rwxr-xr-x" : "rw-r--r--"));
        }
    }

    /** Leaves out what only a compiler would want. */
    private static boolean isNeeded(String name) {
        return !name.endsWith(".a") && !name.contains("/pgxs/") && !name.contains("/pkgconfig/");
    }
}
