package no.avstemt.domain.posting;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.avstemt.domain.sale.CardSale;
import no.avstemt.domain.sale.OrderMoney;
import no.avstemt.domain.sale.Sale;
import no.avstemt.domain.sale.StoredSale;

/**
 * Pairs card sales that lack their transaction with the money of their orders, one to one per order, kind and amount, in
 * the order in which they were stored: money takes a sale that is not booked, then settles what was booked and not settled
 * yet; a sale that no money is left for is booked by itself. So whatever comes first, each real sale is booked once. A sale
 * that was passed over because money was to come for it is among those not booked, so it comes before what is settled.
 */
public final class MoneyOfCardSales {

    static final MoneyOfCardSales NONE = new MoneyOfCardSales(List.of(), List.of(), Set.of());

    private final Map<Key, Pile> piles = new HashMap<>();
    private final Map<Long, Key> rows = new HashMap<>();
    private final Set<Long> settling = new HashSet<>();
    private final Map<Long, Sale> taken = new HashMap<>();
    private final Set<Long> outside = new HashSet<>();

    /**
     * @param sales of cards, of every order that has money, as they were stored
     * @param money all of it, of their orders, in Vipps's order
     * @param batch settlement entries that are about to be booked
     */
    public MoneyOfCardSales(List<CardSale> sales, List<OrderMoney> money, Set<Long> batch) {
        sales.forEach(sale -> pile(Key.of(sale.stored().sale())).add(sale));
        money.forEach(row -> {
            Key key = new Key(row.order(), row.kind(), row.magnitude());
            pile(key).add(row, batch.contains(row.entryId()));
            if (batch.contains(row.entryId())) {
                rows.put(row.entryId(), key);
            }
        });
        piles.values().forEach(this::pair);
    }

    /** Whether the sale is booked by itself: it is of cash, or no money is left for it. */
    public boolean isOutside(StoredSale stored) {
        Sale sale = stored.sale();
        return sale.isCash() || !piles.containsKey(Key.of(sale)) || outside.contains(stored.id());
    }

    boolean knows(long entryId) {
        return rows.containsKey(entryId);
    }

    /** It is the money of a sale that was booked by itself. */
    boolean settles(long entryId) {
        return settling.contains(entryId);
    }

    /** The sale that is not booked and that this is the money of. */
    Optional<Sale> saleOf(long entryId) {
        return Optional.ofNullable(taken.get(entryId));
    }

    /** A sale that was booked by itself has no money yet, and whether this is it nobody can tell. */
    boolean mayPayWhatIsBooked(long entryId) {
        Key key = rows.get(entryId);
        if (key == null || settles(entryId)) {
            return false;
        }
        Pile pile = pile(key);
        if (pile.own.contains(entryId)) {
            return pile.unsettled > 0;
        }
        return !taken.containsKey(entryId) && alike(key).stream().anyMatch(other -> other.unsettled > 0);
    }

    /** Of a sale that is booked by itself: money of its order is booked as a sale, and may be the money of this one. */
    boolean mayBePaid(StoredSale stored) {
        Key key = Key.of(stored.sale());
        return !stored.sale().isCash()
                && piles.containsKey(key)
                && (!pile(key).own.isEmpty() || alike(key).stream().anyMatch(Pile::hasMoneyWithoutSale));
    }

    private Pile pile(Key key) {
        return piles.computeIfAbsent(key, any -> new Pile());
    }

    private List<Pile> alike(Key key) {
        return piles.entrySet().stream()
                .filter(entry -> entry.getKey().order().equals(key.order())
                        && entry.getKey().kind() == key.kind())
                .map(Map.Entry::getValue)
                .toList();
    }

    private void pair(Pile pile) {
        int paid = pile.booked + pile.waiting;
        pile.unbooked.stream().skip(paid).forEach(sale -> outside.add(sale.id()));
        for (long entryId : pile.batch) {
            if (pile.booked < pile.unbooked.size()) {
                taken.put(entryId, pile.unbooked.get(pile.booked).sale());
                pile.booked++;
            } else if (pile.unsettled > 0) {
                pile.unsettled--;
                settling.add(entryId);
            } else {
                pile.booked++;
            }
        }
    }

    private record Key(String order, Sale.Kind kind, long magnitude) {

        static Key of(Sale sale) {
            return new Key(sale.reference(), sale.kind(), Math.abs(sale.total()));
        }
    }

    /** What is alike, and counted. */
    private static final class Pile {

        private final List<StoredSale> unbooked = new ArrayList<>();
        private final List<Long> batch = new ArrayList<>();
        private final Set<Long> own = new HashSet<>();
        private int unsettled;
        private int booked;
        private int waiting;

        void add(CardSale sale) {
            if (sale.isBooked()) {
                unsettled++;
            } else {
                unbooked.add(sale.stored());
            }
        }

        /** Money with a sale of its own takes no other; what of it is not booked yet is asked when it is. */
        void add(OrderMoney row, boolean isInBatch) {
            boolean isWaiting = row.state() == OrderMoney.State.NOT_BOOKED;
            if (row.state() == OrderMoney.State.SETTLED) {
                unsettled--;
            } else if (row.hasOwnSale()) {
                if (!isWaiting || isInBatch) {
                    own.add(row.entryId());
                }
            } else if (isWaiting) {
                waiting++;
                if (isInBatch) {
                    batch.add(row.entryId());
                }
            } else {
                booked++;
            }
        }

        boolean hasMoneyWithoutSale() {
            return booked > unbooked.size();
        }
    }
}
