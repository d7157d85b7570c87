package no.avstemt.application.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.Locale;
import no.avstemt.domain.time.Period;
import org.junit.jupiter.api.Test;

class ComparisonTest {

    @Test
    void a_period_stands_beside_the_same_days_of_last_year_or_those_before_it() {
        String table = """
                2026-01-01 2026-11-22   previous_year     2025-01-01 2025-11-22
                2025-02-01 2025-02-28   previous_year     2024-02-01 2024-02-29
                2024-02-01 2024-02-29   previous_year     2023-02-01 2023-02-28
                2024-02-29 2024-03-15   previous_year     2023-02-28 2023-03-15
                2026-03-01 2026-03-31   previous_period   2026-02-01 2026-02-28
                2026-04-01 2026-06-30   previous_period   2026-01-01 2026-03-31
                2024-03-01 2025-02-28   previous_period   2023-03-01 2024-02-29
                2026-03-10 2026-03-19   previous_period   2026-02-28 2026-03-09
                2026-01-01 2026-01-01   previous_period   2025-12-31 2025-12-31
                """;

        table.lines().forEach(line -> {
            String[] cells = line.split(" +");
            Period period = new Period(LocalDate.parse(cells[0]), LocalDate.parse(cells[1]));
            assertEquals(
                    new Period(LocalDate.parse(cells[3]), LocalDate.parse(cells[4])),
                    comparison(cells[2]).before(period),
                    line);
        });
    }

    @Test
    void a_day_stands_beside_the_same_day_of_last_year_or_the_month_that_ended_last() {
        assertEquals(LocalDate.of(2024, 2, 29), Comparison.PREVIOUS_YEAR.before(LocalDate.of(2025, 2, 28)));
        assertEquals(LocalDate.of(2025, 11, 22), Comparison.PREVIOUS_YEAR.before(LocalDate.of(2026, 11, 22)));
        assertEquals(LocalDate.of(2026, 10, 31), Comparison.PREVIOUS_PERIOD.before(LocalDate.of(2026, 11, 22)));
        assertEquals(LocalDate.of(2026, 10, 31), Comparison.PREVIOUS_PERIOD.before(LocalDate.of(2026, 11, 30)));
    }

    private static Comparison comparison(String code) {
        return Comparison.valueOf(code.toUpperCase(Locale.ROOT));
    }
}
