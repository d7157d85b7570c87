package no.avstemt.application.reconciliation;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Time for comparing dates, of all ledgers of this program together: so long from the first comparison of an hour's round on,
 * so that a first year of many ledgers does not keep the next round waiting. Past it each ledger still gets a few questions.
 * Any thread may call.
 */
final class Allowance {

    static final Duration TIME = Duration.ofMinutes(10);

    /** The next round begins an hour after the one before, or a little earlier where the one before was late. */
    private static final Duration ROUND = Duration.ofMinutes(50);

    private Optional<Instant> opened = Optional.empty();

    synchronized boolean isOver(Instant now) {
        Instant since = opened.filter(at -> now.isBefore(at.plus(ROUND))).orElse(now);
        opened = Optional.of(since);
        return !now.isBefore(since.plus(TIME));
    }
}
