package no.avstemt.domain.period;

import java.util.Locale;

/** What a month takes. */
public enum PeriodState {
    OPEN,
    /** Entries that say why they are posted although the month is held. */
    HELD,
    CLOSED;

    /** As the API and the texts call it. */
    public String apiName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
