package no.avstemt.application.settlement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import no.avstemt.domain.settlement.LedgerId;
import org.junit.jupiter.api.Test;

final class RetryTest {

    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");
    private static final LedgerId LEDGER = new LedgerId("418207");

    @Test
    void waits_grow_up_to_the_round_of_the_next_hour() {
        Retry retry = Retry.NONE;
        for (int minutes : List.of(5, 10, 20, 40, 55, 55, 55)) {
            retry = retry.afterFailure(LEDGER, NOW, Optional.empty());

            Duration wait = Duration.between(NOW, retry.nextAt().orElseThrow());
            assertTrue(wait.compareTo(Duration.ofMinutes(minutes)) <= 0, wait::toString);
            assertTrue(wait.toSeconds() >= minutes * 48, wait::toString);
        }
        assertEquals(7, retry.failures());
    }

    @Test
    void ledgers_that_failed_together_do_not_come_back_together() {
        Set<Instant> next = new HashSet<>();
        for (int ledger = 1; ledger <= 100; ledger++) {
            Retry retry = Retry.NONE.afterFailure(new LedgerId("41820" + ledger), NOW, Optional.empty());
            next.add(retry.nextAt().orElseThrow());
        }

        assertTrue(next.size() > 10, next::toString);
    }

    @Test
    void a_longer_wait_that_vipps_asks_for_is_kept_up_to_a_day() {
        assertEquals(Duration.ofHours(3), asked(Duration.ofHours(3)));
        assertEquals(Duration.ofDays(1), asked(Duration.ofDays(40)));
        assertTrue(asked(Duration.ofSeconds(1)).compareTo(Duration.ofMinutes(4)) >= 0);
    }

    @Test
    void a_ledger_is_due_when_its_time_has_come_or_it_has_none() {
        Retry waiting = new Retry(1, Optional.of(NOW));

        assertTrue(Retry.NONE.isDue(NOW));
        assertTrue(waiting.isDue(NOW));
        assertFalse(waiting.isDue(NOW.minusSeconds(1)));
    }

    private static Duration asked(Duration wait) {
        return Duration.between(
                NOW,
                Retry.NONE.afterFailure(LEDGER, NOW, Optional.of(wait)).nextAt().orElseThrow());
    }
}
