package no.avstemt.bench;

import static no.avstemt.bench.Told.tell;

import java.io.IOException;
import java.nio.file.Path;
import no.avstemt.MeasuredProgram;

/** Serves the client accounts that the bulk path filled, until its input ends. */
public final class ReportsServer {

    static final String INDEXED = "server.indexed";
    static final String KEY = "server.key";
    static final String READY = "server.address";

    private ReportsServer() {}

    /** @param arguments a data folder that {@link BulkRun} has filled */
    public static void main(String[] arguments) throws IOException {
        try (MeasuredProgram program = MeasuredProgram.open(Path.of(arguments[0]))) {
            long began = System.nanoTime();
            program.indexTexts();
            tell(INDEXED, (System.nanoTime() - began) / 1_000_000);
            tell(KEY, program.apiKey());
            tell(READY, program.serve());
            Beside.waitForTheEndOfInput();
            Machine.memory();
        }
    }
}
