package no.avstemt.domain.period;

import java.time.YearMonth;

/** An entry cannot be posted in its month as it is. */
public final class MonthNotOpen extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final YearMonth month;
    private final PeriodState state;

    public MonthNotOpen(YearMonth month, PeriodState state) {
        super(month + " is " + state.apiName());
        this.month = month;
        this.state = state;
    }

    public YearMonth month() {
        return month;
    }

    public PeriodState state() {
        return state;
    }
}
