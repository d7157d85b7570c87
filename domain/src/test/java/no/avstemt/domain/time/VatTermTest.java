package no.avstemt.domain.time;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import no.avstemt.domain.client.VatRegistration;
import org.junit.jupiter.api.Test;

final class VatTermTest {

    @Test
    void two_months_are_due_a_month_and_ten_days_after_and_the_third_term_at_the_end_of_august() {
        assertEquals("""
                2026-01-01 2026-02-28 2026-04-10
                2026-03-01 2026-04-30 2026-06-10
                2026-05-01 2026-06-30 2026-08-31
                2026-07-01 2026-08-31 2026-10-10
                2026-09-01 2026-10-31 2026-12-10
                2026-11-01 2026-12-31 2027-02-10""", told(VatTerm.TWO_MONTHS.periods(2026)));
    }

    @Test
    void a_year_is_due_in_march_and_that_of_primary_industries_in_april() {
        assertEquals("2024-01-01 2024-12-31 2025-03-10", told(VatTerm.YEAR.periods(2024)));
        assertEquals("2024-01-01 2024-12-31 2025-04-10", told(VatTerm.PRIMARY_INDUSTRY.periods(2024)));
    }

    @Test
    void the_next_return_is_of_the_term_that_is_due_first() {
        VatRegistration since = new VatRegistration(true, Optional.of(LocalDate.of(2026, 9, 15)), Optional.empty());

        assertEquals(
                LocalDate.of(2026, 10, 10),
                VatRegistration.ALWAYS
                        .nextDue(LocalDate.of(2026, 10, 10))
                        .orElseThrow()
                        .due());
        assertEquals(
                LocalDate.of(2026, 12, 10),
                since.nextDue(LocalDate.of(2026, 10, 1)).orElseThrow().due());
        assertEquals(Optional.empty(), VatRegistration.NONE.nextDue(LocalDate.of(2026, 10, 1)));
    }

    private static String told(List<VatPeriod> periods) {
        return periods.stream()
                .map(period -> period.days().first() + " " + period.days().last() + " " + period.due())
                .collect(Collectors.joining("\n"));
    }
}
