package no.avstemt.application.posting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.avstemt.application.Stores;
import no.avstemt.domain.chart.AccountCode;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.finding.Finding;
import no.avstemt.domain.posting.LateFees;
import no.avstemt.domain.posting.MoneyOfCardSales;
import no.avstemt.domain.posting.SalesOfEntries;
import no.avstemt.domain.sale.CardSale;
import no.avstemt.domain.sale.OrderCapture;
import no.avstemt.domain.sale.OrderMoney;
import no.avstemt.domain.sale.Sale;
import no.avstemt.domain.sale.StoredSale;
import no.avstemt.domain.settlement.EntryType;
import no.avstemt.domain.settlement.LedgerId;
import no.avstemt.domain.settlement.SettlementEntry;
import no.avstemt.domain.settlement.StoredEntry;

/** Finds what was sold, or captured, behind many rows at once. */
final class SalesBehind {

    private final Stores stores;
    private final ClientAccountId client;
    private final LedgerId ledger;
    private final AccountCode cardAcquirer;

    SalesBehind(Stores stores, ClientAccountId client, LedgerId ledger, AccountCode cardAcquirer) {
        this.stores = stores;
        this.client = client;
        this.ledger = ledger;
        this.cardAcquirer = cardAcquirer;
    }

    /**
     * By transaction; by order for what that does not find, and for refunds, which reverse their order's captures.
     *
     * @param withoutPsp sales that are booked by themselves beside these entries where no money is left for them
     */
    SalesOfEntries entries(List<StoredEntry> entries, List<StoredSale> withoutPsp) {
        List<SettlementEntry> traded = entries.stream()
                .map(StoredEntry::entry)
                .filter(entry -> entry.type() == EntryType.CAPTURE || entry.type() == EntryType.REFUND)
                .toList();
        Set<String> refunded = ordersOf(traded.stream().filter(entry -> entry.type() == EntryType.REFUND));
        List<OrderCapture> captured = stores.settlements().capturesOf(client, ledger, refunded);
        if (!stores.sales().hasAny(client, ledger)) {
            return new SalesOfEntries(List.of(), captured, money(Set.of(), entries));
        }
        Set<String> transactions = pspsOf(traded.stream());
        List<Sale> sales = new ArrayList<>(stores.sales().byPspReference(client, ledger, transactions));
        Set<String> found =
                sales.stream().flatMap(sale -> sale.pspReference().stream()).collect(Collectors.toSet());
        Set<String> orders = ordersOf(traded.stream()
                .filter(entry -> entry.pspReference().filter(found::contains).isEmpty()));
        orders.addAll(refunded);
        stores.sales().byReference(client, ledger, orders).stream()
                .filter(sale ->
                        sale.pspReference().filter(transactions::contains).isEmpty())
                .forEach(sales::add);
        Set<String> ofCards =
                cardOrders(Stream.concat(sales.stream(), withoutPsp.stream().map(StoredSale::sale)));
        Set<String> others = ordersOf(traded.stream());
        others.removeAll(orders);
        ofCards.addAll(stores.sales().ordersOfCards(client, ledger, others));
        return new SalesOfEntries(sales, captured, money(ofCards, entries));
    }

    /** Only a sale that lacks its transaction can have been booked before its money came. */
    private static Set<String> cardOrders(Stream<Sale> sales) {
        return sales.filter(sale -> sale.pspReference().isEmpty() && !sale.isCash())
                .map(Sale::reference)
                .collect(Collectors.toCollection(HashSet::new));
    }

    private MoneyOfCardSales money(Set<String> orders, List<StoredEntry> entries) {
        List<OrderMoney> money =
                orders.isEmpty() ? List.of() : stores.settlements().moneyOf(client, ledger, orders, cardAcquirer);
        Set<String> paid = money.stream().map(OrderMoney::order).collect(Collectors.toSet());
        List<CardSale> sales = paid.isEmpty() ? List.of() : stores.sales().ofCards(client, ledger, paid);
        return new MoneyOfCardSales(
                sales, money, entries.stream().map(StoredEntry::id).collect(Collectors.toSet()));
    }

    /** What the refunds among these sales reverse, whether it was paid through Vipps or not. */
    SalesOfEntries refunds(List<StoredSale> sales, MoneyOfCardSales money) {
        Set<String> refunded = sales.stream()
                .map(StoredSale::sale)
                .filter(sale -> sale.kind() == Sale.Kind.REFUND)
                .map(Sale::reference)
                .collect(Collectors.toSet());
        List<Sale> orders = stores.sales().byReference(client, ledger, refunded);
        List<OrderCapture> captured = new ArrayList<>(stores.settlements().capturesOf(client, ledger, refunded));
        Set<String> throughVipps = captured.stream().map(OrderCapture::order).collect(Collectors.toSet());
        orders.stream()
                .filter(sale -> sale.kind() == Sale.Kind.CAPTURE && !throughVipps.contains(sale.reference()))
                .map(sale -> new OrderCapture(sale.reference(), sale.businessDate(), sale.total()))
                .forEach(captured::add);
        return new SalesOfEntries(orders, captured, money);
    }

    /** Most fees are booked beside their capture; only the others are looked up. */
    List<Finding> lateFees(List<StoredEntry> entries) {
        Map<String, LocalDate> capturedOn = new HashMap<>();
        for (StoredEntry stored : entries) {
            SettlementEntry entry = stored.entry();
            if (entry.type() == EntryType.CAPTURE) {
                entry.pspReference().ifPresent(psp -> capturedOn.put(psp, entry.ledgerDate()));
            }
        }
        List<SettlementEntry> fees = entries.stream()
                .map(StoredEntry::entry)
                .filter(entry -> entry.type() == EntryType.CAPTURE_FEE)
                .toList();
        Set<String> others = pspsOf(fees.stream());
        others.removeAll(capturedOn.keySet());
        capturedOn.putAll(stores.settlements().capturedOn(client, ledger, others));
        return LateFees.in(fees, capturedOn);
    }

    private static Set<String> pspsOf(Stream<SettlementEntry> entries) {
        return entries.map(SettlementEntry::pspReference)
                .flatMap(Optional::stream)
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static Set<String> ordersOf(Stream<SettlementEntry> entries) {
        return entries.map(SettlementEntry::reference)
                .flatMap(Optional::stream)
                .collect(Collectors.toCollection(HashSet::new));
    }
}
