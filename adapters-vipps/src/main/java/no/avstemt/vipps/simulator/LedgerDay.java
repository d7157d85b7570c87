package no.avstemt.vipps.simulator;

import java.time.LocalDate;
import java.util.List;

/** Everything that Vipps can say of one ledger date. */
record LedgerDay(LocalDate date, List<Entry> funds, List<Entry> fees, List<SoldMovement> sales, Balances closing) {

    LedgerDay {
        funds = List.copyOf(funds);
        fees = List.copyOf(fees);
        sales = List.copyOf(sales);
    }

    int count(Topic topic) {
        return switch (topic) {
            case FUNDS -> funds.size();
            case FEES -> fees.size();
            case SALES -> sales.size();
        };
    }
}
