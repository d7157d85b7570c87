package no.avstemt.bench;

import java.nio.file.Files;
import java.nio.file.Path;
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

    private final Table table;
    private final Consumer<String> say;
    private final UnaryOperator<Path> fresh;
    private final Map<Books, Told> read = new LinkedHashMap<>();

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

    /** @param fresh from the name of a data folder to one that is empty */
    Workloads(Table table, Consumer<String> say, UnaryOperator<Path> fresh) {
        this.table = table;
        this.say = say;
        this.fresh = fresh;
    }

    /** @return what was left out, in sentences */
    List<String> run(Path folder) {
        Map<Boolean, List<Books>> there = ALL.stream()
                .collect(Collectors.partitioningBy(
                        books -> Files.exists(books.file(folder).resolve("lines.csv"))));
        there.getOrDefault(true, List.of()).forEach(books -> measure(books, books.file(folder)));
        for (MeasuredReport report : MeasuredReport.values()) {
            read.forEach((books, told) -> row(report, books, told));
            ratio(report);
        }
        read.forEach(this::memory);
        return there.getOrDefault(false, List.of()).stream()
                .map(books -> "Left out: " + books.says() + ", since " + folder + " has no " + books.entries()
                        + "/lines.csv.")
                .toList();
    }

    private void measure(Books books, Path workload) {
        say.accept(books.says() + " …");
        String data = fresh.apply(Path.of("workload-" + books.entries() + "-" + books.clients()))
                .toString();
        String clients = Integer.toString(books.clients());
        Told bulk = Child.run(BulkRun.class, workload.toString(), data, clients);
        table.atLeast(
                "Lines of " + books.says() + " imported over the API (" + bulk.number("bulk.compared")
                        + " totals equal in the books and " + bulk.number("bulk.reported") + " in the reports)",
                1_000 * bulk.number("bulk.lines") / bulk.number("bulk.millis"),
                60_000);
        Told told = Child.run(ReportsRun.class, data, clients);
        table.told(
                "Texts of " + books.says() + " indexed for searching",
                Table.spaced(told.number("search.index")) + " ms");
        read.put(books, told);
    }

    private void row(MeasuredReport report, Books books, Told told) {
        table.latency(
                report.says() + " at " + books.says(),
                new Table.Latency(told, report.figure(1)),
                new Table.Latency(told, report.figure(ReportsRun.SEVERAL)),
                report.goal());
    }

    /** Of the largest to the smallest, for what is to cost the same however much there is. */
    private void ratio(MeasuredReport report) {
        Told small = read.get(new Books(SMALLEST, 1));
        Told large = read.get(new Books(LARGEST, 1));
        if (report.goal() == Goal.AT_ONCE && small != null && large != null) {
            table.ratio(
                    report.says() + ", p50 at " + Table.spaced(LARGEST) + " to " + Table.spaced(SMALLEST) + " entries",
                    large.number(report.figure(1) + ".p50"),
                    small.number(report.figure(1) + ".p50"),
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
