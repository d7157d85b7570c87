package no.avstemt.domain.settlement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.avstemt.domain.money.Money;
import no.avstemt.domain.settlement.RowDifference.Kind;
import org.junit.jupiter.api.Test;

class RowComparisonTest {

    private static final boolean LONG = Boolean.getBoolean("avstemt.test.long");
    private static final LocalDate FIRST = LocalDate.of(2026, 5, 4);

    @Test
    void what_is_the_same_has_no_difference() {
        List<SettlementEntry> date = date(FIRST, 40, 1);

        RowComparison comparison = compare(date, date);

        assertEquals(40, comparison.theirsRows());
        assertEquals(List.of(), differences(comparison, date));
        assertEquals(0, comparison.amount());
    }

    @Test
    void two_equal_fees_on_one_capture_are_two_rows() {
        List<SettlementEntry> date = new ArrayList<>();
        date.add(fee(FIRST, "1", -219, 0));
        date.add(fee(FIRST, "1", -219, -219));

        List<RowDifference> differences = differences(compare(date.subList(0, 1), date), date.subList(0, 1));

        assertEquals(
                List.of(Kind.MISSING),
                differences.stream().map(RowDifference::kind).toList());
        assertEquals(date.get(1), differences.get(0).row());
        assertEquals(-219, differences.get(0).amount());
    }

    @Test
    void another_generation_of_the_api_is_no_difference() {
        SettlementEntry old = payout("scheduled-for-payout", "2000023", "Utb. 2000023 Vippsnr 57860");
        SettlementEntry young = payout("payout-scheduled", "418207-2000023", "");

        assertEquals(List.of(), differences(compare(List.of(old), List.of(young)), List.of(old)));
    }

    @Test
    void a_row_with_a_field_told_in_two_ways_names_the_field_and_both_values() {
        List<SettlementEntry> date = date(FIRST, 10, 2);
        List<SettlementEntry> told = new ArrayList<>(date);
        told.set(4, withAmount(date.get(4), date.get(4).amount().minor() + 1));

        List<RowDifference> differences = differences(compare(date, told), date);

        assertEquals(1, differences.size());
        assertEquals(Kind.CHANGED, differences.get(0).kind());
        assertEquals(List.of(EntryField.AMOUNT), differences.get(0).fields());
        assertEquals(Optional.of(date.get(4)), differences.get(0).ours());
        assertEquals(Optional.of(told.get(4)), differences.get(0).theirs());
        assertEquals(1, differences.get(0).amount());
    }

    @Test
    void rows_that_stand_elsewhere_with_us_for_a_known_reason_are_in_no_other_order() {
        List<SettlementEntry> date = date(FIRST, 8, 4);
        List<RowComparison.Own> ours = new ArrayList<>();
        for (int i : new int[] {0, 1, 5, 6, 7, 2, 3, 4}) {
            ours.add(new RowComparison.Own(date.get(i), i < 2 || i > 4));
        }

        assertEquals(List.of(), differences(RowComparison.of(ours.iterator(), date.iterator()), date));
    }

    @Test
    void memory_grows_with_the_differences_up_to_a_limit_and_the_sum_is_told_beyond() {
        List<SettlementEntry> date = date(FIRST, 3 * RowComparison.MOST_ALONE, 3);
        List<SettlementEntry> late = date.subList(RowComparison.MOST_ALONE + 1, date.size());

        RowComparison comparison = compare(date, late);

        assertTrue(comparison.isTooMany());
        assertEquals(-sum(date.subList(0, RowComparison.MOST_ALONE + 1)), comparison.amount());
        assertEquals(List.of(), differences(comparison, date));
    }

    @Test
    void every_single_fault_is_found_and_its_row_named() {
        int faults = LONG ? 10_000 : 600;
        long seed = System.nanoTime();
        Random random = new Random(seed);
        int found = 0;
        int named = 0;
        for (int i = 0; i < faults; i++) {
            Planted planted = plant(random);
            List<RowDifference> differences = differences(compare(planted.ours, planted.theirs), planted.ours);
            found += differences.isEmpty() ? 0 : 1;
            Set<SettlementEntry> rows = differences.stream()
                    .flatMap(each -> Stream.concat(each.ours().stream(), each.theirs().stream()))
                    .collect(Collectors.toSet());
            boolean right = differences.stream().allMatch(each -> each.kind() == planted.kind)
                    && !Collections.disjoint(rows, planted.rows)
                    && differences.size() <= planted.rows.size();
            named += right ? 1 : 0;
        }
        System.err.println("Faults planted " + faults + ", found " + found + ", named " + named + ", seed " + seed);

        assertEquals(faults, found, "seed " + seed);
        assertTrue(named >= faults * 0.99, "named " + named + " of " + faults + ", seed " + seed);
    }

