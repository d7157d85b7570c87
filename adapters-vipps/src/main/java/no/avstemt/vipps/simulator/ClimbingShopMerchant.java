package no.avstemt.vipps.simulator;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A web shop that books its own sales, with VAT, from its own system; the Sales API does not cover it. One capture is
 * disputed: retained, returned, and retained again for good. Twice the funds are corrected.
 */
final class ClimbingShopMerchant implements Merchant {
    private static final LedgerIdentity LEDGER =
            new LedgerIdentity(7, "604458", "Tindeveggen Netthandel AS", "315472199", "90017045120", "api:917350");
    private static final FeeRate FEE = new FeeRate(249);
    private static final int CAPTURED = 58;
    private static final int RETAINED = 70;
    private static final int RETURNED = 91;
    private static final int RETAINED_AGAIN = 119;

    private final World world;
    private final Orders orders;

    ClimbingShopMerchant(World world) {
        this.world = world;
        Orders.Habits habits = new Orders.Habits(FEE, 0, Oslo.DAY_SECONDS, 62_000_000_000L, 25, 4);
        orders = new Orders(
                world, LEDGER, habits, (day, dice) -> dice.between(3, 8), dice -> ordered(dice.between(149, 3_490)));
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
        switch (day) {
            case 21 -> book.adjust(Planted.Kind.CORRECTION, Topic.FUNDS, "correction", "C", 34_900);
            case 355 -> book.adjust(Planted.Kind.CORRECTION, Topic.FUNDS, "correction", "C", -19_900);
            case RETAINED -> book.daysAgo(day - CAPTURED).firstCapture().ifPresent(book::retain);
            case RETURNED -> book.daysAgo(day - CAPTURED).firstCapture().ifPresent(book::giveBack);
            case RETAINED_AGAIN -> book.daysAgo(day - CAPTURED).firstCapture().ifPresent(book::retainForGood);
            default -> {}
        }
    }

    private static Orders.Bought ordered(int kroner) {
        return new Orders.Bought(kroner * 100L, Optional.empty(), 0);
    }
}
