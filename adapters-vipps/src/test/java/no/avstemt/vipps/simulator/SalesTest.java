package no.avstemt.vipps.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SalesTest {
    private static final Map<String, Instant> FLOORS = Map.of(
            "VARIABLE_AMOUNT", Instant.parse("2026-03-16T09:28:00Z"),
            "SHOPPING_BASKET", Instant.parse("2026-04-22T11:04:00Z"));

    private VippsSimulator simulator;
    private Caller caller;

    @BeforeAll
    void start() {
        simulator = VippsSimulator.start(SimulatedYear.settings(), Clock.systemUTC());
        caller = new Caller(simulator).signedIn();
    }

    @AfterAll
    void stop() {
        simulator.close();
    }

    @Test
    void a_sale_has_the_references_and_the_amount_of_its_payment() {
        for (String ledger : List.of(SimulatedYear.CAFE, SimulatedYear.CONCERTS)) {
            Map<String, JsonNode> payments = payments(ledger);
            for (JsonNode sale : sales(ledger)) {
                JsonNode payment = Objects.requireNonNull(
                        payments.get(sale.get("pspReference").asString()));

                assertEquals(payment.get("reference"), sale.get("reference"));
                assertEquals(payment.get("entryType"), sale.get("entryType"));
                assertEquals(payment.get("amount"), sale.get("amounts").get("gross"));
                assertEquals(
                        payment.get("time").asString().substring(0, 19),
                        sale.get("time").asString().substring(0, 19));
            }
        }
    }

    @Test
    void after_both_floors_every_payment_on_a_vippsnummer_has_exactly_one_sale() {
        for (String ledger : List.of(SimulatedYear.CAFE, SimulatedYear.CONCERTS)) {
            List<String> sold = sales(ledger).stream()
                    .map(sale -> sale.get("pspReference").asString())
                    .toList();
            Set<String> known = new HashSet<>(sold);

            assertEquals(sold.size(), known.size());
            payments(ledger).forEach((psp, payment) -> {
                if (Instant.parse(payment.get("time").asString()).isAfter(FLOORS.get("SHOPPING_BASKET"))) {
                    assertTrue(known.contains(psp), payment::toString);
                }
            });
        }
    }

    @Test
    void no_sale_is_older_than_the_floor_of_its_kind_and_open_amounts_reach_further_back() {
        List<JsonNode> sales = sales(SimulatedYear.CAFE);

        for (JsonNode sale : sales) {
            Instant floor =
                    FLOORS.get(sale.get("classification").get("solution").asString());
            assertFalse(Instant.parse(sale.get("time").asString()).isBefore(floor), sale::toString);
        }
        Instant first = Instant.parse(sales.get(0).get("time").asString());
        assertTrue(first.isBefore(FLOORS.get("SHOPPING_BASKET")));
    }

    @Test
    void lines_and_vat_add_up_as_documented_except_where_vat_is_left_out() {
        int complete = 0;
        int partial = 0;
        for (String ledger : List.of(SimulatedYear.CAFE, SimulatedYear.CONCERTS)) {
            for (JsonNode sale : sales(ledger)) {
                JsonNode completeness = sale.get("completeness");
                boolean itemised = completeness.get("hasLineItems").asBoolean();
                assertEquals(itemised, !sale.get("lines").isEmpty());
                if (itemised) {
                    assertLinesAddUp(sale);
                }
                if (completeness.get("hasVatBreakdown").asBoolean()) {
                    assertVatAddsUp(sale);
                    complete++;
                } else {
                    assertTrue(sale.get("amounts").get("vat").isNull());
                    assertTrue(sale.get("amounts").get("net").isNull());
                    partial += itemised ? 1 : 0;
                }
            }
        }

        assertTrue(complete > 1_000, "complete: " + complete);
        assertTrue(partial > 20, "partial: " + partial);
    }

    @Test
    void vat_of_a_line_is_rounded_half_up_at_its_rate_and_all_rates_occur() {
        Set<Integer> rates = new HashSet<>();
        for (String ledger : List.of(SimulatedYear.CAFE, SimulatedYear.CONCERTS)) {
            for (JsonNode line : lines(sales(ledger))) {
                if (line.has("vatRate")) {
                    int rate = line.get("vatRate").asInt();
                    rates.add(rate);
                    BigDecimal exact =
                            BigDecimal.valueOf(line.get("lineTotalGross").asLong() * rate);
                    long vat = exact.divide(BigDecimal.valueOf(10_000L + rate), 0, RoundingMode.HALF_UP)
                            .longValueExact();
                    assertEquals(vat, line.get("vatAmount").asLong(), line::toString);
                }
            }
        }

        assertEquals(Set.of(0, 1200, 1500, 2500), rates);
    }

    @Test
    void refunds_are_negative_and_discounts_occur() {
        List<JsonNode> sales = sales(SimulatedYear.CAFE);
        List<JsonNode> refunds = sales.stream()
                .filter(sale -> sale.get("entryType").asString().equals("refund"))
                .toList();

        assertTrue(refunds.size() > 10);
        refunds.forEach(sale -> {
            assertTrue(sale.get("amounts").get("gross").asLong() < 0);
            sale.get("lines").forEach(line -> assertTrue(line.get("quantity").asLong() < 0));
        });
        assertTrue(
                lines(sales).stream().anyMatch(line -> line.get("discountTotal").asLong() > 0));
    }

    @Test
    void a_payment_integration_has_no_sales() {
        assertEquals(List.of(), sales(SimulatedYear.WEB_SHOP));
    }

    @Test
    void the_feed_has_the_sales_of_every_date() {
        Map<String, List<JsonNode>> ofDates = sales(SimulatedYear.CAFE).stream()
                .collect(Collectors.groupingBy(
                        sale -> Instant.parse(sale.get("time").asString())
                                .atZone(ZoneId.of("Europe/Oslo"))
                                .toLocalDate()
                                .toString()));

        SimulatedYear.someDates()
                .forEach(date -> assertEquals(
                        ofDates.getOrDefault(date.toString(), List.of()),
                        caller.pages(SimulatedYear.sales(SimulatedYear.CAFE) + "/dates/" + date + "?pageSize=3")));
    }

    @Test
    void the_page_size_is_100_unless_asked_for_and_the_feed_repeats_its_last_cursor() {
        String path = SimulatedYear.sales(SimulatedYear.CAFE);
        assertEquals(100, caller.ok(path).get("items").size());
        assertEquals(1000, caller.ok(path + "?pageSize=1000").get("items").size());

        JsonNode page = caller.ok(path + "?pageSize=1000");
        while (page.get("hasMore").asBoolean()) {
            page = caller.ok(path + "?pageSize=1000&cursor="
                    + Caller.encoded(page.get("cursor").asString()));
        }
        JsonNode again =
                caller.ok(path + "?cursor=" + Caller.encoded(page.get("cursor").asString()));
        assertEquals(page.get("cursor"), again.get("cursor"));
        assertTrue(again.get("items").isEmpty());
        assertFalse(again.get("hasMore").asBoolean());
    }

    @Test
    void an_open_date_and_one_before_the_floor_have_no_sales() {
        for (LocalDate date : List.of(SimulatedYear.UNTIL.plusDays(1), SimulatedYear.FIRST)) {
            JsonNode page = caller.ok(SimulatedYear.sales(SimulatedYear.CAFE) + "/dates/" + date);

            assertTrue(page.get("items").isEmpty());
            assertFalse(page.get("hasMore").asBoolean());
        }
    }

    private static void assertLinesAddUp(JsonNode sale) {
        long gross = 0;
        for (JsonNode line : sale.get("lines")) {
            long total =
                    line.get("unitPriceGross").asLong() * line.get("quantity").asLong()
                            - line.get("discountTotal").asLong();
            assertEquals(total, line.get("lineTotalGross").asLong());
            gross += total;
        }
        assertEquals(gross, sale.get("amounts").get("gross").asLong());
    }

    private static void assertVatAddsUp(JsonNode sale) {
        long vat = 0;
        for (JsonNode line : sale.get("lines")) {
            vat += line.get("vatAmount").asLong();
            assertEquals(
                    line.get("lineTotalGross").asLong(),
                    line.get("lineTotalNet").asLong() + line.get("vatAmount").asLong());
        }
        JsonNode amounts = sale.get("amounts");
        assertEquals(vat, amounts.get("vat").asLong());
        assertEquals(amounts.get("gross").asLong(), amounts.get("net").asLong() + vat);
    }

    private static List<JsonNode> lines(List<JsonNode> sales) {
        List<JsonNode> lines = new ArrayList<>();
        sales.forEach(sale -> sale.get("lines").forEach(lines::add));
        return lines;
    }

    private List<JsonNode> sales(String ledger) {
        return caller.pages(SimulatedYear.sales(ledger) + "?pageSize=1000");
    }

    private Map<String, JsonNode> payments(String ledger) {
        return caller.feed(SimulatedYear.feed(ledger, "funds")).stream()
                .filter(row -> !row.get("recipientHandle").isNull())
                .collect(Collectors.toMap(row -> row.get("pspReference").asString(), Function.identity()));
    }
}
