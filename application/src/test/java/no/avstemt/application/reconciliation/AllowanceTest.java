package no.avstemt.application.reconciliation;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class AllowanceTest {

    private static final Instant BEGUN = Instant.parse("2026-11-22T10:20:00Z");

    private final Allowance allowance = new Allowance();

    @Test
    void the_time_runs_from_the_first_comparison_and_anew_with_the_next_hours_round() {
        assertFalse(allowance.isOver(BEGUN));
        assertFalse(allowance.isOver(BEGUN.plus(Allowance.TIME).minusSeconds(1)));
        assertTrue(allowance.isOver(BEGUN.plus(Allowance.TIME)));
        assertTrue(allowance.isOver(BEGUN.plus(Duration.ofMinutes(49))));
        assertFalse(allowance.isOver(BEGUN.plus(Duration.ofMinutes(60))));
        assertFalse(allowance.isOver(BEGUN.plus(Duration.ofMinutes(65))));
        assertTrue(allowance.isOver(BEGUN.plus(Duration.ofMinutes(70))));
    }
}
