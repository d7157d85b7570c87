package no.avstemt.application.settlement;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import no.avstemt.domain.settlement.LedgerId;

/**
 * When a part of a ledger that failed is asked again: soon, then after growing waits, up to the hourly round. A longer wait that
 * Vipps asks for is kept.
 *
 * @param failures rounds that failed, one after the other
 * @param nextAt none while the last one did not
 */
public record Retry(int failures, Optional<Instant> nextAt) {

    public static final Retry NONE = new Retry(0, Optional.empty());

    private static final Duration FIRST = Duration.ofMinutes(5);

    /** Over before the round of the next hour, which therefore asks, unless Vipps asked for a longer wait. */
    private static final Duration LONGEST = Duration.ofMinutes(55);

    private static final Duration LONGEST_ASKED_FOR = Duration.ofDays(1);
    private static final int JITTER_PERCENT = 20;

    /** @param asked how long Vipps asks us to wait */
    public Retry afterFailure(LedgerId ledger, Instant now, Optional<Duration> asked) {
        Duration own = FIRST.multipliedBy(1L << Math.min(failures, 10));
        Duration wait = own.compareTo(LONGEST) > 0 ? LONGEST : own;
        Duration jittered = wait.minus(wait.multipliedBy(jitter(ledger, now)).dividedBy(100));
        Duration whole = asked.map(wish -> wish.compareTo(LONGEST_ASKED_FOR) > 0 ? LONGEST_ASKED_FOR : wish)
                .filter(wish -> wish.compareTo(jittered) > 0)
                .orElse(jittered);
        return new Retry(failures + 1, Optional.of(now.plus(whole)));
    }

    /** So that ledgers that failed together do not come back together. */
    private int jitter(LedgerId ledger, Instant now) {
        return Math.floorMod(Objects.hash(ledger, now, failures), JITTER_PERCENT + 1);
    }

    public boolean isDue(Instant now) {
        return nextAt.filter(at -> at.isAfter(now)).isEmpty();
    }
}
