package no.avstemt.application.register;

import java.util.List;
import java.util.Optional;
import no.avstemt.domain.client.ClientAccountId;

/**
 * Things of one kind that a client account keeps.
 *
 * @param <T> the thing, without the id that the register gives it
 */
public interface Register<T> {

    /** A page of those that are asked for, in the order of their numbers, and how many there are in all. */
    Found<T> page(ClientAccountId client, Search search, long offset, int limit);

    Optional<Stored<T>> find(ClientAccountId client, long id);

    /** @return its id; empty when its number is taken */
    Optional<Long> add(ClientAccountId client, T thing);

    Written change(ClientAccountId client, long id, T thing);

    Written remove(ClientAccountId client, long id);

    /** How a change went; one that is refused changes nothing. */
    enum Written {
        DONE,
        NUMBER_TAKEN,
        /** What is posted refers to it. */
        IN_USE
    }

    /** @param id as in the API */
    record Stored<T>(long id, T thing) {}

    /** @param activeOnly without what was put away */
    record Search(Optional<String> text, boolean activeOnly) {

        public static final Search ALL = new Search(Optional.empty(), false);
    }

    /** @param records on all pages */
    record Found<T>(long records, List<Stored<T>> page) {

        public Found {
            page = List.copyOf(page);
        }
    }
}
