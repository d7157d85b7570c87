package no.avstemt.vipps.simulator;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Kayak hire on a Vippsnummer, paid for long before it is used, so that Vipps holds money back: of each day's income a
 * tenth is kept, and a thirtieth of what is kept is let go. A payout always leaves something. Once Vipps credits an
 * invoice.
 */
final class KayakMerchant implements Merchant {
    private static final LedgerIdentity LEDGER =
            new LedgerIdentity(9, "640291", "Skjærgård Kajakkutleie AS", "317133642", "90019047058", "NO:84460");
    private static final FeeRate FEE = new FeeRate(175);
    private static final int KEPT_OF_INCOME = 10;
    private static final int LET_GO = 30;
    private static final List<Optional<String>> CATEGORIES =
            List.of(Optional.of("Dagsleie"), Optional.of("Helgeleie"), Optional.of("Utstyr"), Optional.empty());

    private final World world;
    private final Orders orders;

    KayakMerchant(World world) {
        this.world = world;
        Orders.Habits habits = new Orders.Habits(FEE, 8 * 3600, 22 * 3600, 69_000_000_000L, 30, 3);
        orders = new Orders(world, LEDGER, habits, KayakMerchant::bookings, KayakMerchant::book);
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
        if (world.dayNumber(book.date()) == 28) {
            book.adjust(Planted.Kind.CREDIT_NOTE, Topic.FUNDS, "credit-note", "K", -45_000);
        }
    }

    @Override
    public void close(DayBook book) {
        book.retainFees();
        long held = Math.max(book.opening().funds(), 0);
        long income = Math.max(book.balances().funds() - held, 0);
        book.payOutAllBut(Math.max(held - held / LET_GO + income / KEPT_OF_INCOME, 1));
    }

    private static int bookings(DayOfWeek day, Dice dice) {
        return day == DayOfWeek.FRIDAY || day == DayOfWeek.SATURDAY ? dice.between(4, 8) : dice.between(1, 4);
    }

    private static Orders.Bought book(Dice dice) {
        return Orders.Bought.of(dice.between(39, 189) * 1000L, Sale.openAmount(dice.pick(CATEGORIES)));
    }
}
