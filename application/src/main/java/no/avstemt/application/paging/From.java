package no.avstemt.application.paging;

import java.util.Optional;

/**
 * Where in a list a page begins.
 *
 * @param after the page begins right after this row; none for the beginning of the list
 * @param before the page ends right before this row
 * @param size how many rows a page holds
 */
public record From<K>(Optional<K> after, Optional<K> before, int size) {

    public From {
        if (size < 1) {
            throw new IllegalArgumentException("A page holds at least one row, not " + size);
        }
        if (after.isPresent() && before.isPresent()) {
            throw new IllegalArgumentException("A page begins after a row or ends before one, not both");
        }
    }

    public static <K> From<K> start(int size) {
        return new From<>(Optional.empty(), Optional.empty(), size);
    }

    public static <K> From<K> after(K place, int size) {
        return new From<>(Optional.of(place), Optional.empty(), size);
    }

    public static <K> From<K> before(K place, int size) {
        return new From<>(Optional.empty(), Optional.of(place), size);
    }

    /** Whether rows are to be read against the order of the list. */
    public boolean isBackwards() {
        return before.isPresent();
    }

    public Optional<K> place() {
        return after.or(() -> before);
    }

    /** One more than the page holds: it tells whether there are more. */
    public int toRead() {
        return size + 1;
    }
}
