package no.avstemt.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Where and on what the figures were measured, since they mean nothing without it. */
final class Machine {

    private Machine() {}

    static String told(String postgresql) {
        return Runtime.getRuntime().availableProcessors() + " cores (" + System.getProperty("os.arch") + ", "
                + System.getProperty("os.name") + "), Java " + System.getProperty("java.version") + ", PostgreSQL "
                + postgresql + ", heap " + Child.HEAP + ", " + Instant.now().truncatedTo(ChronoUnit.SECONDS)
                + ", commit " + commit();
    }

    /** How many wanted a core in the last minute: above the number of cores, the figures are of a busy machine. */
    static String load() {
        double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        return load < 0 ? "unknown" : String.format(Locale.ROOT, "%.1f", load);
    }

    private static String commit() {
        try {
            Process git = new ProcessBuilder("git", "describe", "--always", "--dirty").start();
            String commit = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return git.waitFor() == 0 ? commit : "unknown";
        } catch (IOException e) {
            return "unknown";
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
