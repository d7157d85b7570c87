package no.avstemt.bench;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.LongStream;

/**
 * Asks several books for the same report in turn, again and again. A machine that is shared may take twice as long a
 * quarter of an hour later, but it does so for all whose turns lie between each other's.
 */
final class Turns {

    static final int SEVERAL = 8;

    private static final int TURNS_ALONE = 10;
    private static final int TURNS_TOGETHER = 5;
    private static final int REQUESTS = 50;

    /** Of each connection, since it is new, and the others have had the processor's caches. */
    private static final int BEFORE_EACH = 5;

    private static final Duration AT_MOST = Duration.ofMillis(2_500);

    private Turns() {}

    /**
     * @param one on one connection
     * @param several on {@value #SEVERAL} at once
     */
    record Asked(Table.Latency one, Table.Latency several) {}

    static <B> Map<B, Asked> ask(MeasuredReport report, Map<B, ServedBooks> all) {
        Map<B, Table.Latency> one = ask(report, all, 1, TURNS_ALONE);
        Map<B, Table.Latency> several = ask(report, all, SEVERAL, TURNS_TOGETHER);
        Map<B, Asked> asked = new LinkedHashMap<>();
        one.forEach((books, alone) -> asked.put(books, new Asked(alone, Objects.requireNonNull(several.get(books)))));
        return asked;
    }

    private static <B> Map<B, Table.Latency> ask(
            MeasuredReport report, Map<B, ServedBooks> all, int connections, int turns) {
        Map<B, long[]> nanos = new LinkedHashMap<>();
        for (int turn = 0; turn < turns; turn++) {
            all.forEach((books, served) ->
                    nanos.merge(books, served.nanos(report, connections, BEFORE_EACH, REQUESTS, AT_MOST), Turns::both));
        }
        Map<B, Table.Latency> latencies = new LinkedHashMap<>();
        nanos.forEach((books, taken) -> latencies.put(books, Table.Latency.of(taken)));
        return latencies;
    }

    private static long[] both(long[] one, long[] other) {
        return LongStream.concat(LongStream.of(one), LongStream.of(other)).toArray();
    }
}
