package no.avstemt.domain.posting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.avstemt.domain.Given;
import no.avstemt.domain.chart.AccountRole;
import no.avstemt.domain.chart.TaxCode;
import no.avstemt.domain.client.SalesUnit;
import no.avstemt.domain.dimension.DimensionRef;
import no.avstemt.domain.dimension.DimensionSet;
import no.avstemt.domain.dimension.DimensionType;
import no.avstemt.domain.journal.JournalLine;
import no.avstemt.domain.journal.SettlementLink;
import no.avstemt.domain.money.Money;
import no.avstemt.domain.settlement.SettlementEntry;
import no.avstemt.domain.settlement.StoredEntry;
import no.avstemt.domain.settlement.Topic;
import org.junit.jupiter.api.Test;

/** What is sold from a unit carries the department and project that the unit is mapped to. */
class MappedUnitsTest {

    private static final DimensionRef NORTH = new DimensionRef(DimensionType.DEPARTMENT, "10");
    private static final DimensionRef SOUTH = new DimensionRef(DimensionType.DEPARTMENT, "20");
    private static final DimensionRef FAIR = new DimensionRef(DimensionType.PROJECT, "P1");
    private static final SalesUnit NORTH_SHOP = unit("NO:1").mappedTo(Stream.of(NORTH, FAIR));
    private static final SalesUnit SOUTH_SHOP = unit("NO:2").mappedTo(Stream.of(SOUTH));
    private static final SalesUnit KIOSK = unit("NO:3");

    @Test
    void sales_and_vat_of_two_units_stand_on_lines_of_their_own_and_the_money_on_one() {
        BookedDay day =
                book(Topic.FUNDS, capture(1, "NO:1", 12_500), capture(2, "NO:2", 25_000), capture(3, "NO:3", 125));

        assertEquals(
                List.of(
                        "1577 37625 bankacc:12345",
                        "3000 -10000 project:P1 department:10",
                        "2700 -2500 project:P1 department:10",
                        "3000 -20000 department:20",
                        "2700 -5000 department:20",
                        "3000 -100 ",
                        "2700 -25 "),
                told(day));
    }

    @Test
    void fees_of_a_unit_are_its_costs_and_what_is_owed_to_vipps_is_the_ledgers() {
        BookedDay day = book(Topic.FEES, entry(1, Topic.FEES, "capture-fee", "NO:2", -300));

        assertEquals(List.of("2992 -300 bankacc:12345", "7771 300 department:20"), told(day));
    }

    @Test
    void a_type_that_the_account_asks_for_is_the_relation() {
        DimensionSet set = DimensionSet.of(List.of(NORTH, FAIR));

        assertEquals(
                new DimensionSet(Optional.of(FAIR), List.of(NORTH)), set.relatedBy(Optional.of(DimensionType.PROJECT)));
        assertEquals(set, set.relatedBy(Optional.of(DimensionType.TAG)));
        assertEquals(set, set.relatedBy(Optional.empty()));
    }

    @Test
    void a_type_is_always_carried_only_where_every_unit_is_mapped_to_it() {
        assertEquals(
                Set.of(DimensionType.DEPARTMENT),
                CarriedDimensions.always(AccountRole.SALES_HIGH, List.of(NORTH_SHOP, SOUTH_SHOP)));
        assertEquals(
                Set.of(), CarriedDimensions.always(AccountRole.OUTPUT_VAT_LOW, List.of(NORTH_SHOP, SOUTH_SHOP, KIOSK)));
        assertEquals(
                Set.of(DimensionType.BANKACC), CarriedDimensions.always(AccountRole.VIPPS_FUNDS, List.of(NORTH_SHOP)));
        assertEquals(Set.of(), CarriedDimensions.always(AccountRole.SALES_HIGH, List.of()));
        assertTrue(
                CarriedDimensions.always(AccountRole.PAYABLES, List.of(KIOSK)).contains(DimensionType.BUSINESSPARTNER));
    }

    @Test
    void links_add_up_to_every_line_and_every_entry_whatever_the_units_are_mapped_to() {
        long seed = 20_261_121;
        Random random = new Random(seed);
        for (int round = 0; round < 50; round++) {
            List<StoredEntry> entries = new ArrayList<>();
            for (int i = 1; i <= 30; i++) {
                entries.add(capture(i, "NO:" + (1 + random.nextInt(4)), 1 + random.nextInt(100_000)));
            }
            BookedDay day = book(Topic.FUNDS, entries.toArray(StoredEntry[]::new));
            Map<Integer, Long> byLine = new HashMap<>();
            Map<Long, Long> bySource = new HashMap<>();
            for (SettlementLink link : day.entry().links()) {
                byLine.merge(link.lineNo(), link.amount(), Long::sum);
                bySource.merge(link.settlementEntryId(), link.amount(), Long::sum);
            }
            assertEquals(
                    day.entry().lines().stream().collect(Collectors.toMap(JournalLine::lineNo, JournalLine::amount)),
                    byLine,
                    "seed " + seed);
            assertTrue(bySource.values().stream().allMatch(sum -> sum == 0), "seed " + seed);
        }
    }

    private static SalesUnit unit(String handle) {
        return new SalesUnit(handle, handle, SalesUnit.BookedFrom.VIPPS, TaxCode.OUTPUT_HIGH, TaxCode.ZERO_RATED);
    }

    private static BookedDay book(Topic topic, StoredEntry... entries) {
        return TopicDay.book(
                Given.books(NORTH_SHOP, SOUTH_SHOP, KIOSK),
                topic,
                Given.DAY,
                List.of(entries),
                new SalesOfEntries(List.of()),
                0);
    }

    private static StoredEntry capture(long id, String unit, long amount) {
        return entry(id, Topic.FUNDS, "capture", unit, amount);
    }

    private static StoredEntry entry(long id, Topic topic, String type, String unit, long amount) {
        SettlementEntry entry = new SettlementEntry(
                Given.LEDGER,
                topic,
                type,
                Given.DAY,
                Instant.parse("2022-10-01T14:33:00Z"),
                Money.ofOre(amount),
                0,
                amount,
                Optional.of("psp-" + id),
                Optional.of("order-" + id),
                Optional.of(unit));
        return new StoredEntry(id, entry);
    }

    private static List<String> told(BookedDay day) {
        return day.entry().lines().stream()
                .map(line -> line.account() + " " + line.amount() + " "
                        + line.dimensions()
                                .all()
                                .map(ref -> ref.type().apiName() + ":" + ref.key())
                                .collect(Collectors.joining(" ")))
                .toList();
    }
}
