package no.avstemt.persistence.schedule;

import com.github.kagkarlsson.scheduler.Clock;
import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.random.RandomGenerator;
import no.avstemt.persistence.database.Database;
import org.jdbi.v3.core.Handle;

/**
 * Something that is done once an hour, in one of the copies of the program that share a database. The minute is drawn once
 * for the installation, and never within the first ten of an hour, when everybody asks Vipps.
 */
public final class HourlyTask implements AutoCloseable {

    private static final int FIRST_MINUTE = 11;
    private static final int MINUTES = 60;
    private static final Duration BETWEEN = Duration.ofMinutes(5);
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration POLLING = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Scheduler scheduler;

    private HourlyTask(Scheduler scheduler) {
        this.scheduler = scheduler;
    }

    /**
     * @param name unique in the installation, and never given to something else
     * @param work returns soon; what it starts goes on by itself
     * @param again what is looked after every few minutes in between, and returns soon as well
     * @param tidying what is done each minute, for some seconds at most
     */
    public static HourlyTask start(Database database, String name, Runnable work, Runnable again, Runnable tidying) {
        int minute = database.transactions().office(handle -> minute(handle, RandomGenerator.getDefault()));
        RecurringTask<Void> between =
                Tasks.recurring(name + "-again", FixedDelay.of(BETWEEN)).execute((instance, context) -> again.run());
        RecurringTask<Void> eachMinute =
                Tasks.recurring(name + "-tidying", FixedDelay.of(MINUTE)).execute((instance, context) -> tidying.run());
        return start(database, List.of(hourly(name, minute, work), between, eachMinute), Instant::now, POLLING);
    }

    static RecurringTask<Void> hourly(String name, int minute, Runnable work) {
        return Tasks.recurring(name, new HourlyAt(minute)).execute((instance, context) -> work.run());
    }

    static HourlyTask start(Database database, List<RecurringTask<Void>> tasks, Clock clock, Duration polling) {
        Scheduler scheduler = Scheduler.create(database.dataSource())
                .startTasks(tasks)
                .pollUsingLockAndFetch(1, 4)
                .pollingInterval(polling)
                .threads(1)
                .clock(clock)
                .shutdownMaxWait(PATIENCE)
                .build();
        scheduler.start();
        return new HourlyTask(scheduler);
    }

    /** The first copy of the program that asks draws it. */
    static int minute(Handle handle, RandomGenerator random) {
        return handle.createQuery("""
                        WITH drawn AS (
                          INSERT INTO installation (fetch_minute) VALUES (:minute)
                              ON CONFLICT (only_one) DO UPDATE SET fetch_minute = installation.fetch_minute
                          RETURNING fetch_minute)
                        SELECT fetch_minute FROM drawn
                        """)
                .bind("minute", random.nextInt(FIRST_MINUTE, MINUTES))
                .mapTo(Integer.class)
                .one();
    }

    @Override
    public void close() {
        scheduler.stop();
    }
}
