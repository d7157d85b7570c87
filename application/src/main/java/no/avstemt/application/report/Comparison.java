package no.avstemt.application.report;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import no.avstemt.domain.time.Period;

/** What the figures of a report stand beside. */
enum Comparison {
    /** The same days a year earlier; the end of a month stays the end of a month. */
    PREVIOUS_YEAR {
        @Override
        Period before(Period period) {
            return new Period(period.first().minusYears(1), monthsBefore(period.last(), 12));
        }

        @Override
        LocalDate before(LocalDate day) {
            return monthsBefore(day, 12);
        }
    },
    /** As many whole months or days as the period has, right before it; before a day, the month that ended last. */
    PREVIOUS_PERIOD {
        @Override
        Period before(Period period) {
            LocalDate last = period.first().minusDays(1);
            boolean wholeMonths = period.first().getDayOfMonth() == 1 && isEndOfMonth(period.last());
            return new Period(
                    wholeMonths
                            ? period.first().minusMonths(months(period))
                            : last.minusDays(ChronoUnit.DAYS.between(period.first(), period.last())),
                    last);
        }

        @Override
        LocalDate before(LocalDate day) {
            return day.withDayOfMonth(1).minusDays(1);
        }
    };

    abstract Period before(Period period);

    abstract LocalDate before(LocalDate day);

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Comparison> of(String code) {
        return Arrays.stream(values())
                .filter(comparison -> comparison.code().equals(code))
                .findFirst();
    }

    private static LocalDate monthsBefore(LocalDate day, long months) {
        LocalDate before = day.minusMonths(months);
        return isEndOfMonth(day) ? YearMonth.from(before).atEndOfMonth() : before;
    }

    private static boolean isEndOfMonth(LocalDate day) {
        return day.equals(YearMonth.from(day).atEndOfMonth());
    }

    private static long months(Period wholeMonths) {
        return ChronoUnit.MONTHS.between(YearMonth.from(wholeMonths.first()), YearMonth.from(wholeMonths.last())) + 1;
    }
}