    private record Planted(
            Kind kind, List<SettlementEntry> ours, List<SettlementEntry> theirs, Set<SettlementEntry> rows) {}

    private static Planted plant(Random random) {
        List<SettlementEntry> date =
                date(FIRST.plusDays(random.nextInt(365)), 2 + random.nextInt(60), random.nextLong());
        List<SettlementEntry> other = new ArrayList<>(date);
        int at = random.nextInt(date.size());
        SettlementEntry row = date.get(at);
        switch (random.nextInt(5)) {
            case 0 -> {
                other.remove(at);
                return new Planted(Kind.LACKING, date, other, Set.of(row));
            }
            case 1 -> {
                other.remove(at);
                return new Planted(Kind.MISSING, other, date, Set.of(row));
            }
            case 2 -> {
                other.add(random.nextInt(date.size() + 1), row);
                return new Planted(Kind.DOUBLED, date, other, Set.of(row));
            }
            case 3 -> {
                other.set(at, withAmount(row, row.amount().minor() + (random.nextBoolean() ? 1 : -1)));
                return new Planted(Kind.CHANGED, date, other, Set.of(row, other.get(at)));
            }
            default -> {
                int with = (at + 1 + random.nextInt(date.size() - 1)) % date.size();
                Collections.swap(other, at, with);
                return new Planted(Kind.MOVED, date, other, Set.of(row, date.get(with)));
            }
        }
    }

    private static RowComparison compare(List<SettlementEntry> ours, List<SettlementEntry> theirs) {
        return RowComparison.of(
                ours.stream().map(row -> new RowComparison.Own(row, true)).iterator(), theirs.iterator());
    }

    private static List<RowDifference> differences(RowComparison comparison, List<SettlementEntry> ours) {
        Set<EntryKey> stored = ours.stream().map(SettlementEntry::key).collect(Collectors.toSet());
        return comparison.differences(keys -> {
            Set<EntryKey> known = new HashSet<>(keys);
            known.retainAll(stored);
            return known;
        });
    }

    private static long sum(List<SettlementEntry> rows) {
        return rows.stream().mapToLong(row -> row.amount().minor()).sum();
    }

    /** A chain of fees, some of them equal and on the same capture. */
    private static List<SettlementEntry> date(LocalDate date, int rows, long seed) {
        Random random = new Random(seed);
        List<SettlementEntry> chain = new ArrayList<>();
        long balance = 0;
        int capture = 0;
        for (int i = 0; i < rows; i++) {
            capture += random.nextInt(3) == 0 ? 0 : 1;
            long amount = -219 - 100L * random.nextInt(3);
            chain.add(fee(date, Integer.toString(capture), amount, balance));
            balance += amount;
        }
        return chain;
    }

    private static SettlementEntry fee(LocalDate date, String capture, long amount, long before) {
        return entry(Topic.FEES, "capture-fee", date, "41200" + capture, "order-" + capture, amount, before);
    }

    private static SettlementEntry payout(String type, String psp, String reference) {
        return entry(Topic.FUNDS, type, FIRST, psp, reference, -28800, 28800);
    }

    private static SettlementEntry entry(
            Topic topic, String type, LocalDate date, String psp, String reference, long amount, long before) {
        return new SettlementEntry(
                new LedgerId("418207"),
                topic,
                type,
                date,
                Instant.parse("2026-05-04T10:00:00Z"),
                Money.ofOre(amount),
                before,
                before + amount,
                Optional.of(psp),
                Optional.of(reference),
                Optional.of("NO:57860"));
    }

    private static SettlementEntry withAmount(SettlementEntry row, long amount) {
        return new SettlementEntry(
                row.ledger(),
                row.topic(),
                row.vippsType(),
                row.ledgerDate(),
                row.time(),
                Money.ofOre(amount),
                row.balanceBefore(),
                row.balanceAfter(),
                row.pspReference(),
                row.reference(),
                row.recipientHandle());
    }
}
