package no.avstemt.application.posting;

import java.time.LocalDate;
import java.util.Optional;
import no.avstemt.application.Stores;
import no.avstemt.domain.client.ClientAccountId;
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

    /** Writes down how far complete dates wait, where any do; none when all do. */
    static Optional<Bookable> of(Stores stores, ClientAccountId client, LedgerId ledger, Period complete) {
        Granularities chosen = stores.granularities().chosen(client);
        if (!chosen.has(Granularity.PER_PAYOUT)) {
            return Optional.of(new Bookable(complete, Spans.NONE));
        }
        Spans closed = chosen.closed(complete, stores.granularities().payoutDates(client, ledger, complete));
        Optional<Period> dates = chosen.bookable(complete, closed);
        if (dates.filter(complete::equals).isEmpty()) {
            stores.granularities().waitsTo(client, ledger, complete.last());
        }
        return dates.map(period -> new Bookable(period, closed));
    }

    Period upTo(Optional<LocalDate> pause) {
        return new Period(dates.first(), pause.orElse(dates.last()));
    }
}
