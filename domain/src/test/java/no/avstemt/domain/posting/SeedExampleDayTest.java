package no.avstemt.domain.posting;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import no.avstemt.domain.Given;
import no.avstemt.domain.journal.JournalEntry;
import no.avstemt.domain.journal.JournalLine;
import no.avstemt.domain.settlement.SettlementEntry;
import no.avstemt.domain.settlement.StoredEntry;
import no.avstemt.domain.settlement.Topic;
import org.junit.jupiter.api.Test;

/** The example day of Vipps's own guide, captures at 25 %, must end on these seven balances. */
class SeedExampleDayTest {

    private static final List<SettlementEntry> FUNDS = List.of(
            Given.entry(Topic.FUNDS, "capture", 10000, "3343121302", "purchase-12", 0),
            Given.entry(Topic.FUNDS, "capture", 10000, "3334234112", "purchase-12", 10000),
            Given.entry(Topic.FUNDS, "capture", 20000, "3259823497", "purchase-14", 20000),
            Given.entry(Topic.FUNDS, "refund", -10000, "1154320987", "purchase-12", 40000),
            Given.entry(Topic.FUNDS, "fees-retained", -1200, "01H7W7Q6Y5R-3G58CTAZX0MHKV2", "", 30000),
            Given.entry(
                    Topic.FUNDS,
                    "scheduled-for-payout",
                    -28800,
                    "2000023",
                    "Vipps utbet. 2000023 Vippsnr 57860",
                    28800));

    private static final List<SettlementEntry> FEES = List.of(
            Given.entry(Topic.FEES, "capture-fee", -400, "3343121302", "purchase-12", 0),
            Given.entry(Topic.FEES, "capture-fee", -400, "3334234112", "purchase-12", -400),
            Given.entry(Topic.FEES, "capture-fee", -400, "3259823497", "purchase-14", -800),
            Given.entry(Topic.FEES, "fees-retained", 1200, "01H7W7Q6Y5R3G58CTAZX0MHKV2", "", -1200));

    @Test
    void ends_on_the_seven_balances() {
        TreeMap<String, Long> balances = new TreeMap<>();
        for (JournalEntry entry : List.of(book(Topic.FUNDS, FUNDS), book(Topic.FEES, FEES))) {
            entry.lines().forEach(line -> balances.merge(line.account().digits(), line.amount(), Long::sum));
        }

        assertEquals(
                new TreeMap<>(java.util.Map.of(
                        "1577", 0L, "1592", 0L, "2992", 0L, "1591", 28800L, "7771", 1200L, "3000", -24000L, "2700",
                        -6000L)),
                balances);
    }

    @Test
    void shows_each_kind_of_movement_on_lines_of_its_own() {
        List<String> lines = book(Topic.FUNDS, FUNDS).lines().stream()
                .map(SeedExampleDayTest::told)
                .toList();

        assertEquals(
                List.of(
                        "1577 40000 capture",
                        "3000 -32000 capture code 3 base -32000 tax -8000",
                        "2700 -8000 capture",
                        "1577 -10000 refund",
                        "3000 8000 refund code 3 base 8000 tax 2000",
                        "2700 2000 refund",
                        "1577 -1200 fees-retained",
                        "1592 1200 fees-retained",
                        "1577 -28800 scheduled-for-payout",
                        "1591 28800 scheduled-for-payout"),
                lines);
    }

    private static String told(JournalLine line) {
        String tax = line.taxCode()
                .map(code -> " code " + code + " base " + line.taxBase().orElseThrow() + " tax "
                        + line.taxAmount().orElseThrow())
                .orElse("");
        return line.account() + " " + line.amount() + " " + line.description() + tax;
    }

    private static JournalEntry book(Topic topic, List<SettlementEntry> entries) {
        List<StoredEntry> stored = new ArrayList<>();
        Stream.iterate(0, index -> index < entries.size(), index -> index + 1)
                .forEach(index -> stored.add(new StoredEntry(index + 1, entries.get(index))));
        return TopicDay.book(Given.books(), topic, Given.DAY, stored, new SalesOfEntries(List.of()), 0)
                .entry();
    }
}
