package no.avstemt.vipps.simulator;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A florist with two sales units on one ledger, which pays both out together: the shop on a Vippsnummer, whose baskets
 * the Sales API knows, and a web shop that books its own sales. Twice a payout comes back from the bank and goes out
 * again with the next one, a day later; twice there is an entry of a type that nobody has heard of.
 */
final class FloristMerchant implements Merchant {
    private static final LedgerIdentity LEDGER = new LedgerIdentity(
            8,
            "618330",
            "316880320",
            "90018046716",
            List.of(
                    new SalesUnit("Blomsterverkstedet AS", "NO:77815"),
                    new SalesUnit("Blomsterverkstedet Netthandel", "api:921604")));
    private static final FeeRate FEE = new FeeRate(199);
    private static final Set<Integer> ABORTED = Set.of(17, 357);
    private static final Set<Integer> LOYALTY = Set.of(31, 348);
    private static final int TO_THE_BANK_AND_BACK = 2;
    private static final Shelf SHELF = new Shelf(
            2,
            Shelf.item("Bukett, liten", 29_900, 2500, "GOODS"),
            Shelf.item("Bukett, stor", 54_900, 2500, "GOODS"),
            Shelf.item("Roser, stk.", 4_500, 2500, "GOODS"),
            Shelf.item("Potteplante", 19_900, 2500, "GOODS"),
            Shelf.item("Kort og bånd", 3_990, 2500, "GOODS"));

    private final World world;
    private final Orders orders;

    FloristMerchant(World world) {
        this.world = world;
        Orders.Habits habits = new Orders.Habits(FEE, 9 * 3600, 19 * 3600, 55_000_000_000L, 70, 1);
        orders = new Orders(world, LEDGER, habits, (day, dice) -> dice.between(4, 9), FloristMerchant::buy);
    }

    @Override
    public LedgerIdentity ledger() {
        return LEDGER;
    }

    @Override
    public List<Movement> trade(LocalDate date) {
        return orders.trade(date);
    }

    @Override
    public void addOddities(DayBook book) {
        int day = world.dayNumber(book.date());
        if (ABORTED.contains(day)) {
            book.daysAgo(TO_THE_BANK_AND_BACK).payout().ifPresent(book::abort);
        }
        if (LOYALTY.contains(day)) {
            book.adjust(Planted.Kind.UNKNOWN_ENTRY_TYPE, Topic.FUNDS, "loyalty-adjustment", "L", 2_750);
        }
    }

    @Override
    public void close(DayBook book) {
        book.retainFees();
        if (!ABORTED.contains(world.dayNumber(book.date()))) {
            book.payOut();
        }
    }

    private static Orders.Bought buy(Dice dice) {
        if (dice.oneIn(3)) {
            return new Orders.Bought(dice.between(399, 1_290) * 100L, Optional.empty(), 1);
        }
        return Orders.Bought.of(SHELF.basket(dice));
    }
}
