package no.avstemt.application.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import no.avstemt.application.access.RateLimit.Standing;
import org.junit.jupiter.api.Test;

final class RateLimitTest {

    private static final ApiKeyId KEY = new ApiKeyId(1);
    private static final ApiKeyId OTHER = new ApiKeyId(2);

    private final MovableClock clock = new MovableClock(Instant.parse("2026-11-20T08:00:00Z"));
    private final CountingCalls store = new CountingCalls(clock);

    @Test
    void a_quiet_key_has_a_minutes_worth_at_once_and_then_waits_for_the_next() {
        RateLimit limit = new RateLimit(store, 600, clock);

        for (int call = 1; call <= 600; call++) {
            Standing standing = limit.call(KEY).orElseThrow();
            assertTrue(standing.allowed(), "call " + call);
            assertEquals(600 - call, standing.left());
        }
        Standing refused = limit.call(KEY).orElseThrow();
        clock.pass(Duration.ofMillis(100));

        assertFalse(refused.allowed());
        assertEquals(Duration.ofMillis(100), refused.waiting());
        assertEquals(Duration.ofMinutes(1), refused.whole());
        assertTrue(limit.call(KEY).orElseThrow().allowed());
        assertFalse(limit.call(KEY).orElseThrow().allowed());
        assertTrue(limit.call(OTHER).orElseThrow().allowed(), "One key does not wait for another");
    }

    @Test
    void the_store_is_asked_for_one_call_of_thirty_and_not_for_those_that_it_would_refuse() {
        RateLimit limit = new RateLimit(store, 600, clock);

        for (int call = 0; call < 600; call++) {
            limit.call(KEY);
        }
        assertEquals(20, store.asked());
        for (int call = 0; call < 1_000; call++) {
            limit.call(KEY);
        }

        assertEquals(21, store.asked());
    }

    @Test
    void two_copies_of_the_program_share_what_a_key_has() {
        RateLimit first = new RateLimit(store, 60, clock);
        RateLimit second = new RateLimit(store, 60, clock);

        int allowed = 0;
        for (int call = 0; call < 60; call++) {
            allowed += first.call(KEY).orElseThrow().allowed() ? 1 : 0;
            allowed += second.call(KEY).orElseThrow().allowed() ? 1 : 0;
        }

        assertEquals(60, allowed);
    }

    @Test
    void a_steady_caller_within_the_limit_is_never_refused() {
        RateLimit limit = new RateLimit(store, 600, clock);

        for (int call = 0; call < 5_000; call++) {
            assertTrue(limit.call(KEY).orElseThrow().allowed(), "call " + call);
            clock.pass(Duration.ofMillis(100));
        }
    }

    @Test
    void after_a_minute_of_quiet_all_of_it_is_there_again() {
        RateLimit limit = new RateLimit(store, 6, clock);
        for (int call = 0; call < 7; call++) {
            limit.call(KEY);
        }

        clock.pass(Duration.ofMinutes(1));

        assertEquals(5, limit.call(KEY).orElseThrow().left());
    }

    @Test
    void no_more_is_ever_left_than_the_limit() {
        RateLimit limit = new RateLimit(store, 600, clock);

        limit.call(KEY);
        clock.pass(Duration.ofSeconds(59));

        assertEquals(600, limit.call(KEY).orElseThrow().left());
    }

    @Test
    void without_a_limit_the_store_only_hears_once_a_minute_that_the_key_is_in_use() {
        RateLimit limit = new RateLimit(store, 0, clock);

        for (int call = 0; call < 10_000; call++) {
            assertEquals(Optional.empty(), limit.call(KEY));
        }
        assertEquals(1, store.asked());
        clock.pass(Duration.ofMinutes(1));
        limit.call(KEY);

        assertEquals(2, store.asked());
    }
}
