package no.avstemt.vipps.simulator;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A sports club on a Vippsnummer: many small open amounts, each with the category that the payer chose, most of them on
 * match days. Not registered for value added tax. Twice a fee comes nine days after its capture.
 */
final class SportsClubMerchant implements Merchant {
    private static final LedgerIdentity LEDGER =
            new LedgerIdentity(4, "530418", "Nordlys Idrettslag", "987412305", "90014042171", "NO:91406");
    private static final FeeRate FEE = new FeeRate(175);
    private static final int FEE_DAYS = 9;

    /** What is paid for, and the amounts in whole kroner that occur. */
    private record Kind(String category, int low, int high) {}

    private static final List<Kind> KINDS = List.of(
            new Kind("Kiosk", 20, 120),
            new Kind("Kiosk", 20, 120),
            new Kind("Kiosk", 20, 60),
            new Kind("Inngang kamp", 50, 100),
            new Kind("Loddsalg", 10, 100),
            new Kind("Treningsavgift", 350, 900),
            new Kind("Medlemskontingent", 200, 400));

    private final World world;
    private final Orders orders;

    SportsClubMerchant(World world) {
        this.world = world;
        Orders.Habits habits = new Orders.Habits(FEE, 9 * 3600, 21 * 3600, 34_000_000_000L, 120, 0);
        orders = new Orders(world, LEDGER, habits, SportsClubMerchant::payers, SportsClubMerchant::pay);
    }

    @Override
    public LedgerIdentity ledger() {
        return LEDGER;
    }

    /** The fee of a day's first capture is left out where it is to come late. */
    @Override
    public List<Movement> trade(LocalDate date) {
        List<Movement> movements = orders.trade(date);
        if (isLateFeeDay(date.plusDays(FEE_DAYS))) {
            movements.set(0, movements.get(0).withoutFees());
        }
        return movements;
    }

    @Override
    public void addOddities(DayBook book) {
        if (isLateFeeDay(book.date())) {
            book.daysAgo(FEE_DAYS)
                    .firstCapture()
                    .ifPresent(capture -> book.chargeLate(capture, FEE.of(capture.amount())));
        }
    }

    private boolean isLateFeeDay(LocalDate date) {
        int day = world.dayNumber(date);
        return day == 24 || day == 352;
    }

    private static int payers(DayOfWeek day, Dice dice) {
        return switch (day) {
            case SATURDAY, SUNDAY -> dice.between(24, 38);
            case TUESDAY, THURSDAY -> dice.between(12, 20);
            default -> dice.between(6, 12);
        };
    }

    private static Orders.Bought pay(Dice dice) {
        Kind kind = dice.pick(KINDS);
        long amount = dice.between(kind.low() / 10, kind.high() / 10) * 1000L;
        return Orders.Bought.of(amount, Sale.openAmount(Optional.of(kind.category())));
    }
}
