package no.avstemt.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;

/** The figures, beside what was to be reached. */
final class Table {

    private static final String NONE = "–";

    private final List<String> rows =
            new ArrayList<>(List.of("| Measured | Figure | To reach | |", "|---|---:|---:|---|"));

    /** A figure that nothing was promised of. */
    void told(String what, String figure) {
        add(what, figure, NONE, "");
    }

    void atLeast(String what, long perSecond, long target) {
        add(what, spaced(perSecond) + " /s", "≥ " + spaced(target) + " /s", reached(perSecond >= target));
    }

    /** In microseconds, shown in milliseconds. */
    record Latency(long p50, long p99) {

        static Latency of(long[] nanos) {
            long[] sorted = LongStream.of(nanos).sorted().toArray();
            return new Latency(sorted[sorted.length / 2] / 1_000, sorted[sorted.length * 99 / 100] / 1_000);
        }

        @Override
        public String toString() {
            return millis(p50) + " / " + millis(p99) + " ms";
        }
    }

    /** @param goal on one connection */
    void latency(String what, Turns.Asked asked, Goal goal) {
        Latency one = asked.one();
        add(
                what + ", p50 / p99 on one connection; on " + Turns.SEVERAL,
                one + "; " + asked.several(),
                goal.toString(),
                goal == Goal.NONE ? "" : reached(goal.isReached(one.p50(), one.p99())));
    }

    void ratio(String what, long part, long whole, long targetPercent) {
        long percent = 100 * part / whole;
        add(what, times(percent), "≤ " + times(targetPercent), reached(percent <= targetPercent));
    }

    void within(String what, long millis, long target) {
        add(what, spaced(millis) + " ms", "< " + spaced(target) + " ms", reached(millis < target));
    }

    private void add(String what, String figure, String target, String verdict) {
        String row = "| " + what + " | " + figure + " | " + target + " | " + verdict + " |";
        System.err.println(row); // as it is measured, so that a run that is cut short has told something
        rows.add(row);
    }

    static String spaced(long number) {
        return String.format(Locale.ROOT, "%,d", number).replace(',', ' ');
    }

    static String millis(long micros) {
        return String.format(Locale.ROOT, "%d.%d", micros / 1_000, micros % 1_000 / 100);
    }

    private static String times(long percent) {
        return String.format(Locale.ROOT, "%d.%02d ×", percent / 100, percent % 100);
    }

    private static String reached(boolean isReached) {
        return isReached ? "reached" : "**not reached**";
    }

    @Override
    public String toString() {
        return String.join("\n", rows);
    }
}
