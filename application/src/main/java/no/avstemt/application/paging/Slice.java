package no.avstemt.application.paging;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;

/**
 * One page of a list.
 *
 * @param rows in the order of the list
 */
public record Slice<T>(List<T> rows, boolean hasPrevious, boolean hasNext) {

    public Slice {
        rows = List.copyOf(rows);
    }

    /** @param read up to {@link From#toRead} rows, in the direction that was asked for */
    public static <T> Slice<T> of(From<?> from, List<T> read) {
        boolean more = read.size() > from.size();
        List<T> rows = new ArrayList<>(more ? read.subList(0, from.size()) : read);
        if (from.isBackwards()) {
            Collections.reverse(rows);
            return new Slice<>(rows, more, true);
        }
        return new Slice<>(rows, from.after().isPresent(), more);
    }

    public <R> Slice<R> map(Function<T, R> each) {
        return new Slice<>(rows.stream().map(each).toList(), hasPrevious, hasNext);
    }
}
