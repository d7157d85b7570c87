package no.avstemt.application.sale;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import no.avstemt.application.Stores;
import no.avstemt.application.UnitOfWork;
import no.avstemt.application.journal.Booking;
import no.avstemt.application.sale.SaleReads.RawSale;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.client.SalesUnit;
import no.avstemt.domain.posting.SalesOfEntries;
import no.avstemt.domain.sale.Sale;
import no.avstemt.domain.sale.StoredSale;
import no.avstemt.domain.settlement.EntryType;
import no.avstemt.domain.settlement.StoredEntry;

/** One sale with the money that came of it. */
public final class ReadSale {

    private static final int MOST_RELATED = 200;

    private final UnitOfWork unit;

    public ReadSale(UnitOfWork unit) {
        this.unit = unit;
    }

    public Optional<Found> run(ClientAccountId client, long saleId) {
        return unit.read(
                Set.of(client),
                stores -> stores.saleReads().sale(client, saleId).map(sale -> found(stores, client, sale)));
    }

    private static Found found(Stores stores, ClientAccountId client, RawSale raw) {
        Sale sale = raw.stored().sale();
        Optional<String> reference = Optional.of(sale.reference()).filter(text -> !text.isEmpty());
        List<StoredSale> ofOrder =
                stores.saleReads().ofPayment(client, sale.ledger(), sale.pspReference(), reference, MOST_RELATED);
        SalesOfEntries sales =
                new SalesOfEntries(ofOrder.stream().map(StoredSale::sale).toList());
        EntryType type = sale.kind() == Sale.Kind.REFUND ? EntryType.REFUND : EntryType.CAPTURE;
        List<StoredEntry> money = stores
                .settlementReads()
                .ofPayment(client, sale.ledger(), sale.pspReference(), reference, MOST_RELATED)
                .stream()
                .filter(stored -> stored.entry().type() == type)
                .filter(stored ->
                        sales.saleOf(stored.entry()).filter(sale::equals).isPresent())
                .toList();
        return new Found(
                raw,
                money,
                stores.journalReads()
                        .carrying(client, money.stream().map(StoredEntry::id).toList()),
                stores.journalReads().carryingSales(client, List.of(raw.stored().id())),
                stores.ledgers().units(client, sale.ledger()),
                ofOrder.stream()
                        .filter(other -> other.id() != raw.stored().id())
                        .toList());
    }

    /**
     * @param money the captures or refunds whose VAT is booked by this sale
     * @param bookings every line that carries some of them
     * @param ownBookings every line that carries some of the sale itself, where it moved no money at Vipps
     * @param units of the ledger
     * @param sameOrder other sales of the same order
     */
    public record Found(
            RawSale raw,
            List<StoredEntry> money,
            List<Booking> bookings,
            List<Booking> ownBookings,
            List<SalesUnit> units,
            List<StoredSale> sameOrder) {

        public Found {
            money = List.copyOf(money);
            bookings = List.copyOf(bookings);
            ownBookings = List.copyOf(ownBookings);
            units = List.copyOf(units);
            sameOrder = List.copyOf(sameOrder);
        }
    }
}
