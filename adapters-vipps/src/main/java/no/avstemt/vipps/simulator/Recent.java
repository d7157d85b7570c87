package no.avstemt.vipps.simulator;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/**
 * The last few days that were made; any other is made again. Of busy days fewer are kept, but always the last two, so
 * that memory does not grow with the traffic. Safe for several threads.
 */
final class Recent<T> {
    private static final int MAX_ROWS = 10_000;
    private static final int ALWAYS = 2;

    private final int capacity;
    private final Function<LocalDate, T> make;
    private final ToIntFunction<T> rows;
    private final Map<LocalDate, T> kept = new LinkedHashMap<>();
    private long keptRows;

    Recent(int capacity, Function<LocalDate, T> make, ToIntFunction<T> rows) {
        this.capacity = capacity;
        this.make = make;
        this.rows = rows;
    }

    /** Making a day may ask for an earlier one. */
    synchronized T get(LocalDate date) {
        T found = kept.remove(date);
        T value = found == null ? make.apply(date) : found;
        kept.put(date, value);
        keptRows += found == null ? rows.applyAsInt(value) : 0;
        dropOldest();
        return value;
    }

    private void dropOldest() {
        while (kept.size() > capacity || (keptRows > MAX_ROWS && kept.size() > ALWAYS)) {
            T oldest = kept.remove(kept.keySet().iterator().next());
            keptRows -= oldest == null ? 0 : rows.applyAsInt(oldest);
        }
    }
}
