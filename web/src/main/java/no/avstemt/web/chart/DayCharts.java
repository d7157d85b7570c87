package no.avstemt.web.chart;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import no.avstemt.domain.time.Period;
import no.avstemt.web.text.Formats;

/** Draws amounts by day over one period. */
public final class DayCharts {

    private static final int DAY = 10;
    private static final int BAR = 7;
    private static final int LABELS = 5;

    private final Period period;
    private final Formats formats;

    public DayCharts(Period period, Formats formats) {
        this.period = period;
        this.formats = formats;
    }

    /** What a drawing says in words. */
    public record Words(String id, String title, String now, List<String> heads) {}

    /**
     * A balance, day by day, up to what it was before the day's payouts and down by them.
     *
     * @param balances øre at the end of each day, from the first that has one
     * @param paidOut øre per day; a tick each
     */
    public Chart steps(Words words, NavigableMap<LocalDate, Long> balances, Map<LocalDate, Long> paidOut) {
        Scale scale = Scale.over(balances.entrySet().stream()
                .flatMapToLong(day -> LongStream.of(day.getValue(), beforePayout(day, paidOut))));
        StringBuilder line = new StringBuilder();
        StringBuilder ticks = new StringBuilder();
        balances.entrySet().forEach(day -> {
            int x = x(day.getKey());
            line.append(line.isEmpty() ? "M" + x + " " : "V").append(scale.y(beforePayout(day, paidOut)));
            line.append("V").append(scale.y(day.getValue())).append("H").append(x + DAY);
            if (paidOut.containsKey(day.getKey())) {
                ticks.append("M")
                        .append(x)
                        .append(" ")
                        .append(Scale.HEIGHT + 30)
                        .append("v50");
            }
        });
        return chart(words, scale, line.toString(), "", ticks.toString(), stepRows(balances, paidOut));
    }

    private static long beforePayout(Map.Entry<LocalDate, Long> day, Map<LocalDate, Long> paidOut) {
        return day.getValue() + paidOut.getOrDefault(day.getKey(), 0L);
    }

    private List<List<String>> stepRows(NavigableMap<LocalDate, Long> balances, Map<LocalDate, Long> paidOut) {
        List<List<String>> rows = new ArrayList<>();
        balances.descendingMap().forEach((day, amount) -> {
            Map.Entry<LocalDate, Long> before = balances.lowerEntry(day);
            if (before == null || !before.getValue().equals(amount) || paidOut.containsKey(day)) {
                String paid = paidOut.containsKey(day) ? formats.amount(paidOut.get(day)) : "";
                rows.add(List.of(formats.date(day), formats.amount(amount), paid));
            }
        });
        return rows;
    }

    /** @param amounts øre per day; days without any are left out */
    public Chart bars(Words words, NavigableMap<LocalDate, Long> amounts) {
        Scale scale = Scale.over(amounts.values().stream().mapToLong(Long::longValue));
        StringBuilder bars = new StringBuilder();
        List<List<String>> rows = new ArrayList<>();
        amounts.forEach((day, amount) -> bars.append("M")
                .append(x(day))
                .append(" ")
                .append(scale.y(0))
                .append("V")
                .append(scale.y(amount))
                .append("h")
                .append(BAR)
                .append("V")
                .append(scale.y(0))
                .append("z"));
        amounts.descendingMap().forEach((day, amount) -> rows.add(List.of(formats.date(day), formats.amount(amount))));
        return chart(words, scale, "", bars.toString(), "", rows);
    }

    private Chart chart(Words words, Scale scale, String line, String bars, String ticks, List<List<String>> rows) {
        int width = x(period.last()) + DAY;
        String hairlines = LongStream.of(scale.top(), scale.middle(), scale.bottom())
                .mapToObj(amount -> "M0 " + scale.y(amount) + "H" + width)
                .collect(Collectors.joining());
        return new Chart(
                words.id(),
                words.title(),
                words.now(),
                scale.labels(formats),
                scale.isShallow(),
                dayLabels(),
                width,
                hairlines,
                line,
                bars,
                ticks,
                words.heads(),
                rows);
    }

    private List<String> dayLabels() {
        long days = ChronoUnit.DAYS.between(period.first(), period.last());
        List<String> labels = new ArrayList<>();
        for (int i = 0; i < LABELS; i++) {
            labels.add(formats.date(period.first().plusDays(days * i / (LABELS - 1))));
        }
        return labels;
    }

    private int x(LocalDate day) {
        return Math.toIntExact(DAY * ChronoUnit.DAYS.between(period.first(), day));
    }

    /** As a map by day. */
    public static <T> NavigableMap<LocalDate, Long> byDay(
            List<T> rows, Function<T, LocalDate> day, ToLongFunction<T> amount) {
        NavigableMap<LocalDate, Long> byDay = new TreeMap<>();
        rows.forEach(row -> byDay.merge(day.apply(row), amount.applyAsLong(row), Math::addExact));
        return byDay;
    }
}
