package no.avstemt.bench;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Files of entries over the API, and what reports over them cost: in one client account, and spread over many. */
final class Workloads {

    private static final int SMALLEST = 10_000;
    private static final int LARGEST = 1_000_000;
    private static final List<Books> ALL =
            List.of(new Books(SMALLEST, 1), new Books(100_000, 1), new Books(LARGEST, 1), new Books(SMALLEST, 100));
    private static final int RATIO_PERCENT = 150;
    private static final int WARM_UP = 1_000;

    private final Table table;
    private final Consumer<String> say;
    private final UnaryOperator<Path> folders;

    /**
     * @param entries of each client account
     * @param clients how many
     */
    private record Books(int entries, int clients) {

        Path file(Path folder) {
            return folder.resolve(Integer.toString(entries)).toAbsolutePath();
        }

        String says() {
            return Table.spaced((long) entries * clients) + " entries"
                    + (clients == 1 ? "" : " of " + clients + " client accounts");
        }
    }

    /** @param folders from the name of a data folder to where it is, empty at first */
    Workloads(Table table, Consumer<String> say, UnaryOperator<Path> folders) {
        this.table = table;
        this.say = say;
        this.folders = folders;
    }

    /** @return what was left out, in sentences */
    List<String> run(Path folder) throws IOException {
        Map<Boolean, List<Books>> there = ALL.stream()
                .collect(Collectors.partitioningBy(
                        books -> Files.exists(books.file(folder).resolve("lines.csv"))));
        List<Books> taken = there.getOrDefault(true, List.of());
        taken.forEach(books -> take(books, books.file(folder)));
        if (!taken.isEmpty()) {
            reports(taken);
        }
        return there.getOrDefault(false, List.of()).stream()
                .map(books -> "Left out: " + books.says() + ", since " + folder + " has no " + books.entries()
                        + "/lines.csv.")
                .toList();
    }

    private void take(Books books, Path workload) {
        say.accept(books.says() + " …");
        Told bulk = Child.run(BulkRun.class, workload.toString(), data(books), Integer.toString(books.clients()));
        table.atLeast(
                "Lines of " + books.says() + " imported over the API (" + bulk.number("bulk.compared")
                        + " totals equal in the books and " + bulk.number("bulk.reported") + " in the reports)",
                1_000 * bulk.number("bulk.lines") / bulk.number("bulk.millis"),
                60_000);
    }

    private String data(Books books) {
        return folders.apply(Path.of("workload-" + books.entries() + "-" + books.clients()))
                .toString();
    }

    /** All books at once, each by a program of its own, so that they can be asked in turn. */
    private void reports(List<Books> all) throws IOException {
        Map<Books, ServedBooks> served = new LinkedHashMap<>();
        try (Closeable programs = () -> close(served.values().iterator())) {
            for (Books books : all) {
                served.put(books, serve(books));
            }
            for (ServedBooks books : served.values()) {
                books.warmUp(WARM_UP);
            }
            for (MeasuredReport report : MeasuredReport.values()) {
                say.accept(report.says() + " …");
                rows(report, Turns.ask(report, served));
            }
            for (Map.Entry<Books, ServedBooks> books : served.entrySet()) {
                memory(books.getKey(), books.getValue().end());
            }
        }
    }

    private ServedBooks serve(Books books) throws IOException {
        say.accept("Reports at " + books.says() + " …");
        ServedBooks served = ServedBooks.start(data(books), books.clients());
        table.told(
                "Texts of " + books.says() + " indexed for searching", Table.spaced(served.millisOfIndexing()) + " ms");
        return served;
    }

    private static void close(Iterator<ServedBooks> rest) throws IOException {
        if (rest.hasNext()) {
            try (ServedBooks books = rest.next()) {
                close(rest);
            }
        }
    }

    private void rows(MeasuredReport report, Map<Books, Turns.Asked> asked) {
        asked.forEach(
                (books, latencies) -> table.latency(report.says() + " at " + books.says(), latencies, report.goal()));
        Turns.Asked small = asked.get(new Books(SMALLEST, 1));
        Turns.Asked large = asked.get(new Books(LARGEST, 1));
        if (report.goal() == Goal.AT_ONCE && small != null && large != null) {
            table.ratio(
                    report.says() + ", p50 at " + Table.spaced(LARGEST) + " to " + Table.spaced(SMALLEST) + " entries",
                    large.one().p50(),
                    small.one().p50(),
                    RATIO_PERCENT);
        }
    }

    private void memory(Books books, Told told) {
        table.told(
                "Memory after the reports at " + books.says() + ": heap in use after a collection; resident, of "
                        + Child.HEAP,
                told.number("memory.heap") + " MB; "
                        + told.text("memory.resident").map(mega -> mega + " MB").orElse("unknown"));
    }
}
