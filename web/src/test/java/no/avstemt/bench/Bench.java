package no.avstemt.bench;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Measures, and prints a table. {@code bench.jar} is the program, {@code bench.workloads} a folder with a folder for each
 * number of entries.
 */
public final class Bench {

    private static final int STARTS = 3;

    private final Path temporary;
    private final Table table = new Table();
    private final List<String> leftOut = new ArrayList<>();

    private Bench(Path temporary) {
        this.temporary = temporary;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path temporary = Files.createTempDirectory("avstemt-bench");
        try (Closeable folder = () -> delete(temporary)) {
            new Bench(temporary).run();
        }
    }

    private void run() throws IOException, InterruptedException {
        say("Load of the machine before: " + Machine.load());
        Told simulator = simulator();
        hundredLedgers();
        oneBusyLedger();
        workloads();
        posting();
        start();
        say("");
        say(table.toString());
        say("");
        leftOut.forEach(Bench::say);
        say(Machine.told(simulator.text("postgresql").orElse("unknown")));
        say("Load of the machine after: " + Machine.load());
    }

    /** A short history and a year's: of the short one, much of the time goes into translating the program. */
    private Told simulator() {
        simulator(120);
        return simulator(365);
    }

    private Told simulator(int days) {
        say("Simulator, " + days + " days …");
        Told told = Child.run(SimulatorRun.class, fresh("simulator-" + days).toString(), Integer.toString(days));
        long millis = told.number("simulator.millis");
        long entries = told.number("simulator.entries");
        table.atLeast(
                "Settlement entries fetched, stored and booked (" + Table.spaced(entries) + " of "
                        + told.number("simulator.ledgers") + " ledgers, " + days + " days)",
                1_000 * entries / millis,
                10_000);
        table.told(
                "The same in the first, second and last third of that time",
                Table.spaced(told.number("simulator.third.1")) + ", " + Table.spaced(told.number("simulator.third.2"))
                        + ", " + Table.spaced(told.number("simulator.third.3")) + " /s");
        long sales = told.number("simulator.sales");
        table.told(
                "Sales in the same time (" + Table.spaced(sales) + ")", Table.spaced(1_000 * sales / millis) + " /s");
        return told;
    }

    private void hundredLedgers() {
        say("A hundred ledgers …");
        Told told = Child.run(
                HundredRun.class, fresh("hundred").toString(), fresh("scenario").toString());
        table.within(
                "A day of " + told.number("hundred.ledgers") + " ledgers fetched, stored, booked and proven ("
                        + Table.spaced(told.number("hundred.entries")) + " settlement entries, "
                        + Table.spaced(told.number("hundred.sales")) + " sales)",
                told.number("hundred.millis"),
                60_000);
    }

    private void oneBusyLedger() {
        say("A ledger of a million entries …");
        String days = Integer.toString(Integer.getInteger("bench.busy.days", 365));
        String volume = Integer.toString(Integer.getInteger("bench.busy.volume", 162));
        try (Beside vipps = Beside.start(List.of(), BusyVipps.class, "vipps.ready", days, volume)) {
            Told told = Child.run(
                    MillionRun.class,
                    fresh("million").toString(),
                    days,
                    vipps.told("vipps.address"),
                    vipps.told("vipps.id"),
                    vipps.told("vipps.secret"));
            long entries = told.number("million.entries");
            table.told(
                    "One ledger of " + Table.spaced(entries) + " settlement entries in " + days
                            + " days fetched, stored, booked and proven, " + Child.HEAP,
                    Table.spaced(1_000 * entries / told.number("million.millis")) + " /s");
        }
    }

    private void workloads() throws IOException {
        String folder = System.getProperty("bench.workloads", "");
        if (folder.isBlank()) {
            leftOut.add("Left out: the bulk path and the reports, since -Dbench.workloads names no folder.");
        } else {
            leftOut.addAll(new Workloads(table, Bench::say, temporary::resolve).run(Path.of(folder)));
        }
    }

    private void posting() {
        say("Posting …");
        Told told = Child.run(PostRun.class, fresh("posting").toString());
        table.told(
                "Entries posted one by one over the API, on one connection",
                Table.spaced(told.number("post.one")) + " /s");
        table.told(
                "The same on " + told.number("post.connections") + " connections into one client account",
                Table.spaced(told.number("post.several")) + " /s");
    }

    private void start() throws IOException, InterruptedException {
        say("Start …");
        Path jar = Path.of(System.getProperty("bench.jar", "web/target/avstemt.jar"));
        if (!Files.exists(jar)) {
            leftOut.add("Left out: the start, since there is no " + jar + ".");
            return;
        }
        long[] empty = new long[STARTS];
        long[] used = new long[STARTS];
        for (int start = 0; start < STARTS; start++) {
            Path data = fresh("start-" + start);
            empty[start] = StartRun.millis(jar, data);
            used[start] = StartRun.millis(jar, data);
        }
        Arrays.sort(empty);
        Arrays.sort(used);
        table.within("First page on an empty data folder, median of " + STARTS, empty[STARTS / 2], 10_000);
        table.within("First page on a used data folder, median of " + STARTS, used[STARTS / 2], 4_000);
    }

    private Path fresh(String name) {
        return temporary.resolve(name);
    }

    private static void say(String line) {
        System.out.println(line);
        System.out.flush();
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
