package no.avstemt.bench;

import static no.avstemt.bench.Told.tell;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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

    /** Of this Java, told as {@code memory.heap} and, where the system says it, {@code memory.resident}, in megabytes. */
    static void memory() throws IOException {
        System.gc();
        tell(
                "memory.heap",
                ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> 20);
        Path status = Path.of("/proc/self/status");
        if (Files.exists(status)) {
            for (String line : Files.readAllLines(status)) {
                if (line.startsWith("VmRSS:")) {
                    tell("memory.resident", Long.parseLong(line.replaceAll("[^0-9]", "")) >> 10);
                }
            }
        }
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
