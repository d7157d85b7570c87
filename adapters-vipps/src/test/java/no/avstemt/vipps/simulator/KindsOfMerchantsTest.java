package no.avstemt.vipps.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KindsOfMerchantsTest {
    private static final LocalDate UNTIL = SimulatedYear.UNTIL;
    private static final LocalDate FIRST = UNTIL.minusDays(119);

    private VippsSimulator simulator;
    private Caller caller;

    @BeforeAll
    void start() {
        simulator = VippsSimulator.start(SimulatorSettings.between(0, 1, FIRST, UNTIL), Clock.systemUTC());
        caller = new Caller(simulator).signedIn();
    }

    @AfterAll
    void stop() {
        simulator.close();
    }

    @Test
    void the_sports_club_tells_what_every_payment_was_for_and_nothing_of_vat() {
        List<JsonNode> sales = sales(SimulatedYear.SPORTS_CLUB);

        assertTrue(sales.size() > 1_000);
        for (JsonNode sale : sales) {
            assertFalse(sale.get("classification").get("salesCategory").isNull());
            assertTrue(sale.get("amounts").get("vat").isNull());
            assertTrue(sale.get("lines").isEmpty());
            assertTrue(Math.abs(sale.get("amounts").get("gross").asLong()) <= 90_000);
        }
    }

    @Test
    void the_bookshop_has_its_fees_invoiced_on_the_last_of_the_month_and_none_retained() {
        List<JsonNode> fees = rows(SimulatedYear.BOOKSHOP, "fees");
        Set<LocalDate> invoiced = dates(fees, "fees-invoiced");
        Set<LocalDate> lastOfMonths = FIRST.datesUntil(UNTIL.plusDays(1))
                .filter(date -> date.getDayOfMonth() == date.lengthOfMonth())
                .collect(Collectors.toSet());

        assertEquals(lastOfMonths, invoiced);
        assertTrue(dates(fees, "fees-retained").isEmpty());
        assertTrue(dates(rows(SimulatedYear.BOOKSHOP, "funds"), "fees-retained").isEmpty());
        fees.stream()
                .filter(row -> type(row).equals("fees-invoiced"))
                .forEach(row -> assertEquals(0, row.get("balanceAfter").asLong()));
    }

    @Test
    void the_bookshop_is_paid_out_every_sunday_and_stamped_early_on_monday() {
        List<JsonNode> funds = rows(SimulatedYear.BOOKSHOP, "funds");
        Set<LocalDate> sundays = FIRST.datesUntil(UNTIL.plusDays(1))
                .filter(date -> date.getDayOfWeek() == DayOfWeek.SUNDAY)
                .collect(Collectors.toSet());

        assertEquals(sundays, dates(funds, "payout-scheduled"));
        funds.stream().filter(row -> type(row).equals("payout-scheduled")).forEach(row -> {
            assertEquals(0, row.get("balanceAfter").asLong());
            assertTrue(row.get("time").asString().startsWith(date(row) + "T2"), row::toString);
        });
    }

    @Test
    void at_the_till_cards_and_phones_are_on_the_ledger_and_cash_is_not() {
        Set<String> onLedger = references(rows(SimulatedYear.MUSEUM_TILL, "funds"));
        Set<String> ways = new HashSet<>();
        int cashBack = 0;
        for (JsonNode sale : sales(SimulatedYear.MUSEUM_TILL)) {
            String way = sale.get("paymentType").asString();
            boolean cash = way.equals("CASH");
            ways.add(way);
            assertEquals("MPOS", sale.get("classification").get("solution").asString());
            assertEquals(cash, sale.get("pspReference").isNull());
            assertEquals(!cash, onLedger.contains(sale.get("reference").asString()));
            cashBack += cash && sale.get("entryType").asString().equals("refund") ? 1 : 0;
        }

        assertEquals(Set.of("WALLET", "CARD", "CASH"), ways);
        assertTrue(cashBack > 0);
    }

    @Test
    void baskets_at_the_till_have_all_three_rates_of_vat() {
        Set<Integer> rates = new HashSet<>();
        for (JsonNode sale : sales(SimulatedYear.MUSEUM_TILL)) {
            assertTrue(sale.get("completeness").get("hasVatBreakdown").asBoolean());
            sale.get("lines").forEach(line -> rates.add(line.get("vatRate").asInt()));
        }

        assertEquals(Set.of(1200, 1500, 2500), rates);
    }

    @Test
    void a_shop_that_books_its_own_sales_has_none_at_vipps() {
        assertEquals(List.of(), sales(SimulatedYear.CLIMBING_SHOP));
        assertTrue(rows(SimulatedYear.CLIMBING_SHOP, "funds").size() > 500);
    }

    @Test
    void the_florists_two_units_share_a_ledger_and_every_payment_names_its_own() {
        JsonNode ledger = caller.ledgers().stream()
                .filter(item -> item.get("ledgerId").asString().equals(SimulatedYear.FLORIST))
                .findFirst()
                .orElseThrow();
        List<String> handles = new ArrayList<>();
        ledger.get("settlesForRecipientHandles").forEach(handle -> handles.add(handle.asString()));
        Set<String> named = new HashSet<>();
        for (JsonNode row : rows(SimulatedYear.FLORIST, "funds")) {
            if (type(row).equals("capture")) {
                named.add(row.get("recipientHandle").asString());
            }
        }

        assertEquals(List.of("NO:77815", "api:921604"), handles);
        assertEquals(2, ledger.get("salesUnits").size());
        assertEquals(Set.copyOf(handles), named);
    }

    @Test
    void only_the_florists_vippsnummer_has_sales() {
        Set<String> ofShop = rows(SimulatedYear.FLORIST, "funds").stream()
                .filter(row -> row.get("recipientHandle").asString("").equals("NO:77815"))
                .map(row -> row.get("pspReference").asString())
                .collect(Collectors.toSet());
        Set<String> sold = sales(SimulatedYear.FLORIST).stream()
                .map(sale -> sale.get("pspReference").asString())
                .collect(Collectors.toSet());

        assertEquals(ofShop, sold);
    }

    @Test
    void a_reserve_stays_on_the_kayak_ledger_at_every_payout() {
        List<JsonNode> payouts = rows(SimulatedYear.KAYAKS, "funds").stream()
                .filter(row -> type(row).equals("payout-scheduled"))
                .toList();

        assertTrue(payouts.size() > 90);
        payouts.forEach(row -> assertTrue(row.get("balanceAfter").asLong() > 0, row::toString));
    }

    private List<JsonNode> rows(String ledger, String topic) {
        return caller.feed(SimulatedYear.feed(ledger, topic));
    }

    private List<JsonNode> sales(String ledger) {
        return caller.pages(SimulatedYear.sales(ledger) + "?pageSize=1000");
    }

    private static Set<String> references(List<JsonNode> rows) {
        return rows.stream()
                .filter(row -> row.has("reference"))
                .map(row -> row.get("reference").asString())
                .collect(Collectors.toSet());
    }

    private static Set<LocalDate> dates(List<JsonNode> rows, String type) {
        return rows.stream()
                .filter(row -> type(row).equals(type))
                .map(KindsOfMerchantsTest::date)
                .collect(Collectors.toSet());
    }

    private static String type(JsonNode row) {
        return row.get("entryType").asString();
    }

    private static LocalDate date(JsonNode row) {
        return LocalDate.parse(row.get("ledgerDate").asString());
    }
}
