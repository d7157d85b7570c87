package no.avstemt.vipps.simulator;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** A small merchant in another country, in its own money and by its own clock, who takes open amounts by phone. */
final class NeighbourMerchant implements Merchant {
    private static final LedgerIdentity DANISH = new LedgerIdentity(
            11,
            "660318",
            "10408213",
            "90001000048213",
            List.of(new SalesUnit("Havnens Isbod ApS", "DK:41873")),
            Market.DENMARK);
    private static final LedgerIdentity FINNISH = new LedgerIdentity(
            12,
            "671905",
            "2719045-6",
            "90002000071904",
            List.of(new SalesUnit("Saaren Kahvila Oy", "FI:52604")),
            Market.FINLAND);
    private static final FeeRate FEE = new FeeRate(99);
    private static final int OPENS = 9 * 3600;
    private static final int CLOSES = 24 * 3600;

    private final LedgerIdentity ledger;
    private final Orders orders;

    private NeighbourMerchant(World world, LedgerIdentity ledger, long firstReference) {
        this.ledger = ledger;
        Orders.Habits habits = new Orders.Habits(FEE, OPENS, CLOSES, firstReference, 90, 1);
        orders = new Orders(world, ledger, habits, (day, dice) -> dice.between(5, 12), NeighbourMerchant::open);
    }

    static Merchant danish(World world) {
        return new NeighbourMerchant(world, DANISH, 83_000_000_000L);
    }

    static Merchant finnish(World world) {
        return new NeighbourMerchant(world, FINNISH, 90_000_000_000L);
    }

    @Override
    public LedgerIdentity ledger() {
        return ledger;
    }

    @Override
    public List<Movement> trade(LocalDate date) {
        return orders.trade(date);
    }

    private static Orders.Bought open(Dice dice) {
        return Orders.Bought.of(dice.between(20, 90) * 50L, Sale.openAmount(Optional.empty()));
    }
}
