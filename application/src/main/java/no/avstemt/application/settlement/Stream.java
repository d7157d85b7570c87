package no.avstemt.application.settlement;

import java.util.Locale;
import no.avstemt.domain.settlement.Topic;

/** What is read of a ledger, each with a cursor of its own. */
public enum Stream {
    FUNDS,
    FEES,
    SALES;

    public static Stream of(Topic topic) {
        return switch (topic) {
            case FUNDS -> FUNDS;
            case FEES -> FEES;
        };
    }

    public String storedName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
