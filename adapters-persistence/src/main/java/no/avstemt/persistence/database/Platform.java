package no.avstemt.persistence.database;

import java.util.Locale;

/** A kind of machine that the bundled PostgreSQL runs on. */
enum Platform {
    LINUX_X64("postgres-linux-x86_64.txz"),
    LINUX_ARM64("postgres-linux-arm_64.txz"),
    WINDOWS_X64("postgres-windows-x86_64.txz"),
    /** One universal file: the bundles for Intel and Apple processors are the same byte for byte. */
    MACOS("postgres-darwin-arm_64.txz");

    private final String archive;

    Platform(String archive) {
        this.archive = archive;
    }

    static Platform ofThisMachine() {
        return of(System.getProperty("os.name", ""), System.getProperty("os.arch", ""));
    }

    /** @throws DatabaseUnavailable when there is no bundle for it */
    static Platform of(String osName, String osArch) {
        String os = osName.toLowerCase(Locale.ROOT);
        String arch = osArch.toLowerCase(Locale.ROOT);
        boolean x64 = arch.equals("amd64") || arch.equals("x86_64");
        boolean arm64 = arch.equals("aarch64") || arch.equals("arm64");
        if (os.startsWith("linux") && x64) {
            return LINUX_X64;
        }
        if (os.startsWith("linux") && arm64) {
            return LINUX_ARM64;
        }
        if (os.startsWith("windows") && (x64 || arm64)) {
            return WINDOWS_X64;
        }
        if (os.startsWith("mac") && (x64 || arm64)) {
            return MACOS;
        }
        throw new DatabaseUnavailable("Avstemt has no PostgreSQL of its own for this machine (" + osName + ", " + osArch
                + "). Install PostgreSQL 15 or later and set AVSTEMT_DB_URL.");
    }

    String archive() {
        return archive;
    }

    String folderName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    boolean isWindows() {
        return this == WINDOWS_X64;
    }

    String executable(String program) {
        return isWindows() ? program + ".exe" : program;
    }
}
