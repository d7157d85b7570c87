package no.avstemt.bench;

import static no.avstemt.bench.Told.tell;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import no.avstemt.MeasuredProgram;
import no.avstemt.application.journal.EntryFile;
import no.avstemt.application.journal.ImportEntries.Imported;
import no.avstemt.application.journal.ImportEntries.Outcome;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.persistence.database.EndedProgram;

/** A file of journal entries, from its first byte to the commit, into an empty journal; then the books are compared. */
public final class BulkRun {

    private BulkRun() {}

    /** @param arguments a folder with {@code lines.csv} and {@code oracle.json}, and an empty data folder */
    public static void main(String[] arguments) {
        Path workload = Path.of(arguments[0]);
        Path data = Path.of(arguments[1]);
        try (MeasuredProgram program = MeasuredProgram.open(data)) {
            ClientAccountId client = program.client("Workload");
            long began = System.nanoTime();
            Outcome outcome = program.importEntries(client, new Lines(workload.resolve("lines.csv")));
            tell("bulk.millis", (System.nanoTime() - began) / 1_000_000);
            if (!(outcome instanceof Imported imported)) {
                throw new IllegalStateException("The workload was not taken: " + outcome);
            }
            tell("bulk.entries", imported.entries());
            tell("bulk.lines", imported.lines());
        }
        Oracle oracle = Oracle.read(workload.resolve("oracle.json"));
        tell("bulk.compared", EndedProgram.read(data, oracle::compare));
    }

    private record Lines(Path file) implements EntryFile {

        @Override
        public String name() {
            return file.getFileName().toString();
        }

        @Override
        public Reader open() throws IOException {
            return Files.newBufferedReader(file);
        }
    }
}
