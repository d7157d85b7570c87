package no.avstemt.domain.posting;

import static no.avstemt.domain.Given.line;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import no.avstemt.domain.Given;
import no.avstemt.domain.chart.TaxCode;
import no.avstemt.domain.client.SalesUnit;
import no.avstemt.domain.client.VatRegistration;
import no.avstemt.domain.journal.SettlementLink;
import no.avstemt.domain.sale.OrderCapture;
import no.avstemt.domain.sale.Sale;
import no.avstemt.domain.sale.SaleLine;
import no.avstemt.domain.settlement.SettlementEntry;
import no.avstemt.domain.settlement.StoredEntry;
import no.avstemt.domain.settlement.Topic;
import org.junit.jupiter.api.Test;

class VatSplitTest {

    @Test
    void the_sale_tells_its_own_vat_also_where_it_is_one_ore_off() {
        Sale sale = Given.sale(
                Sale.Kind.CAPTURE, "1001", "purchase-1", true, line(11000, 1500, 1434), line(12000, 2500, 2400));

        assertEquals("31 -9566 -1434, 3 -9600 -2400", booked(Given.capture(23000), sale));
    }

    @Test
    void vat_is_computed_on_the_sum_of_a_rate_when_the_sale_does_not_tell_it() {
        Sale sale =
                Given.sale(Sale.Kind.CAPTURE, "1001", "purchase-1", false, line(333, 2500, -1), line(333, 2500, -1));

        assertEquals("3 -533 -133", booked(Given.capture(666), sale));
    }

    /** In three parts, each rounded by itself, the tax became 2501. */
    @Test
    void a_refund_is_split_by_what_its_order_was_sold_for_of_each_code_however_many_sales_it_had() {
        Share large = Share.of(TaxCode.OUTPUT_HIGH, 12500, 2500);
        Share small = Share.of(TaxCode.OUTPUT_HIGH, 5000, 1000);
        Share food = Share.of(TaxCode.OUTPUT_MIDDLE, 11500, 1500);

        assertEquals(
                List.of(Share.of(TaxCode.OUTPUT_HIGH, 12500, 2500)),
                VatSplit.inProportionTo(12500, List.of(small, small, large)).shares());
        assertEquals(
                List.of(Share.of(TaxCode.OUTPUT_HIGH, 10000, 2000), Share.of(TaxCode.OUTPUT_MIDDLE, 11500, 1500)),
                VatSplit.inProportionTo(21500, List.of(small, food, small)).shares());
    }

    @Test
    void a_line_without_rate_takes_the_default_code_and_is_counted() {
        Sale sale =
                Given.sale(Sale.Kind.CAPTURE, "1001", "purchase-1", false, line(11500, 1500, 1500), line(1000, -1, -1));

        BookedDay day = book(Given.capture(12500), sale);

        assertEquals("31 -10000 -1500, 3 -800 -200", told(day));
        assertEquals(1, day.defaultVatEntries());
        assertEquals(1000, day.defaultVatAmount());
        assertTrue(day.findings().isEmpty());
    }

    @Test
    void what_the_sale_does_not_explain_of_the_capture_is_a_finding() {
        Sale sale = Given.sale(Sale.Kind.CAPTURE, "1001", "purchase-1", true, line(10000, 2500, 2000));

        BookedDay day = book(Given.capture(12500), sale);

        assertEquals("3 -10000 -2500", told(day));
        assertEquals(
                List.of("V-08 2500"),
                day.findings().stream()
                        .map(finding ->
                                finding.code().number() + " " + finding.amount().minor())
                        .toList());
    }

    @Test
    void a_rate_that_the_law_does_not_have_takes_the_default_code_and_is_a_finding() {
        BookedDay day =
                book(Given.capture(1000), Given.sale(Sale.Kind.CAPTURE, "1001", "r", true, line(1000, 2000, 167)));

        assertEquals("3 -800 -200", told(day));
        assertEquals("V-10", day.findings().get(0).code().number());
    }

    @Test
    void lines_with_rates_that_the_law_does_not_have_are_one_finding_with_their_sum() {
        BookedDay day = book(
                Given.capture(3000),
                Given.sale(Sale.Kind.CAPTURE, "1001", "r", true, line(1000, 2000, 167), line(2000, 1300, 230)));

        assertEquals(
                List.of("V-10 3000"),
                day.findings().stream()
                        .map(finding ->
                                finding.code().number() + " " + finding.amount().minor())
                        .toList());
    }

    @Test
    void rate_zero_is_what_the_unit_says_it_is() {
        Sale sale = Given.sale(Sale.Kind.CAPTURE, "1001", "r", true, line(1000, 0, 0));

        assertEquals("5 -1000 0", booked(Given.capture(1000), sale));
    }

    @Test
    void a_refund_without_a_sale_of_its_own_reverses_in_the_proportions_of_its_capture() {
        Sale captured = Given.sale(
                Sale.Kind.CAPTURE, "1001", "purchase-1", true, line(11500, 1500, 1500), line(12500, 2500, 2500));

        assertEquals("31 10000 1500, 3 10000 2500", booked(Given.refund(24000), captured));
        assertEquals("31 5000 750, 3 5000 1250", booked(Given.refund(12000), captured));
    }

