package no.avstemt.domain.period;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The months of one client account.
 *
 * @param told months that something is said of, also those that were opened again; all others follow from these
 */
public record Periods(Map<YearMonth, PeriodState> told) {

    public static final Periods ALL_OPEN = new Periods(Map.of());

    public Periods {
        told = Map.copyOf(told);
    }

    public PeriodState state(YearMonth month) {
        if (told.isEmpty()) {
            return PeriodState.OPEN;
        }
        PeriodState state = told.get(month);
        if (state != null) {
            return state;
        }
        return closed().anyMatch(month::isBefore) ? PeriodState.CLOSED : PeriodState.OPEN;
    }

    public PeriodState state(LocalDate date) {
        return told.isEmpty() ? PeriodState.OPEN : state(YearMonth.from(date));
    }

    public boolean isClosed(LocalDate date) {
        return state(date) == PeriodState.CLOSED;
    }

    /** @throws MonthNotOpen when an entry cannot be posted on this date, with or without a reason */
    public void check(LocalDate date, Optional<String> heldReason) {
        PeriodState state = state(date);
        if (state == PeriodState.CLOSED || state == PeriodState.HELD && heldReason.isEmpty()) {
            throw new MonthNotOpen(YearMonth.from(date), state);
        }
    }

    /** The date itself; when its month is closed, the first day of the earliest open month after it. */
    public LocalDate postingDateFor(LocalDate date) {
        if (!isClosed(date)) {
            return date;
        }
        YearMonth month = YearMonth.from(date);
        while (state(month) != PeriodState.OPEN) {
            month = month.plusMonths(1);
        }
        return month.atDay(1);
    }

    /** The last month that is closed. */
    public Optional<YearMonth> lastClosed() {
        return closed().max(YearMonth::compareTo);
    }

    private Stream<YearMonth> closed() {
        return told.entrySet().stream()
                .filter(month -> month.getValue() == PeriodState.CLOSED)
                .map(Map.Entry::getKey);
    }
}
