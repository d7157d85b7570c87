package no.avstemt.vipps.simulator;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * A café on a Vippsnummer: open amounts and baskets with 15 % and 25 % lines, some without VAT on a line, a few refunds
 * the same day or the next. Evening fees sometimes miss the cutoff.
 */
final class CafeMerchant implements Merchant {
    private static final LedgerIdentity LEDGER =
            new LedgerIdentity(1, "418207", "Kaffebaren Nord AS", "310482617", "90011048268", "NO:61530");
    private static final FeeRate FEE = new FeeRate(175);
    private static final int OPENS = 7 * 3600;
    private static final int EVENING = 21 * 3600 + 1800;
    private static final int CLOSES = 22 * 3600;
    private static final Set<MonthDay> CLOSED =
            Set.of(MonthDay.of(1, 1), MonthDay.of(5, 1), MonthDay.of(12, 24), MonthDay.of(12, 25), MonthDay.of(12, 26));
    private static final List<SaleLine> MENU = List.of(
            item("Kaffe latte, ta med", 5_200, 1500, "FOOD"),
            item("Kanelbolle, ta med", 4_500, 1500, "FOOD"),
            item("Smørbrød med reker, ta med", 11_900, 1500, "FOOD"),
            item("Kaffebønner 250 g", 14_900, 1500, "FOOD"),
            item("Kaffe latte", 5_900, 2500, "SERVING"),
            item("Suppe med brød", 16_500, 2500, "SERVING"),
            item("Vaffel", 6_250, 2500, "SERVING"),
            item("Kopp, håndlaget", 24_900, 2500, "GOODS"));
    private static final List<Optional<String>> CATEGORIES =
            List.of(Optional.empty(), Optional.empty(), Optional.of("Lunsj"), Optional.of("Selskap"));

    private record Order(Movement capture, Optional<Movement> refund, int refundLag) {}

    private final World world;
    private final Recent<List<Order>> orders = new Recent<>(4, this::take, List::size);

    CafeMerchant(World world) {
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
        addRefunds(orders.get(date), 0, movements);
        addRefunds(orders.get(date.minusDays(1)), 1, movements);
        movements.sort(Movement.BY_TIME);
        return movements;
    }

    private static void addRefunds(List<Order> orders, int lag, List<Movement> to) {
        orders.stream()
                .filter(order -> order.refundLag() == lag)
                .forEach(order -> order.refund().ifPresent(to::add));
    }

    private List<Order> take(LocalDate date) {
        List<Order> taken = new ArrayList<>();
        if (!world.isBeforeFirst(date) && !CLOSED.contains(MonthDay.from(date))) {
            Dice dice = world.dice(LEDGER, date);
            int count = guests(dice, date.getDayOfWeek()) * world.volume();
            for (int i = 0; i < count; i++) {
                taken.add(order(dice, date, i));
            }
        }
        return taken;
    }

    private static int guests(Dice dice, DayOfWeek day) {
        return switch (day) {
            case SATURDAY -> dice.between(10, 14);
            case SUNDAY -> dice.between(3, 7);
            default -> dice.between(7, 10);
        };
    }

    private static Order order(Dice dice, LocalDate date, int number) {
        boolean evening = dice.oneIn(18);
        int second = evening ? dice.between(EVENING, CLOSES - 1) : dice.between(OPENS, EVENING - 1);
        long micros = Oslo.micros(date, second, dice.between(0, 999_999));
        String reference = Long.toString(13_000_000_000L + (date.toEpochDay() - 18_000) * 100_000 + number);
        boolean late = evening && dice.between(1, 10) <= 4;
        Sale sale = dice.between(1, 100) <= 45 ? Sale.openAmount(dice.pick(CATEGORIES)) : basket(dice);
        long amount = sale.isItemised() ? sale.lineTotal() : dice.between(29, 420) * 100L;
        Movement capture = Movement.capture(micros, reference, amount, List.of(FEE.of(amount)), late)
                .with(sale);
        return dice.oneIn(45) ? refunded(dice, date, second, capture) : new Order(capture, Optional.empty(), 0);
    }

    private static Order refunded(Dice dice, LocalDate date, int second, Movement capture) {
        int lag = dice.between(0, 1);
        int at = lag == 0 ? second + dice.between(60, 1200) : dice.between(OPENS, CLOSES);
        long micros = Oslo.micros(date.plusDays(lag), at, dice.between(0, 999_999));
        return new Order(capture, Optional.of(refundOf(dice, capture, micros)), lag);
    }

    private static Movement refundOf(Dice dice, Movement capture, long micros) {
        Sale sold = capture.sale().orElseThrow();
        if (!sold.isItemised()) {
            return Movement.refund(micros, capture.reference(), capture.amount())
                    .with(sold.negated());
        }
        Sale back = dice.oneIn(2) ? sold : Sale.basket(sold.lines().subList(0, 1));
        return Movement.refund(micros, capture.reference(), back.lineTotal()).with(back.negated());
    }

    private static Sale basket(Dice dice) {
        List<SaleLine> lines = new ArrayList<>();
        for (int i = dice.between(1, 4); i > 0; i--) {
            lines.add(ordered(dice, dice.pick(MENU)));
        }
        if (dice.oneIn(14)) {
            lines.set(0, lines.get(0).withoutVat());
        }
        return Sale.basket(lines);
    }

    private static SaleLine ordered(Dice dice, SaleLine item) {
        int quantity = dice.oneIn(3) ? dice.between(2, 4) : 1;
        long full = item.unitPriceGross() * quantity;
        long discount = dice.oneIn(9) ? new FeeRate(1_500).of(full) : 0;
        return new SaleLine(item.name(), quantity, item.unitPriceGross(), discount, item.vatRate(), item.category());
    }

    private static SaleLine item(String name, long price, int vatRate, String category) {
        return new SaleLine(name, 1, price, 0, OptionalInt.of(vatRate), category);
    }
}
