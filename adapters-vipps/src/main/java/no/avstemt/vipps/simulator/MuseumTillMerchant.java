package no.avstemt.vipps.simulator;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * A museum with a Vipps till (mPOS): cards and phones go over the ledger, notes and coins stand in the Sales API only,
 * and now and then some are handed back. Admission has the low rate of value added tax, food to take away the middle
 * one, the rest the high one. Once the money of the last sale never comes, and once the till tells of a card sale twice.
 */
final class MuseumTillMerchant implements Merchant {
    private static final LedgerIdentity LEDGER =
            new LedgerIdentity(6, "561907", "Kystmuseet Kiosk og Billett AS", "314028856", "90016044880", "api:904418");
    private static final FeeRate FEE = new FeeRate(175);
    private static final int CLOSES = 17 * 3600;
    private static final int NO_MONEY = 310;
    private static final Set<Integer> WEEK_OF_TOLD_TWICE = Set.of(322, 323, 324, 325, 326, 327, 328);
    private static final long FIRST_REFERENCE = 48_000_000_000L;
    private static final SaleLine MODEL_BOAT = Shelf.item("Modellbåt", 39_900, 2500, "GOODS");
    private static final Shelf SHELF = new Shelf(
            3,
            Shelf.item("Billett, voksen", 14_000, 1200, "MUSEUM"),
            Shelf.item("Billett, barn", 7_000, 1200, "MUSEUM"),
            Shelf.item("Is, ta med", 4_200, 1500, "FOOD"),
            Shelf.item("Svele, ta med", 3_900, 1500, "FOOD"),
            Shelf.item("Kaffe ved bordet", 4_900, 2500, "SERVING"),
            Shelf.item("Postkort", 2_500, 2500, "GOODS"),
            MODEL_BOAT);
    private static final List<Sale.Payment> PAYMENTS = List.of(
            Sale.Payment.WALLET,
            Sale.Payment.WALLET,
            Sale.Payment.WALLET,
            Sale.Payment.CARD,
            Sale.Payment.CARD,
            Sale.Payment.CASH);

    private final World world;
    private final Orders orders;

    MuseumTillMerchant(World world) {
        this.world = world;
        Orders.Habits habits = new Orders.Habits(FEE, 10 * 3600, CLOSES, FIRST_REFERENCE, 50, 0);
        orders = new Orders(world, LEDGER, habits, MuseumTillMerchant::visitors, MuseumTillMerchant::ring);
    }

    @Override
    public LedgerIdentity ledger() {
        return LEDGER;
    }

    @Override
    public List<Movement> trade(LocalDate date) {
        return orders.trade(date);
    }

    /** A Saturday has enough visitors for one of them to pay by card. */
    @Override
    public void addOddities(DayBook book) {
        int day = world.dayNumber(book.date());
        if (day == NO_MONEY) {
            sellAtClosing(book);
        }
        if (WEEK_OF_TOLD_TWICE.contains(day) && book.date().getDayOfWeek() == DayOfWeek.SATURDAY) {
            book.tellOfCardSaleTwice();
        }
    }

    private static void sellAtClosing(DayBook book) {
        Sale sale = Sale.atTill(Sale.Payment.CARD, List.of(MODEL_BOAT));
        long micros = Oslo.micros(book.date(), CLOSES, 0);
        String reference = Long.toString(FIRST_REFERENCE + Orders.lastOf(book.date()));
        book.sellWithoutMoney(Movement.capture(micros, reference, sale.lineTotal(), List.of(), false), sale);
    }

    private static int visitors(DayOfWeek day, Dice dice) {
        return switch (day) {
            case MONDAY -> dice.between(2, 5);
            case SATURDAY, SUNDAY -> dice.between(16, 24);
            default -> dice.between(8, 13);
        };
    }

    private static Orders.Bought ring(Dice dice) {
        return Orders.Bought.of(Sale.atTill(dice.pick(PAYMENTS), SHELF.lines(dice)));
    }
}
