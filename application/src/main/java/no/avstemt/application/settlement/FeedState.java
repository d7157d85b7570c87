package no.avstemt.application.settlement;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Where the reading of one stream stands.
 *
 * @param cursor empty text before the first page
 * @param items how many have been stored; the position of the last
 * @param lastDate the latest ledger date seen (sales: Oslo date of the latest sale)
 * @param caughtUpAt when Vipps last said that there is no more
 */
public record FeedState(
        String cursor, long items, Optional<LocalDate> lastDate, Optional<Instant> caughtUpAt, Instant readAt) {

    public static FeedState unread(Instant now) {
        return new FeedState("", 0, Optional.empty(), Optional.empty(), now);
    }

    /** With rows stored beside the stream. */
    public FeedState withMore(int stored) {
        return new FeedState(cursor, items + stored, lastDate, caughtUpAt, readAt);
    }

    public Optional<String> cursorOrStart() {
        return cursor.isEmpty() ? Optional.empty() : Optional.of(cursor);
    }
}
