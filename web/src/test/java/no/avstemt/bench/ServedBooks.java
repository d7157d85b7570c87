package no.avstemt.bench;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/** Books in a data folder of their own, served by a program of their own, and asked over HTTP from here. */
final class ServedBooks implements AutoCloseable {

    private final Beside program;
    private final Asking asking;
    private final AskedBooks books;

    private ServedBooks(Beside program, Asking asking, AskedBooks books) {
        this.program = program;
        this.asking = asking;
        this.books = books;
    }

    /** @param clients how many client accounts the data folder holds */
    static ServedBooks start(String data, int clients) throws IOException {
        Beside program = Beside.start(List.of(Child.HEAP), ReportsServer.class, ReportsServer.READY, data);
        try {
            Asking asking = new Asking(URI.create(program.told(ReportsServer.READY)), program.told(ReportsServer.KEY));
            return new ServedBooks(program, asking, new AskedBooks(asking, clients));
        } catch (IOException | RuntimeException e) {
            program.close();
            throw e;
        }
    }

    long millisOfIndexing() {
        return Long.parseLong(program.told(ReportsServer.INDEXED));
    }

    /**
     * As a server has been asked that runs since the morning: compilers are done by then. As often whatever an answer
     * takes, since large books would else be asked less, and look slower for it.
     */
    void warmUp(int timesEach) throws IOException {
        for (int time = 0; time < timesEach; time++) {
            for (MeasuredReport report : MeasuredReport.values()) {
                asking.ask(report.address(books));
            }
        }
    }

    /** @see Asking#nanos */
    long[] nanos(MeasuredReport report, int connections, int before, int requests, Duration atMost) {
        return asking.nanos(() -> report.address(books), connections, before, requests, atMost);
    }

    /** @return what it told of its memory */
    Told end() throws IOException {
        asking.close();
        return program.end();
    }

    @Override
    public void close() throws IOException {
        try (program) {
            asking.close();
        }
    }
}
