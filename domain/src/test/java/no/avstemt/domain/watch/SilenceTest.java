package no.avstemt.domain.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SilenceTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 1, 3);
    private static final int HISTORY = 112;
    private static final int WATCHED = 90;

    /** A merchant: how many sales are usual on a day. */
    private record Kind(String name, ToDoubleFunction<LocalDate> usual) {}

    private static final List<Kind> KINDS = List.of(
            new Kind("open every day", day -> 40),
            new Kind("closed on Sundays", day -> day.getDayOfWeek() == DayOfWeek.SUNDAY ? 0 : 60),
            new Kind("office lunch", day -> isWeekend(day) ? 0 : 25),
            new Kind("weekends only", day -> isWeekend(day) ? 80 : 0),
            new Kind("closed on Mondays, slow on Tuesdays", day -> switch (day.getDayOfWeek()) {
                case MONDAY -> 0;
                case TUESDAY -> 3;
                default -> 30;
            }),
            new Kind("sparse", day -> 1.5),
            new Kind("rather sparse", day -> 6),
            new Kind("hardly ever", day -> 0.1),
            new Kind("a season that fades", day -> Math.max(0, 60 - 0.35 * (day.toEpochDay() - FIRST.toEpochDay()))),
            new Kind("a market on Saturdays", day -> day.getDayOfWeek() == DayOfWeek.SATURDAY ? 120 : 0));

    private static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek().getValue() >= DayOfWeek.SATURDAY.getValue();
    }

    /** Each is closed on holidays, and now and then for a day nobody told of. */
    @Test
    void a_hundred_ledgers_of_every_pattern_give_no_alarm_on_ninety_normal_days() {
        Random random = new Random(20261122);
        for (int ledger = 0; ledger < 100; ledger++) {
            Kind kind = KINDS.get(ledger % KINDS.size());
            SortedMap<LocalDate, Integer> sales = trade(kind, random, HISTORY + WATCHED, 1);
            for (int day = HISTORY; day < HISTORY + WATCHED; day++) {
                LocalDate ended = FIRST.plusDays(day);
                assertEquals(Optional.empty(), silence(sales, ended), () -> kind.name() + " on " + ended);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        // the days without sales that it takes, and the weekday of the last sale
        "open every day, 2, MONDAY",
        "closed on Sundays, 3, SATURDAY",
        "office lunch, 4, FRIDAY",
        "weekends only, 7, SUNDAY",
    })
    void a_report_that_is_late_is_told_after_two_days_that_always_have_sales(String name, int days, DayOfWeek weekday) {
        Kind kind = KINDS.stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
        SortedMap<LocalDate, Integer> all = trade(kind, new Random(7), HISTORY, 0);
        LocalDate lastSale = all.keySet().stream()
                .filter(day -> day.getDayOfWeek() == weekday && day.isAfter(LocalDate.of(2026, 4, 13)))
                .filter(day -> day.isBefore(LocalDate.of(2026, 4, 24)))
                .findFirst()
                .orElseThrow();
        SortedMap<LocalDate, Integer> sales = all.headMap(lastSale.plusDays(1));

        assertEquals(Optional.empty(), silence(sales, lastSale.plusDays(days - 1)));
        Silence told = silence(sales, lastSale.plusDays(days)).orElseThrow();
        assertEquals(lastSale, told.lastSale());
        assertEquals(told.expected(), told.latest());
        assertTrue(silence(sales, lastSale.plusDays(28)).isPresent());
        assertEquals(Optional.empty(), silence(sales, lastSale.plusDays(29)), "who has stopped is not late");
    }

    @Test
    void nothing_is_said_of_a_new_ledger_or_one_that_sells_seldom() {
        SortedMap<LocalDate, Integer> sevenWeeks = trade(KINDS.get(0), new Random(1), 48, 0);
        SortedMap<LocalDate, Integer> sparse = trade(new Kind("sparse", day -> 2), new Random(1), HISTORY, 0);

        assertEquals(Optional.empty(), silence(sevenWeeks, sevenWeeks.lastKey().plusDays(10)));
        assertEquals(Optional.empty(), silence(sparse, sparse.lastKey().plusDays(10)));
    }

    @Test
    void nothing_is_expected_on_holidays() {
        List<LocalDate> closed = new ArrayList<>();
        for (LocalDate day = LocalDate.of(2026, 1, 1); day.getYear() == 2026; day = day.plusDays(1)) {
            if (Holidays.mayBeClosed(day)) {
                closed.add(day);
            }
        }

        assertEquals(LocalDate.of(2026, 4, 5), Holidays.easter(2026));
        assertEquals(LocalDate.of(2027, 3, 28), Holidays.easter(2027));
        assertEquals(LocalDate.of(2025, 4, 20), Holidays.easter(2025));
        assertEquals(LocalDate.of(2038, 4, 25), Holidays.easter(2038));
        for (String holiday : List.of(
                "2026-01-01",
                "2026-04-02",
                "2026-04-03",
                "2026-04-06",
                "2026-05-01",
                "2026-05-14",
                "2026-05-17",
                "2026-05-25",
                "2026-12-24",
                "2026-12-26",
                "2026-12-31")) {
            assertTrue(closed.contains(LocalDate.parse(holiday)), holiday);
        }
        assertFalse(closed.contains(LocalDate.of(2026, 5, 18)));
        assertEquals(28, closed.size());
    }

    private static Optional<Silence> silence(SortedMap<LocalDate, Integer> sales, LocalDate ended) {
        SortedMap<LocalDate, Integer> told = new TreeMap<>(sales);
        told.keySet().removeIf(day -> day.isAfter(ended));
        return told.isEmpty() ? Optional.empty() : Silence.of(told.lastKey(), told, ended);
    }

    /** @param closedDays of a hundred, that nobody told of */
    private static SortedMap<LocalDate, Integer> trade(Kind kind, Random random, int days, int closedDays) {
        SortedMap<LocalDate, Integer> sales = new TreeMap<>();
        for (int i = 0; i < days; i++) {
            LocalDate day = FIRST.plusDays(i);
            boolean closed = Holidays.mayBeClosed(day) || random.nextInt(100) < closedDays;
            int sold = closed ? 0 : poisson(kind.usual().applyAsDouble(day), random);
            if (sold > 0) {
                sales.put(day, sold);
            }
        }
        return sales;
    }

    private static int poisson(double mean, Random random) {
        double limit = Math.exp(-mean);
        int drawn = 0;
        for (double left = random.nextDouble(); left > limit; left *= random.nextDouble()) {
            drawn++;
        }
        return drawn;
    }
}
