package no.avstemt.vipps.simulator;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Consecutive rows of one topic, as pieces of days, and where the next page begins. */
record Page(List<Slice> slices, Position next, boolean hasMore) {

    /** Rows {@code from} (included) to {@code to} (excluded) of a day. */
    record Slice(LedgerDay day, int from, int to) {}

    /** What is done with a {@link Slice}. */
    interface SliceWriter {
        void write(LedgerDay day, int from, int to);
    }

    Page {
        slices = List.copyOf(slices);
    }

    static Page ofDate(Ledger ledger, Topic topic, Position from, int limit) {
        int count = ledger.has(from.date()) ? ledger.count(topic, from.date()) : 0;
        int to = Math.min(count, from.offset() + limit);
        List<Slice> slices =
                from.offset() < to ? List.of(new Slice(ledger.day(from.date()), from.offset(), to)) : List.of();
        return new Page(slices, new Position(from.date(), Math.max(to, from.offset())), to < count);
    }

    static Page ofFeed(Ledger ledger, Topic topic, Position start, int limit) {
        List<Slice> slices = new ArrayList<>();
        Position at = skipFinished(ledger, topic, start);
        int left = limit;
        while (left > 0 && !at.date().isAfter(ledger.last())) {
            int to = Math.min(ledger.count(topic, at.date()), at.offset() + left);
            slices.add(new Slice(ledger.day(at.date()), at.offset(), to));
            left -= to - at.offset();
            at = skipFinished(ledger, topic, new Position(at.date(), to));
        }
        return new Page(slices, at, !at.date().isAfter(ledger.last()));
    }

    void forEachSlice(SliceWriter writer) {
        slices.forEach(slice -> writer.write(slice.day(), slice.from(), slice.to()));
    }

    /** The first row not yet given, past the end of its day and days without rows; the day after the last at the end. */
    private static Position skipFinished(Ledger ledger, Topic topic, Position position) {
        LocalDate date = position.date();
        int offset = position.offset();
        while (!date.isAfter(ledger.last()) && offset >= ledger.count(topic, date)) {
            date = date.plusDays(1);
            offset = 0;
        }
        return new Position(date, offset);
    }
}
