package no.avstemt.persistence.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Random;
import no.avstemt.domain.time.Period;
import org.junit.jupiter.api.Test;

/** However a period cuts months, each day up to its end counts once, on its own side of the beginning. */
class SpanTest {

    private static final long SEED = Long.getLong("avstemt.test.seed", System.nanoTime());
    private static final LocalDate BEGIN = LocalDate.of(2023, 11, 1);
    private static final int DAYS = 200;

    private final Random random = new Random(SEED);

    @Test
    void each_day_counts_once() {
        for (int round = 0; round < 2_000; round++) {
            LocalDate first = BEGIN.plusDays(random.nextInt(DAYS));
            Period period = new Period(first, first.plusDays(random.nextInt(DAYS)));
            Span span = Span.of(period);
            for (LocalDate day = BEGIN; day.isBefore(BEGIN.plusDays(3 * DAYS)); day = day.plusDays(1)) {
                boolean before = day.isBefore(period.first());
                boolean within = !before && !day.isAfter(period.last());
                assertEquals(before ? 1 : 0, incoming(span, day), period + " " + day + ", seed " + SEED);
                assertEquals(within ? 1 : 0, moved(span, day), period + " " + day + ", seed " + SEED);
            }
        }
    }

    @Test
    void no_more_than_half_a_month_of_days_is_read_at_either_end_of_whole_months() {
        for (int round = 0; round < 2_000; round++) {
            LocalDate first = BEGIN.plusDays(random.nextInt(DAYS));
            Span span = Span.of(new Period(first, first.plusDays(31 + random.nextInt(DAYS))));

            assertTrue(span.head().first().until(span.head().end()).getDays() <= 16, span + ", seed " + SEED);
            assertTrue(span.tail().first().until(span.tail().end()).getDays() <= 16, span + ", seed " + SEED);
        }
    }

    private static int incoming(Span span, LocalDate day) {
        return (day.withDayOfMonth(1).isBefore(span.monthsFrom()) ? 1 : 0)
                + times(span.head(), day, span.head().incoming())
                + times(span.tail(), day, span.tail().incoming());
    }

    private static int moved(Span span, LocalDate day) {
        LocalDate month = day.withDayOfMonth(1);
        boolean counted = !month.isBefore(span.monthsFrom()) && month.isBefore(span.monthsEnd());
        return (counted ? 1 : 0)
                + times(span.head(), day, span.head().moved())
                + times(span.tail(), day, span.tail().moved());
    }

    private static int times(Span.Days days, LocalDate day, int times) {
        return day.isBefore(days.first()) || !day.isBefore(days.end()) ? 0 : times;
    }
}
