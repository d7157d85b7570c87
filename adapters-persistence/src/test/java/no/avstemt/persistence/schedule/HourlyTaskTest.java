package no.avstemt.persistence.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import no.avstemt.persistence.database.TestDatabase;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

final class HourlyTaskTest {

    private static final Duration POLLING = Duration.ofMillis(50);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Instant MORNING = Instant.parse("2026-11-22T06:20:00Z");

    @AutoClose
    private final TestDatabase database = TestDatabase.fresh();

    private final AtomicReference<Instant> now = new AtomicReference<>(MORNING);
    private final AtomicInteger done = new AtomicInteger();

    @Test
    void the_minute_is_drawn_once_and_not_when_everybody_asks() {
        int first = database.transactions().office(handle -> HourlyTask.minute(handle, new Random(1)));
        int second = database.transactions().office(handle -> HourlyTask.minute(handle, new Random(2)));

        assertEquals(first, second);
        assertTrue(first > 10 && first < 60, Integer.toString(first));
    }

    @Test
    void the_next_time_is_the_next_hour_with_that_minute() {
        HourlyAt at = new HourlyAt(37);

        assertEquals(Instant.parse("2026-11-22T06:37:00Z"), at.after(MORNING));
        assertEquals(Instant.parse("2026-11-22T07:37:00Z"), at.after(Instant.parse("2026-11-22T06:37:00Z")));
        assertEquals(Instant.parse("2026-11-23T00:37:00Z"), at.after(Instant.parse("2026-11-22T23:59:59Z")));
    }

    @Test
    void of_two_copies_one_does_it_each_hour_and_what_was_missed_is_done_once() throws InterruptedException {
        AtomicInteger looks = new AtomicInteger();
        AtomicInteger otherLooks = new AtomicInteger();
        try (HourlyTask one = copy(looks);
                HourlyTask other = copy(otherLooks)) {
            now.set(Instant.parse("2026-11-22T06:36:00Z"));
            awaitMore(looks);
            awaitMore(otherLooks);
            assertEquals(0, done.get());

            now.set(Instant.parse("2026-11-22T06:38:00Z"));
            awaitNext("2026-11-22T07:37:00Z");
            assertEquals(1, done.get());
            now.set(Instant.parse("2026-11-22T07:38:00Z"));
            awaitNext("2026-11-22T08:37:00Z");
            awaitMore(looks);
            awaitMore(otherLooks);
            assertEquals(2, done.get());
        }
        now.set(Instant.parse("2026-11-22T12:05:00Z"));
        try (HourlyTask restarted = copy(looks)) {
            awaitNext("2026-11-22T12:37:00Z");
            awaitMore(looks);
            assertEquals(3, done.get());
        }
    }

    /** @param looks counts how often it asked what time it is, as it does whenever it looks for work */
    private HourlyTask copy(AtomicInteger looks) {
        return HourlyTask.start(
                database.database(),
                List.of(HourlyTask.hourly("test", 37, done::incrementAndGet)),
                () -> {
                    looks.incrementAndGet();
                    return now.get();
                },
                POLLING);
    }

    private static void awaitMore(AtomicInteger looks) throws InterruptedException {
        int enough = looks.get() + 5;
        await(() -> looks.get() >= enough, "nobody looked for work");
    }

    /** Until it is over, and this is when it is done the next time. */
    private void awaitNext(String time) throws InterruptedException {
        Instant next = Instant.parse(time);
        await(
                () -> database.asSuperuser(handle -> handle.createQuery("""
                                SELECT count(*)
                                  FROM scheduled_tasks
                                 WHERE task_name = 'test' AND NOT picked AND execution_time = :next
                                """)
                                .bind("next", next.atOffset(ZoneOffset.UTC))
                                .mapTo(Integer.class)
                                .one())
                        == 1,
                "it is not done the next time at " + time);
    }

    private static void await(BooleanSupplier over, String otherwise) throws InterruptedException {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (!over.getAsBoolean() && System.nanoTime() < until) {
            Thread.sleep(20);
        }
        assertTrue(over.getAsBoolean(), otherwise);
    }
}
