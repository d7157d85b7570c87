package no.avstemt.application.verify;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import no.avstemt.domain.journal.ChainHash;

/**
 * One proof of a client's books, under way or done.
 *
 * @param startedBy in words that stay readable
 * @param toldAt when it last told how far it is
 * @param endedAt empty while it runs
 * @param total entries there were when it began
 * @param head the chain it walked, empty while it runs or when the journal could not be read to its end
 * @param faultCount of all faults, of which the first are kept
 */
public record Verification(
        long id,
        Instant startedAt,
        String startedBy,
        Instant toldAt,
        Optional<Instant> endedAt,
        long total,
        long entries,
        long lines,
        Optional<ChainHash> head,
        long faultCount,
        List<Fault> faults) {

    /** How many faults are kept. */
    public static final int FAULTS_KEPT = 200;

    private static final Duration SILENCE = Duration.ofMinutes(10);

    public enum State {
        RUNNING,
        /** Nothing was heard of it for long; the program it ran in has ended. */
        STOPPED,
        WHOLE,
        BROKEN
    }

    public Verification {
        faults = List.copyOf(faults);
    }

    public State state(Instant now) {
        if (endedAt.isPresent()) {
            return faultCount == 0 ? State.WHOLE : State.BROKEN;
        }
        return toldAt.plus(SILENCE).isBefore(now) ? State.STOPPED : State.RUNNING;
    }
}
