package no.avstemt.application.posting;

import java.time.LocalDate;
import java.util.Optional;
import no.avstemt.application.Stores;
import no.avstemt.application.settlement.LedgerStore.OwnLedger;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.money.Money;
import no.avstemt.domain.posting.Granularities;
import no.avstemt.domain.posting.Granularity;
import no.avstemt.domain.posting.Spans;
import no.avstemt.domain.settlement.LedgerId;
import no.avstemt.domain.time.Period;

/**
 * Complete dates that can be booked now.
 *
 * @param spans those of the dates that are booked together, all closed
 */
record Bookable(Period dates, Spans spans) {

    /**
     * Writes down how far complete dates wait, where any do; none when all do. In another currency each date has a rate of
     * its own, and none is booked together with others.
     */
    static Optional<Bookable> of(Stores stores, ClientAccountId client, OwnLedger own, Period complete) {
        LedgerId ledger = own.id();
        Granularities chosen = stores.granularities().chosen(client);
        if (!own.currency().equals(Money.NOK.getCurrencyCode()) || !chosen.has(Granularity.PER_PAYOUT)) {
            return Optional.of(new Bookable(complete, Spans.NONE));
        }
        Spans closed = chosen.closed(complete, stores.granularities().payoutDates(client, ledger, complete));
        Optional<Period> dates = chosen.bookable(complete, closed);
        if (dates.filter(complete::equals).isEmpty()) {
            stores.granularities().waitsTo(client, ledger, complete.last());
        }
        return dates.map(period -> new Bookable(period, closed));
    }

    /** With all dates of the span that this one is in; none when it comes before the first. */
    Optional<Period> upTo(Optional<LocalDate> wanted) {
        LocalDate last = wanted.map(spans::end).orElse(dates.last());
        return last.isBefore(dates.first()) ? Optional.empty() : Optional.of(new Period(dates.first(), last));
    }
}
