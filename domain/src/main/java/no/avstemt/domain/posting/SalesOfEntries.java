package no.avstemt.domain.posting;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import no.avstemt.domain.sale.Sale;
import no.avstemt.domain.settlement.EntryType;
import no.avstemt.domain.settlement.SettlementEntry;
import no.avstemt.domain.settlement.StoredEntry;

/** Finds the sale behind a capture or refund: by {@code pspReference} one to one, else by {@code reference}. */
public final class SalesOfEntries {

    private final Map<String, Sale> byPsp = new HashMap<>();
    private final Map<String, List<Sale>> byReference = new HashMap<>();
    private final Set<String> capturedOrders;
    private final MoneyOfCardSales money;

    public SalesOfEntries(Collection<Sale> sales) {
        this(sales, Set.of());
    }

    /** @param capturedOrders references of orders that have a capture, whether or not a sale tells what it was for */
    public SalesOfEntries(Collection<Sale> sales, Set<String> capturedOrders) {
        this(sales, capturedOrders, MoneyOfCardSales.NONE);
    }

    /** @param money of the card sales among them that lack their transaction */
    public SalesOfEntries(Collection<Sale> sales, Set<String> capturedOrders, MoneyOfCardSales money) {
        this.capturedOrders = Set.copyOf(capturedOrders);
        this.money = money;
        for (Sale sale : sales) {
            sale.pspReference().ifPresent(psp -> byPsp.putIfAbsent(sale.kind() + psp, sale));
            byReference
                    .computeIfAbsent(sale.reference(), key -> new ArrayList<>())
                    .add(sale);
        }
    }

    public Optional<Sale> saleOf(SettlementEntry entry) {
        return ofTransaction(entry).or(() -> only(candidates(entry)));
    }

    /** What an entry about to be booked is the money of: of card sales without a transaction each has its own. */
    Optional<Sale> saleOf(StoredEntry stored) {
        if (!money.knows(stored.id())) {
            return saleOf(stored.entry());
        }
        return ofTransaction(stored.entry())
                .or(() -> money.saleOf(stored.id()))
                .or(() -> only(candidates(stored.entry())
                        .filter(sale -> sale.pspReference().isPresent())));
    }

    public MoneyOfCardSales money() {
        return money;
    }

    private static Sale.Kind kindOf(SettlementEntry entry) {
        return entry.type() == EntryType.REFUND ? Sale.Kind.REFUND : Sale.Kind.CAPTURE;
    }

    boolean isCaptured(Optional<String> order) {
        return order.filter(capturedOrders::contains).isPresent();
    }

    /** The captures' sales of an order. */
    List<Sale> capturesOf(Optional<String> order) {
        return ofOrder(order, Sale.Kind.CAPTURE);
    }

    private Optional<Sale> ofTransaction(SettlementEntry entry) {
        return entry.pspReference().map(psp -> byPsp.get(kindOf(entry) + psp));
    }

    /** An order has many sales, so its only one of this kind and amount is it, and only where an id is missing. */
    private static Optional<Sale> only(Stream<Sale> candidates) {
        List<Sale> sales = candidates.limit(2).toList();
        return sales.size() == 1 ? Optional.of(sales.get(0)) : Optional.empty();
    }

    private Stream<Sale> candidates(SettlementEntry entry) {
        return ofOrder(entry.reference(), kindOf(entry)).stream()
                .filter(sale -> !sale.isCash())
                .filter(sale ->
                        sale.pspReference().isEmpty() || entry.pspReference().isEmpty())
                .filter(sale ->
                        Math.abs(sale.total()) == Math.abs(entry.amount().minor()));
    }

    private List<Sale> ofOrder(Optional<String> order, Sale.Kind kind) {
        return order.map(byReference::get).orElse(List.of()).stream()
                .filter(sale -> sale.kind() == kind)
                .toList();
    }
}
