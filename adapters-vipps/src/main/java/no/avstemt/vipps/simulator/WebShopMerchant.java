package no.avstemt.vipps.simulator;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * A web shop with its own payment integration: an order is captured in one to three parts as it is sent, and refunded
 * in part or in full by its reference. Some captures have two fees, some of these two equal ones. The Sales API does
 * not cover such payments, so there are no sales.
 */
final class WebShopMerchant implements Merchant {
    private static final LedgerIdentity LEDGER =
            new LedgerIdentity(2, "302321", "Fjordgarn Nettbutikk AS", "311709356", "90012170938", "api:873412");
    private static final FeeRate FEE = new FeeRate(249);
    private static final FeeRate HALF_FEE = new FeeRate(120);
    private static final long CARD_FEE = 100;
    private static final int NEAR_CUTOFF = 23 * 3600 + 1800;
    private static final int[] LAGS = {0, 2, 5, 11};

    /** What happens to an order {@code lag} days after it was placed. */
    private record Step(int lag, Movement movement) {}

    private final World world;
    private final Recent<List<Step>> steps = new Recent<>(16, this::place, List::size);

    WebShopMerchant(World world) {
        this.world = world;
    }

    @Override
    public LedgerIdentity ledger() {
        return LEDGER;
    }

    @Override
    public List<Movement> trade(LocalDate date) {
        List<Movement> movements = new ArrayList<>();
        for (int lag : LAGS) {
            for (Step step : steps.get(date.minusDays(lag))) {
                if (step.lag() == lag) {
                    movements.add(step.movement());
                }
            }
        }
        movements.sort(Movement.BY_TIME);
        return movements;
    }

    private List<Step> place(LocalDate date) {
        List<Step> placed = new ArrayList<>();
        if (!world.isBeforeFirst(date)) {
            Dice dice = world.dice(LEDGER, date);
            int count = dice.between(4, 7) * world.volume();
            for (int i = 0; i < count; i++) {
                placeOrder(dice, date, "fjordgarn-" + date.toEpochDay() + "-" + (1000 + i), placed);
            }
        }
        return placed;
    }

    private static void placeOrder(Dice dice, LocalDate date, String reference, List<Step> to) {
        long total = dice.between(199, 2_490) * 100L - (dice.oneIn(2) ? 10 : 0);
        List<Long> captured = dice.between(1, 100) <= 70 ? List.of(total) : parts(dice, total);
        boolean atOnce = captured.size() > 1 || dice.oneIn(2);
        for (int i = 0; i < captured.size(); i++) {
            int lag = LAGS[atOnce ? i : i + 1];
            to.add(new Step(lag, capture(dice, date.plusDays(lag), reference, captured.get(i))));
        }
        if (dice.between(1, 100) <= 12) {
            refund(dice, date, reference, captured, to);
        }
    }

    private static List<Long> parts(Dice dice, long total) {
        long first = total * dice.between(20, 60) / 100;
        long second = total * dice.between(10, 30) / 100;
        return dice.oneIn(3) ? List.of(first, second, total - first - second) : List.of(first, total - first);
    }

    private static Movement capture(Dice dice, LocalDate date, String reference, long amount) {
        boolean nearCutoff = dice.oneIn(20);
        int second =
                nearCutoff ? dice.between(NEAR_CUTOFF, Oslo.DAY_SECONDS - 1) : dice.between(0, Oslo.DAY_SECONDS - 1);
        long micros = Oslo.micros(date, second, dice.between(0, 999_999));
        boolean late = second >= NEAR_CUTOFF && dice.oneIn(2);
        return Movement.capture(micros, reference, amount, fees(dice, amount), late);
    }

    private static List<Long> fees(Dice dice, long amount) {
        int kind = dice.between(1, 30);
        if (kind == 1) {
            return List.of(HALF_FEE.of(amount), HALF_FEE.of(amount));
        }
        return kind <= 8 ? List.of(FEE.of(amount), CARD_FEE) : List.of(FEE.of(amount));
    }

    /** A third of the refunds give everything back in two parts, a third the first capture, a third a piece of it. */
    private static void refund(Dice dice, LocalDate date, String reference, List<Long> captured, List<Step> to) {
        long first = captured.get(0);
        long total = captured.stream().mapToLong(Long::longValue).sum();
        switch (dice.between(1, 3)) {
            case 1 -> {
                to.add(refundAt(dice, date, 5, reference, total / 3));
                to.add(refundAt(dice, date, 11, reference, total - total / 3));
            }
            case 2 -> to.add(refundAt(dice, date, 5, reference, first));
            default -> to.add(refundAt(dice, date, 11, reference, first * dice.between(20, 80) / 100));
        }
    }

    private static Step refundAt(Dice dice, LocalDate date, int lag, String reference, long amount) {
        int second = dice.between(Oslo.DAY_SECONDS / 3, Oslo.DAY_SECONDS - 1);
        long micros = Oslo.micros(date.plusDays(lag), second, dice.between(0, 999_999));
        return new Step(lag, Movement.refund(micros, reference, amount));
    }
}
