package no.avstemt.domain.period;

import static no.avstemt.domain.period.PeriodState.CLOSED;
import static no.avstemt.domain.period.PeriodState.HELD;
import static no.avstemt.domain.period.PeriodState.OPEN;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class PeriodsTest {

    private static final YearMonth JANUARY = YearMonth.of(2026, 1);
    private static final YearMonth FEBRUARY = YearMonth.of(2026, 2);
    private static final YearMonth MARCH = YearMonth.of(2026, 3);

    @Test
    void a_month_that_nothing_is_said_of_is_open_unless_a_later_one_is_closed() {
        Periods periods = new Periods(Map.of(FEBRUARY, CLOSED));

        assertEquals(CLOSED, periods.state(YearMonth.of(2019, 7)));
        assertEquals(CLOSED, periods.state(JANUARY));
        assertEquals(CLOSED, periods.state(FEBRUARY));
        assertEquals(OPEN, periods.state(MARCH));
        assertEquals(Optional.of(FEBRUARY), periods.lastClosed());
    }

    @Test
    void a_month_that_was_opened_again_is_open_though_a_later_one_is_closed() {
        Periods periods = new Periods(Map.of(JANUARY, OPEN, FEBRUARY, CLOSED));

        assertEquals(OPEN, periods.state(JANUARY));
        assertEquals(CLOSED, periods.state(JANUARY.minusMonths(1)));
    }

    @Test
    void what_is_late_for_a_closed_month_goes_to_the_first_day_of_the_next_open_one_past_a_held_one() {
        Periods periods = new Periods(Map.of(JANUARY, CLOSED, FEBRUARY, HELD));

        assertEquals(MARCH.atDay(1), periods.postingDateFor(LocalDate.of(2026, 1, 17)));
        assertEquals(LocalDate.of(2026, 2, 17), periods.postingDateFor(LocalDate.of(2026, 2, 17)));
        assertEquals(LocalDate.of(2026, 3, 17), periods.postingDateFor(LocalDate.of(2026, 3, 17)));
    }

    @Test
    void a_held_month_takes_what_gives_a_reason_and_a_closed_one_takes_nothing() {
        Periods periods = new Periods(Map.of(JANUARY, CLOSED, FEBRUARY, HELD));
        Optional<String> reason = Optional.of("Faktura kom sent");

        assertDoesNotThrow(() -> periods.check(FEBRUARY.atDay(3), reason));
        assertDoesNotThrow(() -> periods.check(MARCH.atDay(3), Optional.empty()));
        assertEquals(
                HELD,
                assertThrows(MonthNotOpen.class, () -> periods.check(FEBRUARY.atDay(3), Optional.empty()))
                        .state());
        assertEquals(
                JANUARY,
                assertThrows(MonthNotOpen.class, () -> periods.check(JANUARY.atEndOfMonth(), reason))
                        .month());
    }
}
