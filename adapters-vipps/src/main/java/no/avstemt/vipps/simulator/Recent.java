package no.avstemt.vipps.simulator;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** The last few days that were made; any other is made again. Safe for several threads. */
final class Recent<T> {
    private final int capacity;
    private final Function<LocalDate, T> make;
    private final Map<LocalDate, T> kept = new LinkedHashMap<>();

    Recent(int capacity, Function<LocalDate, T> make) {
        this.capacity = capacity;
        this.make = make;
    }

    synchronized T get(LocalDate date) {
        T found = kept.remove(date);
        T value = found == null ? make.apply(date) : found;
        kept.put(date, value);
        dropOldest();
        return value;
    }

    private void dropOldest() {
        if (kept.size() > capacity) {
            kept.remove(kept.keySet().iterator().next());
        }
    }
}
