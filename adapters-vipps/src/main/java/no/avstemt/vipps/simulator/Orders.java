package no.avstemt.vipps.simulator;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A day's orders of an ordinary merchant: spread over its opening hours, one fee each, a few fees late, a few orders
 * refunded in full some days after.
 */
final class Orders {
    private static final int LATE_ONE_IN = 40;
    private static final int FIRST_EPOCH_DAY = 18_000;
    private static final int ORDERS_A_DAY = 100_000;

    /** How many orders come in on such a day, at ordinary traffic. */
    interface Traffic {
        int on(DayOfWeek day, Dice dice);
    }

    /** What one customer buys. */
    interface Goods {
        Bought pick(Dice dice);
    }

    /**
     * When and how a merchant sells.
     *
     * @param opens second of the day, past midnight counted on, as {@code closes}, which is past the last order
     * @param firstReference where the eleven digits of its references begin
     * @param refundOneIn one order of how many is refunded, {@code refundDays} later
     */
    record Habits(FeeRate fee, int opens, int closes, long firstReference, int refundOneIn, int refundDays) {}

    /**
     * @param amount øre, positive
     * @param unit which of the ledger's sales units
     */
    record Bought(long amount, Optional<Sale> sale, int unit) {

        static Bought of(Sale basket) {
            return new Bought(basket.lineTotal(), Optional.of(basket), 0);
        }

        static Bought of(long amount, Sale open) {
            return new Bought(amount, Optional.of(open), 0);
        }
    }

    private record Order(Movement capture, boolean refunded) {}

    private final World world;
    private final LedgerIdentity ledger;
    private final Habits habits;
    private final Traffic traffic;
    private final Goods goods;
    private final Recent<List<Order>> orders;

    Orders(World world, LedgerIdentity ledger, Habits habits, Traffic traffic, Goods goods) {
        this.world = world;
        this.ledger = ledger;
        this.habits = habits;
        this.traffic = traffic;
        this.goods = goods;
        orders = new Recent<>(habits.refundDays() + 2, this::take, List::size);
    }

    List<Movement> trade(LocalDate date) {
        List<Movement> movements = new ArrayList<>();
        orders.get(date).forEach(order -> movements.add(order.capture()));
        int captures = movements.size();
        orders.get(date.minusDays(habits.refundDays())).stream()
                .filter(Order::refunded)
                .forEach(order -> movements.add(refund(order.capture(), date, movements.size() - captures)));
        movements.sort(Movement.BY_TIME);
        return movements;
    }

    private List<Order> take(LocalDate date) {
        if (world.isBeforeFirst(date)) {
            return List.of();
        }
        Dice dice = world.dice(ledger, date);
        int count = traffic.on(date.getDayOfWeek(), dice) * world.volume();
        List<Order> taken = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            taken.add(order(dice, date, i));
        }
        return taken;
    }

    /** Orders end some minutes before the merchant closes, so that a refund of the same day comes after its order. */
    private Order order(Dice dice, LocalDate date, int number) {
        long micros =
                ledger.micros(date, dice.between(habits.opens(), habits.closes() - 901), dice.between(0, 999_999));
        long reference = habits.firstReference() + firstOf(date) + number;
        Bought bought = goods.pick(dice);
        boolean late = dice.oneIn(LATE_ONE_IN);
        Movement capture = Movement.capture(
                        micros,
                        Long.toString(reference),
                        bought.amount(),
                        List.of(habits.fee().of(bought.amount())),
                        late)
                .at(bought.unit());
        Movement sold = bought.sale().map(capture::with).orElse(capture);
        return new Order(
                sold.isPaidWith(Sale.Payment.CASH) ? sold.withoutFees() : sold, dice.oneIn(habits.refundOneIn()));
    }

    /** Where the references of a day begin, counted from a merchant's first. */
    private static long firstOf(LocalDate date) {
        return (date.toEpochDay() - FIRST_EPOCH_DAY) * ORDERS_A_DAY;
    }

    /** One that no ordinary order of the day comes to, counted as {@link #firstOf}. */
    static long lastOf(LocalDate date) {
        return firstOf(date) + ORDERS_A_DAY - 1;
    }

    private Movement refund(Movement capture, LocalDate date, int number) {
        int second = habits.closes() - 900 + number % 900;
        return capture.refunded(ledger.micros(date, second, number * 7919 % 1_000_000));
    }
}
