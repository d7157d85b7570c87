package no.avstemt.vipps.simulator;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;

/**
 * A night club whose ledger date ends at four in the morning, so that a night is one date, and whose money goes out once
 * a month. What is drunk at the bar has the high rate of value added tax, and entry to a concert none (merverdiavgiftsloven
 * § 3-7).
 */
final class NightClubMerchant implements Merchant {
    private static final LedgerIdentity LEDGER =
            new LedgerIdentity(10, "652740", "Kjelleren Scene og Bar AS", "318244175", "90020048119", "NO:88214");
    private static final FeeRate FEE = new FeeRate(175);
    private static final int CUTOFF = 4 * 3600;
    private static final int OPENS = 20 * 3600;
    private static final int CLOSES = 27 * 3600 + 1800;
    private static final Shelf SHELF = new Shelf(
            2,
            Shelf.item("Konsert, inngang", 25_000, 0, "CONCERT"),
            Shelf.item("Øl", 11_900, 2500, "SERVING"),
            Shelf.item("Brus", 5_900, 2500, "SERVING"),
            Shelf.item("Garderobe", 4_000, 2500, "SERVICE"));

    private final Orders orders;

    NightClubMerchant(World world) {
        Orders.Habits habits = new Orders.Habits(FEE, OPENS, CLOSES, 76_000_000_000L, 80, 1);
        orders = new Orders(
                world, LEDGER, habits, NightClubMerchant::guests, dice -> Orders.Bought.of(SHELF.basket(dice)));
    }

    @Override
    public LedgerIdentity ledger() {
        return LEDGER;
    }

    @Override
    public int cutoff() {
        return CUTOFF;
    }

    @Override
    public List<Movement> trade(LocalDate date) {
        return orders.trade(date);
    }

    @Override
    public void close(DayBook book) {
        if (book.date().getDayOfMonth() == book.date().lengthOfMonth()) {
            book.retainFees();
            book.payOut();
        }
    }

    private static int guests(DayOfWeek day, Dice dice) {
        return switch (day) {
            case FRIDAY, SATURDAY -> dice.between(20, 35);
            case MONDAY, TUESDAY -> 0;
            default -> dice.between(4, 9);
        };
    }
}
