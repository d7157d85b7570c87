package no.avstemt.persistence.database;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * PostgreSQL in the data folder, on loopback, with a password, syncing to disk.
 *
 * <p>Survives {@code kill -9} of itself and of us, and runs when we are root. The server is in a session of its own, so
 * Ctrl-C reaches only us; {@link #close} stops it.
 */
public final class LocalPostgres implements AutoCloseable {
    private static final long LEAST_MEGABYTES = 128;
    private static final long MOST_MEGABYTES = 2048;
    private static final String LOOPBACK = "127.0.0.1";
    private static final long FIRST_START_MEGABYTES = 250;
    private static final long LOG_BYTES = 10 << 20;
    private static final Duration START = Duration.ofMinutes(5);
    private static final int ATTEMPTS = 40;

    private final DataFolder folder;
    private final Cluster cluster;
    private final int port;
    private boolean closed;

    private LocalPostgres(DataFolder folder, Cluster cluster, int port) {
        this.folder = folder;
        this.cluster = cluster;
        this.port = port;
    }

    /**
     * @param binaries where the programs are unpacked; in the data folder when empty
     * @param user who runs them; found out when empty
     * @param settings PostgreSQL's, over our own
     */
    record Options(Optional<Path> binaries, Optional<ServerUser> user, List<String> settings) {
        static final Options NONE = new Options(Optional.empty(), Optional.empty(), List.of());
    }

    /** What the server keeps in memory of its own: an eighth of the machine's, so that the books of a million entries fit. */
    static long ownMegabytes(long machineMegabytes) {
        return Math.min(Math.max(machineMegabytes / 8, LEAST_MEGABYTES), MOST_MEGABYTES);
    }

    /** @throws DatabaseUnavailable when it can't run here */
    public static LocalPostgres start(Path dataFolder) {
        return start(dataFolder, Options.NONE);
    }

    static LocalPostgres start(Path dataFolder, Options options) {
        DataFolder folder = DataFolder.take(dataFolder);
        try {
            return start(folder, options);
        } catch (IOException e) {
            folder.close();
            throw Diagnosis.ofFolder(folder.path(), e);
        } catch (RuntimeException e) {
            folder.close();
            throw e;
        }
    }

    private static LocalPostgres start(DataFolder folder, Options options) throws IOException {
        if (!Files.exists(folder.cluster())) {
            Diagnosis.requireSpace(folder.path(), FIRST_START_MEGABYTES);
        }
        Path binaries = options.binaries().orElse(folder.path().resolve("pgbin"));
        ServerUser user = options.user().isPresent() ? options.user().get() : ServerUser.ofThisProcess();
        var programs = new Programs(PostgresBinaries.in(binaries, Platform.ofThisMachine()), user, folder.path());
        var cluster = new Cluster(folder, programs);
        cluster.prepare();
        openLog(folder.log(), user);
        return new LocalPostgres(folder, cluster, new Start(folder, cluster, programs, options.settings()).run());
    }

    private static void openLog(Path log, ServerUser user) throws IOException {
        if (Files.exists(log) && Files.size(log) > LOG_BYTES) {
            Files.move(log, log.resolveSibling("pg.log.1"), StandardCopyOption.REPLACE_EXISTING);
        }
        if (!Files.exists(log)) {
            Files.createFile(log);
        }
        user.own(log);
    }

    /** One start, tried again on another port when somebody took ours in between. */
    private record Start(DataFolder folder, Cluster cluster, Programs programs, List<String> settings) {
        int run() throws IOException {
            String said = "";
            for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
                int port = freePort();
                long logBefore = Files.size(folder.log());
                Optional<String> failure = tryStart(port);
                if (failure.isEmpty()) {
                    return port;
                }
                said = failure.get() + "\n" + logSince(logBefore);
                if (!isPassing(said)) {
                    break;
                }
                pause(Duration.ofMillis(250));
            }
            throw Diagnosis.ofServer(folder.path(), "Starting PostgreSQL", said);
        }

        /** Empty when it is ready; else what pg_ctl said. */
        private Optional<String> tryStart(int port) throws IOException {
            Optional<PidFile> before = PidFile.read(cluster.path());
            long deadline = System.nanoTime() + START.toNanos();
            // Not closed: it ends by itself as soon as it has seen what we see a little earlier.
            Programs.Running pgCtl = programs.start("pg_ctl", arguments(port));
            while (System.nanoTime() < deadline) {
                boolean ended = !pgCtl.process().isAlive();
                Optional<PidFile> now = PidFile.read(cluster.path());
                if (now.isPresent() && !now.equals(before) && now.get().isReady()) {
                    pgCtl.outputFile().toFile().deleteOnExit();
                    return Optional.empty();
                }
                if (ended) {
                    String output = pgCtl.output();
                    pgCtl.close();
                    return Optional.of(output);
                }
                pause(Duration.ofMillis(10));
            }
            pgCtl.close();
            cluster.stop();
            return Optional.of("not ready after " + START.toSeconds() + " seconds");
        }

        private List<String> arguments(int port) {
            return List.of(
                    "start",
                    "-s",
                    "-w",
                    "-t",
                    Long.toString(START.toSeconds()),
                    "-D",
                    cluster.path().toString(),
                    "-l",
                    folder.log().toString(),
                    "-o",
                    options(port));
        }

        /**
         * What it logs holds no statement and no row, so no secret and no name. The write-ahead log may grow to four
         * gigabytes: an import of millions of lines would else write every page whole again after each checkpoint. What an
         * import has changed is written out by the server's own writers, so that the import need not do it to go on.
         */
        private String options(int port) {
            var all = new ArrayList<>(List.of(
                    "port=" + port,
                    "listen_addresses=" + LOOPBACK,
                    "unix_socket_directories=",
                    "shared_buffers=" + ownMegabytes(machineMegabytes()) + "MB",
                    "wal_buffers=64MB",
                    "bgwriter_delay=50ms",
                    "bgwriter_lru_maxpages=1000",
                    "bgwriter_lru_multiplier=4",
                    "work_mem=16MB",
                    "max_wal_size=4GB",
                    "checkpoint_timeout=15min",
                    "max_connections=50",
                    "fsync=on",
                    "synchronous_commit=on",
                    "idle_in_transaction_session_timeout=15min",
                    "timezone=UTC",
                    "log_timezone=UTC",
                    "log_checkpoints=off",
                    "log_error_verbosity=terse",
                    "log_min_error_statement=panic"));
            all.addAll(settings);
            return "-c " + String.join(" -c ", all);
        }

        private static long machineMegabytes() {
            return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class)
                            .getTotalMemorySize()
                    >> 20;
        }

        /** The port was taken meanwhile, or the last processes of a killed server are still on their way out. */
        private static boolean isPassing(String said) {
            return said.contains("could not create any TCP/IP sockets")
                    || said.contains("Address already in use")
                    || said.contains("pre-existing shared memory block");
        }

        private String logSince(long position) throws IOException {
            try (var log = Files.newInputStream(folder.log())) {
                log.skipNBytes(Math.min(position, Files.size(folder.log())));
                return new String(log.readAllBytes(), StandardCharsets.UTF_8);
            }
        }

        private static int freePort() throws IOException {
            try (var socket = new ServerSocket(0, 1, InetAddress.getByName(LOOPBACK))) {
                return socket.getLocalPort();
            }
        }

        private static void pause(Duration time) {
            try {
                Thread.sleep(time.toMillis());
            } catch (InterruptedException e) {
                throw Diagnosis.interrupted(e);
            }
        }
    }

    /** A JDBC address without user and password. */
    public String url(String database) {
        return "jdbc:postgresql://" + LOOPBACK + ":" + port + "/" + database;
    }

    DataFolder folder() {
        return folder;
    }

    Login superuser() {
        return login(Cluster.SUPERUSER);
    }

    /** The role with the password that is kept for it in the data folder; the role need not exist yet. */
    Login login(String role) {
        try {
            return new Login(role, folder.password(role));
        } catch (IOException e) {
            throw Diagnosis.ofFolder(folder.path(), e);
        }
    }

    /** Stops the server: close the pools first. A second call does nothing. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        try {
            cluster.stop();
        } catch (IOException e) {
            throw Diagnosis.ofFolder(folder.path(), e);
        } finally {
            folder.close();
        }
    }
}
