package no.avstemt.vipps.simulator;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Everything that Vipps can say of one ledger date, and what of it was planted. */
record LedgerDay(
        LocalDate date,
        List<Entry> funds,
        List<Entry> fees,
        List<SoldMovement> sales,
        List<Planted> planted,
        Balances closing) {

    LedgerDay {
        funds = List.copyOf(funds);
        fees = List.copyOf(fees);
        sales = List.copyOf(sales);
        planted = List.copyOf(planted);
    }

    int count(Topic topic) {
        return switch (topic) {
            case FUNDS -> funds.size();
            case FEES -> fees.size();
            case SALES -> sales.size();
        };
    }

    /** None on a date without sales. */
    Optional<Entry> firstCapture() {
        return funds.stream()
                .filter(entry -> entry.entryType().equals("capture"))
                .findFirst();
    }

    Optional<Entry> payout() {
        return funds.stream()
                .filter(entry -> entry.entryType().equals("payout-scheduled"))
                .findFirst();
    }

    int rows() {
        return funds.size() + fees.size() + sales.size();
    }
}