    @Test
    void a_refund_whose_own_sale_has_no_lines_reverses_in_the_proportions_of_its_capture() {
        Sale captured = Given.sale(
                Sale.Kind.CAPTURE, "1001", "purchase-1", true, line(11500, 1500, 1500), line(12500, 2500, 2500));
        Sale refund = Given.sale(Sale.Kind.REFUND, "1002", "purchase-1", false);

        BookedDay day = TopicDay.book(
                Given.books(),
                Topic.FUNDS,
                Given.DAY,
                List.of(new StoredEntry(1, Given.refund(12000))),
                new SalesOfEntries(List.of(captured, refund), CAPTURED),
                0);

        assertEquals("31 5000 750, 3 5000 1250", told(day));
        assertTrue(day.findings().isEmpty());
    }

    @Test
    void a_refund_never_reverses_vat_that_its_capture_was_not_booked_with() {
        Sale refund = Given.sale(Sale.Kind.REFUND, "1002", "purchase-1", true, line(11500, 1500, 1500));
        StoredEntry entry = new StoredEntry(1, Given.refund(11500));

        BookedDay afterDefault = TopicDay.book(
                Given.books(),
                Topic.FUNDS,
                Given.DAY,
                List.of(entry),
                new SalesOfEntries(List.of(refund), CAPTURED),
                0);

        assertEquals("3 9200 2300", told(afterDefault));
        assertEquals("31 10000 1500", booked(Given.refund(11500), refund));
    }

    @Test
    void a_client_outside_the_vat_register_has_no_vat_and_a_finding_when_sales_carry_it() {
        Sale sale = Given.sale(Sale.Kind.CAPTURE, "1001", "r", true, line(1250, 2500, 250));
        BookedDay day = TopicDay.book(
                Given.books(VatRegistration.NONE),
                Topic.FUNDS,
                Given.DAY,
                List.of(new StoredEntry(1, Given.capture(1250))),
                new SalesOfEntries(List.of(sale)),
                0);

        assertEquals("7 -1250 0", told(day));
        assertEquals("V-09", day.findings().get(0).code().number());
        assertEquals(250, day.findings().get(0).amount().minor());
    }

    @Test
    void sales_booked_elsewhere_wait_on_the_clearing_account_without_vat() {
        SalesUnit elsewhere = new SalesUnit(
                "NO:57860", "Butikk", SalesUnit.BookedFrom.ELSEWHERE, TaxCode.OUTPUT_HIGH, TaxCode.ZERO_RATED);
        BookedDay day = TopicDay.book(
                Given.books(elsewhere),
                Topic.FUNDS,
                Given.DAY,
                List.of(new StoredEntry(1, Given.capture(1250))),
                new SalesOfEntries(List.of()),
                0);

        assertEquals("1594 -1250", counterpart(day));
    }

    @Test
    void nothing_is_ever_lost_and_every_ore_is_linked() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        int rounds = Boolean.getBoolean("avstemt.test.long") ? 200_000 : 5_000;
        for (int round = 0; round < rounds; round++) {
            List<SaleLine> lines = new ArrayList<>();
            for (int count = random.nextInt(4); count > 0; count--) {
                lines.add(line(random.nextInt(100_000), RATES[random.nextInt(RATES.length)], random.nextInt(3) - 1));
            }
            long told = lines.stream().mapToLong(SaleLine::gross).sum();
            long amount = random.nextInt(3) == 0 ? 1 + random.nextInt(100_000) : told;
            SettlementEntry entry = random.nextBoolean() ? Given.capture(amount) : Given.refund(amount);
            Sale.Kind kind = random.nextBoolean() ? Sale.Kind.CAPTURE : Sale.Kind.REFUND;
            Sale sale = Given.sale(
                    kind,
                    random.nextBoolean() ? "1001" : "1002",
                    "purchase-1",
                    random.nextBoolean(),
                    lines.toArray(SaleLine[]::new));

            BookedDay day = book(entry, sale);

            assertLinked(day, entry, "seed " + seed + " round " + round);
        }
    }

    private static final List<OrderCapture> CAPTURED = List.of(new OrderCapture("purchase-1", Given.DAY, 24000));
    private static final int[] RATES = {-1, 0, 1111, 1200, 1500, 2000, 2500};

    private static void assertLinked(BookedDay day, SettlementEntry entry, String where) {
        List<SettlementLink> links = day.entry().links();
        long own = links.stream()
                .filter(link -> link.linkNo() == 0)
                .mapToLong(SettlementLink::amount)
                .sum();
        assertEquals(entry.amount().minor(), own, where);
        day.entry().lines().forEach(line -> {
            long linked = links.stream()
                    .filter(link -> link.lineNo() == line.lineNo())
                    .mapToLong(SettlementLink::amount)
                    .sum();
            assertEquals(line.amount(), linked, where + " line " + line);
        });
    }

    private static String booked(SettlementEntry entry, Sale sale) {
        return told(book(entry, sale));
    }

    private static BookedDay book(SettlementEntry entry, Sale sale) {
        return TopicDay.book(
                Given.books(),
                Topic.FUNDS,
                Given.DAY,
                List.of(new StoredEntry(1, entry)),
                new SalesOfEntries(List.of(sale)),
                0);
    }

    /** Code, base and tax of each base line. */
    private static String told(BookedDay day) {
        return day.entry().lines().stream()
                .filter(line -> line.taxCode().isPresent())
                .map(line -> line.taxCode().get() + " " + line.taxBase().orElseThrow() + " "
                        + line.taxAmount().orElseThrow())
                .collect(Collectors.joining(", "));
    }

    private static String counterpart(BookedDay day) {
        return day.entry().lines().get(1).account() + " "
                + day.entry().lines().get(1).amount();
    }
}
