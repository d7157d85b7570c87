package no.avstemt.domain.posting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import no.avstemt.domain.sale.OrderCapture;
import no.avstemt.domain.sale.Sale;
import no.avstemt.domain.settlement.EntryType;
import no.avstemt.domain.settlement.SettlementEntry;
import no.avstemt.domain.settlement.StoredEntry;

/** Finds the sale behind a capture or refund: by {@code pspReference} one to one, else by {@code reference}. */
public final class SalesOfEntries {

    private final Map<String, Sale> byPsp = new HashMap<>();
    private final Map<String, List<Sale>> byReference = new HashMap<>();
    private final Collection<OrderCapture> captures;
    private final Map<String, NavigableMap<LocalDate, Long>> captured = new HashMap<>();
    private final MoneyOfCardSales money;

    public SalesOfEntries(Collection<Sale> sales) {
        this(sales, List.of());
    }

    /** @param captures of the orders, whether or not a sale tells what they were for */
    public SalesOfEntries(Collection<Sale> sales, Collection<OrderCapture> captures) {
        this(sales, captures, MoneyOfCardSales.NONE);
    }

    /** @param money of the card sales among them that lack their transaction */
    public SalesOfEntries(Collection<Sale> sales, Collection<OrderCapture> captures, MoneyOfCardSales money) {
        this.captures = List.copyOf(captures);
        this.money = money;
        for (OrderCapture capture : captures) {
            captured.computeIfAbsent(capture.order(), key -> new TreeMap<>())
                    .merge(capture.day(), capture.amount(), Math::addExact);
        }
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

    /** The same as long as no sale was told. */
    SalesOfEntries untold() {
        return new SalesOfEntries(List.of(), captures);
    }

    boolean isCaptured(Optional<String> order) {
        return order.filter(captured::containsKey).isPresent();
    }

    /** What was captured of an order, by the day that it was booked for; else by what its sales say, if any do. */
    SortedMap<LocalDate, Long> capturedOn(Optional<String> order) {
        SortedMap<LocalDate, Long> days = new TreeMap<>(order.map(captured::get)
                .<SortedMap<LocalDate, Long>>map(TreeMap::new)
                .orElseGet(TreeMap::new));
        if (days.isEmpty()) {
            capturesOf(order).forEach(sale -> days.merge(sale.businessDate(), sale.total(), Math::addExact));
        }
        return days;
    }

    /** The day that the capture of this sale was booked for: at Vipps a day may end after midnight. */
    LocalDate capturedOn(Sale sale) {
        return Optional.ofNullable(captured.get(sale.reference()))
                .flatMap(days -> Optional.ofNullable(days.ceilingKey(sale.businessDate())))
                .orElseGet(sale::businessDate);
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
