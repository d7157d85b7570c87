package no.avstemt.domain.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class FiscalYearTest {

    @Test
    void a_calendar_year_is_the_year_of_the_day() {
        assertEquals(2026, FiscalYear.CALENDAR.of(LocalDate.of(2026, 1, 1)));
        assertEquals(2026, FiscalYear.CALENDAR.of(LocalDate.of(2026, 12, 31)));
        assertEquals(LocalDate.of(2026, 1, 1), FiscalYear.CALENDAR.start(LocalDate.of(2026, 7, 5)));
    }

    @Test
    void a_year_from_july_has_the_number_of_the_year_it_begins_in() {
        FiscalYear fromJuly = new FiscalYear(7);

        assertEquals(2025, fromJuly.of(LocalDate.of(2026, 6, 30)));
        assertEquals(2026, fromJuly.of(LocalDate.of(2026, 7, 1)));
        assertEquals(LocalDate.of(2025, 7, 1), fromJuly.start(LocalDate.of(2026, 6, 30)));
        assertEquals(new Period(LocalDate.of(2025, 7, 1), LocalDate.of(2026, 6, 30)), fromJuly.period(2025));
    }

    @Test
    void there_are_twelve_months_to_begin_with() {
        assertThrows(IllegalArgumentException.class, () -> new FiscalYear(0));
        assertThrows(IllegalArgumentException.class, () -> new FiscalYear(13));
    }
}
