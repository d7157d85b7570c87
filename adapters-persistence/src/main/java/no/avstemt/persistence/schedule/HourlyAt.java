package no.avstemt.persistence.schedule;

import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.schedule.Schedule;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Each hour at this minute. */
record HourlyAt(int minute) implements Schedule {

    private static final Duration HOUR = Duration.ofHours(1);

    @Override
    public Instant getNextExecutionTime(ExecutionComplete done) {
        return after(done.getTimeDone());
    }

    @Override
    public Instant getInitialExecutionTime(Instant now) {
        return after(now);
    }

    /** When the same minute is drawn in every copy, they agree on the next time. */
    @Override
    public boolean isDeterministic() {
        return true;
    }

    Instant after(Instant moment) {
        Instant thisHour = moment.truncatedTo(ChronoUnit.HOURS).plus(Duration.ofMinutes(minute));
        return thisHour.isAfter(moment) ? thisHour : thisHour.plus(HOUR);
    }
}
