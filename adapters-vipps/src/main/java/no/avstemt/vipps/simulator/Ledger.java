package no.avstemt.vipps.simulator;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;

/**
 * A merchant's ledger from the world's first date to its last. Kept per date are the opening balances and the number of
 * rows; the rows themselves are made when asked for.
 */
final class Ledger {
    private final Merchant merchant;
    private final World world;
    private final LocalDate last;
    private final long[] openingFunds;
    private final long[] openingFees;
    private final int[] nextPayout;
    private final int[][] counts;
    private final List<Planted> planted = new ArrayList<>();
    private final Recent<List<Movement>> trades;
    private final Recent<LedgerDay> days;

    Ledger(Merchant merchant, World world) {
        this.merchant = merchant;
        this.world = world;
        last = world.until();
        openingFunds = new long[world.days() + 1];
        openingFees = new long[world.days() + 1];
        nextPayout = new int[world.days() + 1];
        counts = new int[Topic.values().length][world.days()];
        trades = new Recent<>(4, merchant::trade, List::size);
        days = new Recent<>(8, this::write, LedgerDay::rows);
        remember(0, Balances.FIRST);
        for (int i = 0; i < world.days(); i++) {
            remember(i, days.get(world.first().plusDays(i)));
        }
    }

    private Ledger(Ledger whole, LocalDate last) {
        merchant = whole.merchant;
        world = whole.world;
        this.last = last;
        openingFunds = whole.openingFunds;
        openingFees = whole.openingFees;
        nextPayout = whole.nextPayout;
        counts = whole.counts;
        planted.addAll(
                whole.planted.stream().filter(one -> !one.date().isAfter(last)).toList());
        trades = whole.trades;
        days = whole.days;
    }

    /** The same ledger, but it ends earlier; not before its first date. */
    Ledger toldUntil(LocalDate date) {
        LocalDate earliest = first().minusDays(1);
        LocalDate end = date.isBefore(earliest) ? earliest : date;
        return end.isBefore(last) ? new Ledger(this, end) : this;
    }

    LedgerIdentity identity() {
        return merchant.ledger();
    }

    LocalDate first() {
        return world.first();
    }

    LocalDate last() {
        return last;
    }

    boolean has(LocalDate date) {
        return !date.isBefore(first()) && !date.isAfter(last());
    }

    LedgerDay day(LocalDate date) {
        return days.get(date);
    }

    int count(Topic topic, LocalDate date) {
        return counts[topic.ordinal()][index(date)];
    }

    long count(Topic topic) {
        long sum = 0;
        for (LocalDate date = first(); has(date); date = date.plusDays(1)) {
            sum += count(topic, date);
        }
        return sum;
    }

    List<Planted> planted() {
        return Collections.unmodifiableList(planted);
    }

    /** Looks through every date that has sales: for a single question, not for a stream. */
    List<SoldMovement> sales(Predicate<SoldMovement> wanted) {
        List<SoldMovement> found = new ArrayList<>();
        for (LocalDate date = first(); !date.isAfter(last()); date = date.plusDays(1)) {
            if (count(Topic.SALES, date) > 0) {
                day(date).sales().stream().filter(wanted).forEach(found::add);
            }
        }
        return found;
    }

    Balances opening(LocalDate date) {
        int i = index(date);
        return new Balances(openingFunds[i], openingFees[i], nextPayout[i]);
    }

    Balances closing() {
        return opening(last().plusDays(1));
    }

    private LedgerDay write(LocalDate date) {
        return DayBook.write(merchant, date, opening(date), trades::get, this::day);
    }

    private void remember(int index, LedgerDay day) {
        for (Topic topic : Topic.values()) {
            counts[topic.ordinal()][index] = day.count(topic);
        }
        planted.addAll(day.planted());
        remember(index + 1, day.closing());
    }

    private void remember(int index, Balances balances) {
        openingFunds[index] = balances.funds();
        openingFees[index] = balances.fees();
        nextPayout[index] = balances.nextPayout();
    }

    private int index(LocalDate date) {
        return world.dayNumber(date);
    }
}
