package no.avstemt.application.settlement;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Optional;
import no.avstemt.domain.time.Oslo;

/**
 * How a topic of a ledger in use stands, for a person.
 *
 * @param completeTo up to which date all has come
 * @param waitingSince when the first date ended whose entries should have come and have not; empty when none is waited for
 * @param failure why its last round stopped, where that was asked of this topic or of all
 * @param nextTryAt when it is asked again after that
 */
public record TopicState(
        Stream stream,
        Optional<LocalDate> completeTo,
        Optional<Instant> waitingSince,
        Optional<Trouble> failure,
        Optional<Instant> nextTryAt) {

    public static TopicState of(
            LocalTime cutoff, Stream stream, Optional<FeedState> feed, LedgerState state, Instant now) {
        Optional<LocalDate> complete = Completeness.readTo(cutoff, stream, feed, now);
        LocalDate ended = Completeness.endedTo(cutoff, now);
        Optional<Instant> waiting = complete.map(to -> to.plusDays(1))
                .filter(next -> stream != Stream.SALES && !next.isAfter(ended))
                .map(next -> next.plusDays(1).atTime(cutoff).atZone(Oslo.ZONE).toInstant());
        Optional<Halt> halt = Arrays.stream(Part.values())
                .filter(part -> state.halt(part)
                        .filter(found -> concerns(part, found.why(), stream))
                        .isPresent())
                .findFirst()
                .flatMap(state::halt);
        return new TopicState(
                stream,
                complete,
                waiting,
                halt.map(Halt::why),
                halt.flatMap(found -> found.retry().nextAt()));
    }

    /** What was asked for names its topic, unless it was for all of them. */
    private static boolean concerns(Part part, Trouble why, Stream stream) {
        return part == Part.SALES
                ? stream == Stream.SALES
                : why.named().isEmpty() || why.named().contains(stream);
    }
}
