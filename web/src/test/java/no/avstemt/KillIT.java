package no.avstemt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import no.avstemt.persistence.journal.CanonicalExport;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Killed at any moment of the import and started again, the books are those of a run that nobody disturbed. */
@Order(1)
class KillIT {

    private static final boolean LONG = Boolean.getBoolean("avstemt.test.long");
    private static final String DAYS = LONG ? "365" : "60";

    @TempDir
    private Path folder;

    @Test
    void killed_at_random_moments_it_ends_with_the_same_books() throws InterruptedException {
        long began = System.nanoTime();
        Path undisturbed = folder.resolve("undisturbed");
        long importMillis;
        try (RunningDemo demo = start(undisturbed)) {
            demo.line("Simulator keys");
            long importing = System.nanoTime();
            demo.ready();
            importMillis = Math.max(1_000, (System.nanoTime() - importing) / 1_000_000);
        }

        long seed = began;
        System.err.println("Seed of the kills: " + seed + ", an import takes " + importMillis + " ms");
        Random random = new Random(seed);
        Path killed = folder.resolve("killed");
        for (int kill = 0; kill < (LONG ? 20 : 2); kill++) {
            RunningDemo demo = start(killed);
            try {
                demo.line("Simulator keys");
                TimeUnit.MILLISECONDS.sleep(random.nextLong(importMillis));
            } finally {
                demo.kill();
            }
        }
        try (RunningDemo demo = start(killed)) {
            demo.ready();
        }

        String expected = CanonicalExport.all(undisturbed);
        assertTrue(expected.length() > 10_000, expected);
        assertEquals(expected, CanonicalExport.all(killed), "seed " + seed);
    }

    private static RunningDemo start(Path data) {
        return RunningDemo.start(data, "--until", RunningDemo.UNTIL, "--days", DAYS);
    }
}
