package no.avstemt.application.verify;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.journal.ChainHash;

/** The books as they lie in the tables. */
public interface StoredBooks {

    /** Where the journal says that it ends. */
    ChainHead head(ClientAccountId client);

    /** Of a position in the chain; empty when no entry is there. Position 0 is before the first. */
    Optional<ChainHash> hashAt(ClientAccountId client, long position);

    /** Checks the next entries of the chain, at most so many. None are left when the stretch is empty. */
    Stretch chain(ClientAccountId client, Link after, int most);

    /** What cannot be seen entry by entry: counters, ordinals, links, reversals, and where head and numbers end. */
    List<Fault> asWhole(ClientAccountId client, Link last);

    /**
     * The chain up to an entry.
     *
     * @param numbers fiscal year to the last number seen in it
     */
    record Link(long position, ChainHash hash, Map<Integer, Long> numbers) {

        public static final Link START = new Link(0, ChainHash.START, Map.of());

        public Link {
            numbers = Map.copyOf(numbers);
        }
    }

    /** @param last where the next stretch begins */
    record Stretch(long entries, long lines, Link last, List<Fault> faults) {

        public Stretch {
            faults = List.copyOf(faults);
        }
    }
}
