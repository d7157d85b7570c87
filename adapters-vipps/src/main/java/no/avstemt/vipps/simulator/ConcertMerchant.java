package no.avstemt.vipps.simulator;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * A concert organiser in a museum, on a Vippsnummer with baskets. Every May the June concert is cancelled and all its
 * tickets are refunded within a fortnight: money that was paid out long ago, so the ledger owes Vipps for weeks, until
 * a top-up in July.
 *
 * <p>A concert is outside value added tax (merverdiavgiftsloven § 3-7), the museum has the low rate, food and goods
 * have theirs. The calendar is the year's, whatever the world's first date.
 */
final class ConcertMerchant implements Merchant {
    private static final LedgerIdentity LEDGER =
            new LedgerIdentity(3, "5120034", "Bryggen Konserter AS", "312958058", "90013295807", "NO:78204");
    private static final FeeRate FEE = new FeeRate(175);
    private static final int NEAR_CUTOFF = 23 * 3600 + 1800;
    private static final int WAVE_DAYS = 14;
    private static final MonthDay CANCELLED = MonthDay.of(5, 20);
    private static final MonthDay TOP_UP = MonthDay.of(7, 15);
    private static final SaleLine CONCERT = line("Konsertbillett", 35_000, 0, "CONCERT");
    private static final SaleLine MUSEUM = line("Omvisning i museet", 14_000, 1200, "MUSEUM");
    private static final SaleLine POSTER = line("Plakat", 24_900, 2500, "GOODS");
    private static final SaleLine MEAL = line("Matpose, ta med", 18_900, 1500, "FOOD");

    private record Order(Movement capture, boolean forCancelled, boolean regretted) {}

    private final World world;
    private final Recent<List<Order>> orders = new Recent<>(4, this::take, List::size);

    ConcertMerchant(World world) {
        this.world = world;
    }

    @Override
    public LedgerIdentity ledger() {
        return LEDGER;
    }

    @Override
    public List<Movement> trade(LocalDate date) {
        List<Movement> movements = new ArrayList<>();
        orders.get(date).forEach(order -> movements.add(order.capture()));
        addRegretted(date, movements);
        addWave(date, movements);
        movements.sort(Movement.BY_TIME);
        return movements;
    }

    @Override
    public void close(DayBook book) {
        book.retainFees();
        if (TOP_UP.equals(MonthDay.from(book.date()))) {
            book.topUp();
        }
        book.payOut();
    }

    private void addRegretted(LocalDate date, List<Movement> to) {
        orders.get(date.minusDays(3)).stream()
                .filter(Order::regretted)
                .forEach(order -> to.add(refund(order, date, to.size())));
    }

    /** Each day of the fortnight refunds the tickets bought on every fourteenth day before. */
    private void addWave(LocalDate date, List<Movement> to) {
        LocalDate cancelled = CANCELLED.atYear(date.getYear());
        long day = date.toEpochDay() - cancelled.toEpochDay();
        if (day < 1 || day > WAVE_DAYS) {
            return;
        }
        LocalDate bought = cancelled.minusDays(day);
        for (; bought.getYear() == date.getYear(); bought = bought.minusDays(WAVE_DAYS)) {
            for (Order order : take(bought)) {
                if (order.forCancelled() && !order.regretted()) {
                    to.add(refund(order, date, to.size()));
                }
            }
        }
    }

    private static Movement refund(Order order, LocalDate date, int number) {
        Movement capture = order.capture();
        int second = 9 * 3600 + number * 37 % (8 * 3600);
        long micros = Oslo.micros(date, second, number * 7919 % 1_000_000);
        return Movement.refund(micros, capture.reference(), capture.amount())
                .with(capture.sale().orElseThrow().negated());
    }

    private List<Order> take(LocalDate date) {
        List<Order> taken = new ArrayList<>();
        if (!world.isBeforeFirst(date)) {
            Dice dice = world.dice(LEDGER, date);
            int count = dice.between(3, 7) * world.volume();
            addOrders(dice, date, count, false, taken);
            addOrders(dice, date, forCancelledShow(dice, date) * world.volume(), true, taken);
        }
        return taken;
    }

    /** The release in January draws a crowd; sale ends the day before the concert is cancelled. */
    private static int forCancelledShow(Dice dice, LocalDate date) {
        boolean onSale = MonthDay.from(date).isBefore(CANCELLED);
        boolean release = date.getMonthValue() == 1 && date.getDayOfMonth() <= 10;
        return onSale ? dice.between(release ? 8 : 2, release ? 16 : 5) : 0;
    }

    private static void addOrders(Dice dice, LocalDate date, int count, boolean forCancelled, List<Order> to) {
        for (int i = 0; i < count; i++) {
            to.add(order(dice, date, to.size(), forCancelled));
        }
    }

    private static Order order(Dice dice, LocalDate date, int number, boolean forCancelled) {
        int second = dice.between(6 * 3600, Oslo.DAY_SECONDS - 1);
        long micros = Oslo.micros(date, second, dice.between(0, 999_999));
        String reference = Long.toString(27_000_000_000L + (date.toEpochDay() - 18_000) * 100_000 + number);
        Sale sale = Sale.basket(tickets(dice, forCancelled));
        long amount = sale.lineTotal();
        boolean late = second >= NEAR_CUTOFF && dice.oneIn(2);
        Movement capture = Movement.capture(micros, reference, amount, List.of(FEE.of(amount)), late)
                .with(sale);
        return new Order(capture, forCancelled, dice.oneIn(60));
    }

    private static List<SaleLine> tickets(Dice dice, boolean forCancelled) {
        int people = dice.between(1, forCancelled ? 6 : 4);
        List<SaleLine> lines = new ArrayList<>();
        if (forCancelled || !dice.oneIn(5)) {
            lines.add(times(CONCERT, people, dice.oneIn(8) ? 5_000L * people : 0));
        }
        if (lines.isEmpty() || dice.oneIn(2)) {
            lines.add(times(MUSEUM, people, 0));
        }
        if (dice.oneIn(6)) {
            lines.add(times(dice.oneIn(2) ? POSTER : MEAL, 1, 0));
        }
        return lines;
    }

    private static SaleLine times(SaleLine item, int quantity, long discount) {
        return new SaleLine(item.name(), quantity, item.unitPriceGross(), discount, item.vatRate(), item.category());
    }

    private static SaleLine line(String name, long price, int vatRate, String category) {
        return new SaleLine(name, 1, price, 0, OptionalInt.of(vatRate), category);
    }
}
