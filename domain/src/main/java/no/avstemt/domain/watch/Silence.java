package no.avstemt.domain.watch;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A ledger without a sale on days that always had some. A weekday always has sales when each of its last eight had at
 * least {@value #ALWAYS}, holidays left out, and the last two were not half as busy as all: so nothing is said of a new
 * ledger, of one that sells seldom, of a day that is often quiet, or of a season that fades. One such day without a sale
 * may be a day off; two, one after the other, are silence. After {@value #LONGEST_DAYS} days it is no late report any
 * more, but a merchant who has stopped.
 *
 * @param lastSale the last ledger date with a sale
 * @param expected the dates since then that always have sales, earliest first
 */
public record Silence(LocalDate lastSale, List<LocalDate> expected) {

    /** Sales a day; more need not be counted. */
    public static final int COUNTED = 20;

    /** So far back the pattern is looked for: eight of each weekday, and a few weeks of holidays. */
    public static final int PATTERN_DAYS = 84;

    private static final int ALWAYS = 5;
    private static final int LONGEST_DAYS = 28;
    private static final int WEEKS = 8;
    private static final int RECENT_WEEKS = 2;
    private static final int DAYS_OF_SILENCE = 2;

    public Silence {
        expected = List.copyOf(expected);
    }

    /**
     * None on a normal quiet day, and when too little is known.
     *
     * @param sales how many there were on each ledger date up to the last sale; dates without are left out
     * @param ended the last ledger date that has ended for so long that its sales should have come
     */
    public static Optional<Silence> of(LocalDate lastSale, Map<LocalDate, Integer> sales, LocalDate ended) {
        if (!ended.isAfter(lastSale) || ended.isAfter(lastSale.plusDays(LONGEST_DAYS))) {
            return Optional.empty();
        }
        Set<DayOfWeek> always = always(lastSale, sales);
        List<LocalDate> expected = lastSale.plusDays(1)
                .datesUntil(ended.plusDays(1))
                .filter(day -> always.contains(day.getDayOfWeek()) && !Holidays.mayBeClosed(day))
                .toList();
        return expected.size() < DAYS_OF_SILENCE ? Optional.empty() : Optional.of(new Silence(lastSale, expected));
    }

    /** The day of the last sale itself may have been cut short, so it teaches nothing. */
    private static Set<DayOfWeek> always(LocalDate lastSale, Map<LocalDate, Integer> sales) {
        List<LocalDate> days = lastSale.minusDays(PATTERN_DAYS)
                .datesUntil(lastSale)
                .filter(day -> !Holidays.mayBeClosed(day))
                .sorted(Collections.reverseOrder())
                .toList();
        Set<DayOfWeek> always = EnumSet.noneOf(DayOfWeek.class);
        for (DayOfWeek weekday : DayOfWeek.values()) {
            List<Integer> last = days.stream()
                    .filter(day -> day.getDayOfWeek() == weekday)
                    .limit(WEEKS)
                    .map(day -> sales.getOrDefault(day, 0))
                    .toList();
            if (last.size() == WEEKS && last.stream().allMatch(sold -> sold >= ALWAYS) && !fades(last)) {
                always.add(weekday);
            }
        }
        return always;
    }

    /** @param sales of a weekday, the latest first */
    private static boolean fades(List<Integer> sales) {
        int all = sales.stream().mapToInt(sold -> Math.min(sold, COUNTED)).sum();
        int recent = sales.stream()
                .limit(RECENT_WEEKS)
                .mapToInt(sold -> Math.min(sold, COUNTED))
                .sum();
        return 2 * recent * WEEKS < all * RECENT_WEEKS;
    }

    /** The latest dates that should have had sales; when Vipps has closed one of them without any, all was quiet. */
    public List<LocalDate> latest() {
        return expected.subList(expected.size() - DAYS_OF_SILENCE, expected.size());
    }
}
