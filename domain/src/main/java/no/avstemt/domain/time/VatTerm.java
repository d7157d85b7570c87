package no.avstemt.domain.time;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** How often VAT is reported; the calendar decides the terms, also where the fiscal year deviates. */
public enum VatTerm {
    /** The usual one: due one month and ten days after the term, the third on 31 August. */
    TWO_MONTHS(2),
    /** Due on 10 March. */
    YEAR(12),
    /** A year, for agriculture, forestry and fishing; due on 10 April. */
    PRIMARY_INDUSTRY(12);

    private static final int SUMMER_TERM = 3;

    private final int months;

    VatTerm(int months) {
        this.months = months;
    }

    /** The terms of a calendar year, the earliest first. */
    public List<VatPeriod> periods(int year) {
        List<VatPeriod> periods = new ArrayList<>();
        for (int number = 1; number <= 12 / months; number++) {
            LocalDate first = LocalDate.of(year, (number - 1) * months + 1, 1);
            LocalDate after = first.plusMonths(months);
            periods.add(new VatPeriod(year, number, new Period(first, after.minusDays(1)), due(number, after)));
        }
        return periods;
    }

    /** @param after the first day after the term */
    private LocalDate due(int number, LocalDate after) {
        return switch (this) {
            case TWO_MONTHS ->
                number == SUMMER_TERM
                        ? LocalDate.of(after.getYear(), 8, 31)
                        : after.plusMonths(1).withDayOfMonth(10);
            case YEAR -> LocalDate.of(after.getYear(), 3, 10);
            case PRIMARY_INDUSTRY -> LocalDate.of(after.getYear(), 4, 10);
        };
    }
}
