package no.avstemt.domain.watch;

import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.util.Set;

/**
 * Days on which a shop in Norway may well be closed: the public holidays (lov om helligdager og helligdagsfred § 2, and 1 and
 * 17 May), their eves, the squeezed Friday after Ascension Day, and the weeks of Christmas and Easter. Nothing is expected on
 * them and nothing learnt.
 */
final class Holidays {

    private static final Set<MonthDay> FIXED = Set.of(MonthDay.of(5, 1), MonthDay.of(5, 17));

    /** Days after Easter Sunday: Ascension Day and the Friday after, the eve of Pentecost and its two days. */
    private static final Set<Long> AFTER_EASTER = Set.of(39L, 40L, 48L, 49L, 50L);

    private Holidays() {}

    static boolean mayBeClosed(LocalDate day) {
        long fromEaster = day.toEpochDay() - easter(day.getYear()).toEpochDay();
        boolean easterWeek = fromEaster >= -8 && fromEaster <= 1;
        return FIXED.contains(MonthDay.from(day))
                || isChristmas(day)
                || easterWeek
                || AFTER_EASTER.contains(fromEaster);
    }

    private static boolean isChristmas(LocalDate day) {
        return (day.getMonth() == Month.DECEMBER && day.getDayOfMonth() >= 23)
                || (day.getMonth() == Month.JANUARY && day.getDayOfMonth() <= 2);
    }

    /** Easter Sunday of the Gregorian calendar (Meeus, Jones and Butcher). */
    static LocalDate easter(int year) {
        int a = year % 19;
        int b = year / 100;
        int c = year % 100;
        int d = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
        int e = (32 + 2 * (b % 4) + 2 * (c / 4) - d - c % 4) % 7;
        int f = d + e - 7 * ((a + 11 * d + 22 * e) / 451) + 114;
        return LocalDate.of(year, f / 31, f % 31 + 1);
    }
}
