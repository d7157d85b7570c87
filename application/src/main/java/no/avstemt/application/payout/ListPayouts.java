package no.avstemt.application.payout;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.avstemt.application.Stores;
import no.avstemt.application.UnitOfWork;
import no.avstemt.application.journal.Booking;
import no.avstemt.application.paging.From;
import no.avstemt.application.paging.Slice;
import no.avstemt.application.settlement.EntryQuery.Place;
import no.avstemt.application.settlement.LedgerStore.OwnLedger;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.settlement.LedgerId;

/** A page of payouts of one ledger, each with the line that it is booked on. */
public final class ListPayouts {

    private final UnitOfWork unit;

    public ListPayouts(UnitOfWork unit) {
        this.unit = unit;
    }

    /** @param asked one of the client account's ledgers, else the first of them is shown */
    public Found run(ClientAccountId client, Optional<LedgerId> asked, From<Place> from) {
        return unit.read(Set.of(client), stores -> found(stores, client, asked, from));
    }

    private static Found found(Stores stores, ClientAccountId client, Optional<LedgerId> asked, From<Place> from) {
        List<OwnLedger> ledgers = stores.ledgers().of(client);
        Optional<LedgerId> shown =
                asked.or(() -> ledgers.stream().map(OwnLedger::id).findFirst());
        Slice<Payout> page = shown.map(ledger -> stores.payoutReads().page(client, ledger, from))
                .orElseGet(() -> new Slice<>(List.of(), false, false));
        Map<Long, Booking> bookings = new HashMap<>();
        stores
                .journalReads()
                .carrying(
                        client,
                        page.rows().stream().map(payout -> payout.stored().id()).toList())
                .stream()
                .filter(booking -> !booking.isOwnAccount())
                .forEach(booking -> bookings.put(booking.sourceId(), booking));
        return new Found(ledgers, shown, page, bookings);
    }

    /**
     * @param shown none where the client account has no ledger
     * @param bookings the latest booking of each payout on payouts in transit, by settlement entry
     */
    public record Found(
            List<OwnLedger> ledgers, Optional<LedgerId> shown, Slice<Payout> page, Map<Long, Booking> bookings) {

        public Found {
            ledgers = List.copyOf(ledgers);
            bookings = Map.copyOf(bookings);
        }
    }
}
