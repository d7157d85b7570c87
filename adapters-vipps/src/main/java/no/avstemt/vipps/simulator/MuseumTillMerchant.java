package no.avstemt.vipps.simulator;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;

/**
 * A museum with a Vipps till (mPOS): cards and phones go over the ledger, notes and coins stand in the Sales API only,
 * and now and then some are handed back. Admission has the low rate of value added tax, food to take away the middle
 * one, the rest the high one.
 */
final class MuseumTillMerchant implements Merchant {
    private static final LedgerIdentity LEDGER =
            new LedgerIdentity(6, "561907", "Kystmuseet Kiosk og Billett AS", "314028856", "90016044880", "api:904418");
    private static final FeeRate FEE = new FeeRate(175);
    private static final Shelf SHELF = new Shelf(
            3,
            Shelf.item("Billett, voksen", 14_000, 1200, "MUSEUM"),
            Shelf.item("Billett, barn", 7_000, 1200, "MUSEUM"),
            Shelf.item("Is, ta med", 4_200, 1500, "FOOD"),
            Shelf.item("Svele, ta med", 3_900, 1500, "FOOD"),
            Shelf.item("Kaffe ved bordet", 4_900, 2500, "SERVING"),
            Shelf.item("Postkort", 2_500, 2500, "GOODS"),
            Shelf.item("Modellbåt", 39_900, 2500, "GOODS"));
    private static final List<Sale.Payment> PAYMENTS = List.of(
            Sale.Payment.WALLET,
            Sale.Payment.WALLET,
            Sale.Payment.WALLET,
            Sale.Payment.CARD,
            Sale.Payment.CARD,
            Sale.Payment.CASH);

    private final Orders orders;

    MuseumTillMerchant(World world) {
        Orders.Habits habits = new Orders.Habits(FEE, 10 * 3600, 17 * 3600, 48_000_000_000L, 50, 0);
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
