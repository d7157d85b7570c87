package no.avstemt.vipps.simulator;

import java.util.Locale;

/** The three streams of a ledger. */
enum Topic {
    FUNDS,
    FEES,
    SALES;

    String pathName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
