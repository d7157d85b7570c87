package no.avstemt.application.settlement;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import no.avstemt.application.Stores;
import no.avstemt.application.UnitOfWork;
import no.avstemt.application.journal.Booking;
import no.avstemt.application.journal.EntryView;
import no.avstemt.application.paging.Slice;
import no.avstemt.application.settlement.EntryQuery.BehindLine;
import no.avstemt.application.settlement.LedgerStore.OwnLedger;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.client.SalesUnit;

/** A page of settlement entries, each with the line that it is booked on. */
public final class ListEntries {

    private final UnitOfWork unit;

    public ListEntries(UnitOfWork unit) {
        this.unit = unit;
    }

    /**
     * @param question made from the client account's ledgers
     * @return none where the journal line asked for does not exist
     */
    public Optional<Found> run(ClientAccountId client, Function<List<OwnLedger>, EntryQuery> question) {
        return unit.read(Set.of(client), stores -> {
            List<OwnLedger> ledgers = stores.ledgers().of(client);
            EntryQuery query = question.apply(ledgers);
            if (query.scope() instanceof BehindLine line) {
                return stores.journalReads()
                        .entry(client, line.entryId())
                        .filter(entry -> line.lineNo() <= entry.lines().size())
                        .map(entry -> found(stores, query, ledgers, Optional.of(entry)));
            }
            return Optional.of(found(stores, query, ledgers, Optional.empty()));
        });
    }

    private static Found found(Stores stores, EntryQuery query, List<OwnLedger> ledgers, Optional<EntryView> behind) {
        Slice<EntryQuery.Row> page = stores.settlementReads().page(query);
        Map<Long, Booking> bookings = new HashMap<>();
        stores
                .journalReads()
                .carrying(
                        query.client(),
                        page.rows().stream().map(row -> row.stored().id()).toList())
                .stream()
                .filter(Booking::isOwnAccount)
                .forEach(booking -> bookings.put(booking.sourceId(), booking));
        return new Found(query, ledgers, units(stores, query.client(), ledgers), behind, page, bookings);
    }

    static List<SalesUnit> units(Stores stores, ClientAccountId client, List<OwnLedger> ledgers) {
        return ledgers.stream()
                .flatMap(ledger -> stores.ledgers().units(client, ledger.id()).stream())
                .toList();
    }

    /**
     * @param behind the journal entry of the line asked for
     * @param bookings the latest booking of each entry on its topic's own account, by settlement entry; what is not booked
     *     has none
     */
    public record Found(
            EntryQuery query,
            List<OwnLedger> ledgers,
            List<SalesUnit> units,
            Optional<EntryView> behind,
            Slice<EntryQuery.Row> page,
            Map<Long, Booking> bookings) {

        public Found {
            ledgers = List.copyOf(ledgers);
            units = List.copyOf(units);
            bookings = Map.copyOf(bookings);
        }
    }
}
