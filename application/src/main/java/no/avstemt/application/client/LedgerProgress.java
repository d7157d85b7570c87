package no.avstemt.application.client;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import no.avstemt.application.settlement.FeedState;
import no.avstemt.application.settlement.LedgerState;
import no.avstemt.application.settlement.Stream;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.settlement.LedgerId;

/**
 * How far one ledger is read, booked and proven.
 *
 * @param feeds the streams that have been read at all
 */
public record LedgerProgress(
        ClientAccountId client, LedgerId ledger, String currency, LedgerState state, Map<Stream, FeedState> feeds) {

    /** A round asks for page after page; when none has come for this long, it has ended or waits. */
    public static final Duration STILL_FETCHING = Duration.ofMinutes(1);

    public LedgerProgress {
        feeds = Map.copyOf(feeds);
    }

    public Optional<FeedState> feed(Stream stream) {
        return Optional.ofNullable(feeds.get(stream));
    }

    /** The stream that is being read now: a page of it came within the last minute, and there is more to come. */
    public Optional<Stream> beingRead(Instant now) {
        return Arrays.stream(Stream.values())
                .filter(stream -> isBeingRead(stream, now))
                .findFirst();
    }

    boolean isBeingRead(Stream stream, Instant now) {
        return feed(stream)
                .filter(feed -> !isReadToTheEnd(feed))
                .filter(feed -> feed.readAt().isAfter(now.minus(STILL_FETCHING)))
                .isPresent();
    }

    static boolean isReadToTheEnd(FeedState feed) {
        return feed.caughtUpAt().filter(at -> !at.isBefore(feed.readAt())).isPresent();
    }
}
