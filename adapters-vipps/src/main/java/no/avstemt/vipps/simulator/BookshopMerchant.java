package no.avstemt.vipps.simulator;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;

/**
 * A bookshop that settles gross: its fees are invoiced on the last day of the month, and the week's money goes out on
 * Sunday. Books carry no value added tax (merverdiavgiftsloven § 6-4), the rest 25 %. Once Vipps credits an invoice and
 * later corrects the fees.
 */
final class BookshopMerchant implements Merchant {
    private static final LedgerIdentity LEDGER =
            new LedgerIdentity(5, "548120", "Fjellheim Bokhandel AS", "313507262", "90015043333", "NO:63927");
    private static final FeeRate FEE = new FeeRate(175);
    private static final Shelf SHELF = new Shelf(
            2,
            Shelf.item("Roman, innbundet", 42_900, 0, "BOOKS"),
            Shelf.item("Pocketbok", 22_900, 0, "BOOKS"),
            Shelf.item("Barnebok", 27_900, 0, "BOOKS"),
            Shelf.item("Notatbok", 14_950, 2500, "GOODS"),
            Shelf.item("Fyllepenn", 34_900, 2500, "GOODS"),
            Shelf.item("Gavepapir", 4_990, 2500, "GOODS"));

    private final World world;
    private final Orders orders;

    BookshopMerchant(World world) {
        this.world = world;
        Orders.Habits habits = new Orders.Habits(FEE, 10 * 3600, 18 * 3600, 41_000_000_000L, 60, 2);
        orders = new Orders(
                world, LEDGER, habits, BookshopMerchant::customers, dice -> Orders.Bought.of(SHELF.basket(dice)));
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
        switch (world.dayNumber(book.date())) {
            case 33 -> book.adjust(Planted.Kind.CREDIT_NOTE, Topic.FEES, "credit-note", "K", -12_500);
            case 38 -> book.adjust(Planted.Kind.CORRECTION, Topic.FEES, "correction", "C", 12_500);
            default -> {}
        }
    }

    @Override
    public void close(DayBook book) {
        if (book.date().getDayOfMonth() == book.date().lengthOfMonth()) {
            book.invoiceFees();
        }
        if (book.date().getDayOfWeek() == DayOfWeek.SUNDAY) {
            book.payOut();
        }
    }

    private static int customers(DayOfWeek day, Dice dice) {
        return switch (day) {
            case SUNDAY -> 0;
            case SATURDAY -> dice.between(12, 18);
            default -> dice.between(6, 10);
        };
    }
}
