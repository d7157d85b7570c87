package no.avstemt.persistence.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** PostgreSQL's own folder in the data folder: made whole or not at all, and left by every earlier server. */
final class Cluster {
    private static final Logger LOG = LoggerFactory.getLogger(Cluster.class);
    private static final Duration INITDB = Duration.ofMinutes(5);
    private static final Duration STOP = Duration.ofSeconds(90);

    /** The database's superuser; used only to make the two roles and their database. */
    static final String SUPERUSER = "postgres";

    private final DataFolder folder;
    private final Programs programs;

    Cluster(DataFolder folder, Programs programs) {
        this.folder = folder;
        this.programs = programs;
    }

    Path path() {
        return folder.cluster();
    }

    /** Afterwards there is a cluster of our major version, that no server runs on. */
    void prepare() throws IOException {
        if (isMade()) {
            requireWhole();
            programs.user().own(path());
            leaveNoOrphan();
        } else {
            make();
        }
    }

    private boolean isMade() throws IOException {
        return Files.exists(path()) && !FileTree.isEmpty(path());
    }

    private void requireWhole() throws IOException {
        Path version = path().resolve("PG_VERSION");
        if (!Files.exists(version)) {
            throw Diagnosis.broken(folder.path(), "pg" + PostgresBinaries.MAJOR + " has no PG_VERSION");
        }
        String major = Files.readString(version).strip();
        if (!major.equals(PostgresBinaries.MAJOR)) {
            throw Diagnosis.broken(
                    folder.path(),
                    path().getFileName() + " is of PostgreSQL " + major + ", not " + PostgresBinaries.MAJOR);
        }
        if (!Files.exists(folder.passwordFile(SUPERUSER))) {
            throw Diagnosis.broken(
                    folder.path(), "the file " + folder.passwordFile(SUPERUSER).getFileName() + " is gone");
        }
    }

    private void make() throws IOException {
        FileTree.deleteLeftovers(folder.path(), ".tmp");
        Path unfinished = folder.path()
                .resolve(path().getFileName() + "." + ProcessHandle.current().pid() + ".tmp");
        Files.createDirectories(unfinished);
        folder.password(SUPERUSER);
        programs.user().own(folder.passwordFile(SUPERUSER));
        programs.user().own(unfinished);
        Programs.Outcome outcome = programs.run("initdb", INITDB, initdb(unfinished));
        if (!outcome.isSuccess()) {
            DatabaseUnavailable failure =
                    Diagnosis.ofServer(folder.path(), "Making the database with initdb", outcome.output());
            FileTree.delete(unfinished);
            throw failure;
        }
        Files.deleteIfExists(path());
        Files.move(unfinished, path(), StandardCopyOption.ATOMIC_MOVE);
    }

    /** ICU, because it sorts æ, ø and å rightly whatever locales the machine has. */
    private List<String> initdb(Path cluster) {
        return List.of(
                "--pgdata=" + cluster,
                "--username=" + SUPERUSER,
                "--auth=scram-sha-256",
                "--pwfile=" + folder.passwordFile(SUPERUSER),
                "--encoding=UTF8",
                "--locale=C",
                "--locale-provider=icu",
                "--icu-locale=nb-NO",
                "--no-instructions");
    }

    /**
     * We hold the folder, so a server that runs here lost its Avstemt to a {@code kill -9}: it is stopped. A process
     * number that has gone to a stranger would keep PostgreSQL from starting: the file is removed. When the process is
     * gone the file stays, because PostgreSQL then looks itself whether children of the old server are left.
     */
    private void leaveNoOrphan() throws IOException {
        Optional<PidFile> file = PidFile.read(path());
        if (file.isEmpty() || file.get().process().isEmpty()) {
            return;
        }
        if (file.get().server(programs.binaries().root()).isPresent()) {
            LOG.info("Stopping the PostgreSQL that an earlier Avstemt left running in {}", folder.path());
            stop();
        } else {
            Files.delete(PidFile.of(path()));
        }
    }

    /** Ends the server, its sessions with it; does nothing when there is none. */
    void stop() throws IOException {
        Programs.Outcome fast = stop("fast");
        if (fast.isSuccess() || !isRunning()) {
            return;
        }
        LOG.warn("PostgreSQL did not stop: {}", fast.output());
        Programs.Outcome immediate = stop("immediate");
        if (!immediate.isSuccess() && isRunning()) {
            throw Diagnosis.ofServer(folder.path(), "Stopping PostgreSQL", immediate.output());
        }
    }

    private Programs.Outcome stop(String mode) throws IOException {
        return programs.run(
                "pg_ctl", STOP, List.of("stop", "-s", "-w", "-t", "60", "-m", mode, "-D", path().toString()));
    }

    boolean isRunning() throws IOException {
        Optional<PidFile> file = PidFile.read(path());
        return file.isPresent() && file.get().server(programs.binaries().root()).isPresent();
    }
}
