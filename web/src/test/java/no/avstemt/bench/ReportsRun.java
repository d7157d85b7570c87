package no.avstemt.bench;

import static no.avstemt.bench.Told.tell;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import no.avstemt.MeasuredProgram;

/** Reports over HTTP, and searches, of the client accounts that the bulk path filled. */
public final class ReportsRun {

    static final int SEVERAL = 8;

    /** As a server has been asked that runs since the morning: compilers are done by then. */
    private static final Duration WARM_UP = Duration.ofSeconds(90);

    private static final int REQUESTS = 500;
    private static final Duration AT_MOST = Duration.ofSeconds(12);

    private ReportsRun() {}

    /** @param arguments a data folder that {@link BulkRun} has filled, and with how many client accounts */
    public static void main(String[] arguments) throws IOException {
        try (MeasuredProgram program = MeasuredProgram.open(Path.of(arguments[0]))) {
            long began = System.nanoTime();
            program.indexTexts();
            tell("search.index", (System.nanoTime() - began) / 1_000_000);
            try (Asking asking = new Asking(program.serve(), program.apiKey())) {
                run(asking, new AskedBooks(asking, Integer.parseInt(arguments[1])));
            }
            Machine.memory();
        }
    }

    private static void run(Asking asking, AskedBooks books) throws IOException {
        long end = System.nanoTime() + WARM_UP.toNanos();
        while (System.nanoTime() < end) {
            for (MeasuredReport report : MeasuredReport.values()) {
                asking.ask(report.address(books));
            }
        }
        for (MeasuredReport report : MeasuredReport.values()) {
            asking.measure(report.figure(1), () -> report.address(books), 1, REQUESTS, AT_MOST);
            asking.measure(report.figure(SEVERAL), () -> report.address(books), SEVERAL, REQUESTS / 2, AT_MOST);
        }
    }
}
