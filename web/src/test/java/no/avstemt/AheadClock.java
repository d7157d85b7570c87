package no.avstemt;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** The clock of programs in tests, which goes ahead when it is told to. */
final class AheadClock extends Clock {

    private volatile Duration ahead = Duration.ZERO;

    void goAhead(Duration by) {
        ahead = ahead.plus(by);
    }

    @Override
    public Instant instant() {
        return ProgramForTest.CLOCK.instant().plus(ahead);
    }

    @Override
    public ZoneId getZone() {
        return ProgramForTest.CLOCK.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("Nobody asks for another zone");
    }
}
