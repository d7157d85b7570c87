package no.avstemt.persistence.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
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
        try (HourlyTask one = copy();
                HourlyTask other = copy()) {
            now.set(Instant.parse("2026-11-22T06:36:00Z"));
            Thread.sleep(500);
            assertEquals(0, done.get());

            now.set(Instant.parse("2026-11-22T06:38:00Z"));
            awaitDone(1);
            now.set(Instant.parse("2026-11-22T07:38:00Z"));
            awaitDone(2);
            Thread.sleep(500);
            assertEquals(2, done.get());
        }
        now.set(Instant.parse("2026-11-22T12:05:00Z"));
        try (HourlyTask restarted = copy()) {
            awaitDone(3);
            Thread.sleep(500);
            assertEquals(3, done.get());
        }
    }

    private HourlyTask copy() {
        return HourlyTask.start(
                database.database(), List.of(HourlyTask.hourly("test", 37, done::incrementAndGet)), now::get, POLLING);
    }

    private void awaitDone(int times) throws InterruptedException {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (done.get() < times && System.nanoTime() < until) {
            Thread.sleep(20);
        }
        assertEquals(times, done.get());
    }
}
