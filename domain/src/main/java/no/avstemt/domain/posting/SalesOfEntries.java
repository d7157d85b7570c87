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

/** Finds the sale behind a capture or refund: by {@code pspReference} one to one, else by {@code reference}. */
public final class SalesOfEntries {

    private final Map<String, Sale> byPsp = new HashMap<>();
    private final Map<String, List<Sale>> byReference = new HashMap<>();
    private final Set<String> capturedOrders;
    private final Set<Sale> booked;

    public SalesOfEntries(Collection<Sale> sales) {
        this(sales, Set.of());
    }

    /** @param capturedOrders references of orders that have a capture, whether or not a sale tells what it was for */
    public SalesOfEntries(Collection<Sale> sales, Set<String> capturedOrders) {
        this(sales, capturedOrders, Set.of());
    }

    /** @param booked those of the sales that were booked by themselves, since no money row had come */
    public SalesOfEntries(Collection<Sale> sales, Set<String> capturedOrders, Set<Sale> booked) {
        this.capturedOrders = Set.copyOf(capturedOrders);
        this.booked = Set.copyOf(booked);
        for (Sale sale : sales) {
            sale.pspReference().ifPresent(psp -> byPsp.putIfAbsent(sale.kind() + psp, sale));
            byReference
                    .computeIfAbsent(sale.reference(), key -> new ArrayList<>())
                    .add(sale);
        }
    }

    public Optional<Sale> saleOf(SettlementEntry entry) {
        Sale.Kind kind = kindOf(entry);
        Optional<Sale> byTransaction = entry.pspReference().map(psp -> byPsp.get(kind + psp));
        return byTransaction.isPresent() ? byTransaction : onlySaleOfOrder(entry, kind);
    }

    /** The money of a sale that was booked by itself, before it came. */
    boolean paysWhatIsBooked(SettlementEntry entry) {
        Sale.Kind kind = kindOf(entry);
        boolean isOfOther = entry.pspReference()
                .filter(psp -> byPsp.containsKey(kind + psp))
                .isPresent();
        return !isOfOther && candidates(entry, kind).anyMatch(booked::contains);
    }

    /** A sale of its order was booked by itself, but whether this is its money nobody can tell. */
    boolean mayPayWhatIsBooked(SettlementEntry entry) {
        return saleOf(entry).isEmpty()
                && ofOrder(entry.reference(), kindOf(entry)).stream().anyMatch(booked::contains);
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

    /** An order has many sales, so its only one of this kind and amount is it, and only where an id is missing. */
    private Optional<Sale> onlySaleOfOrder(SettlementEntry entry, Sale.Kind kind) {
        List<Sale> candidates = candidates(entry, kind).toList();
        return candidates.size() == 1 ? Optional.of(candidates.get(0)) : Optional.empty();
    }

    private Stream<Sale> candidates(SettlementEntry entry, Sale.Kind kind) {
        return ofOrder(entry.reference(), kind).stream()
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
