package no.avstemt.vipps.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What the control API does to a ledger. */
class CircumstancesTest {
    private static final LocalDate UNTIL = SimulatedYear.UNTIL;
    private static final LocalDate FIRST = UNTIL.minusDays(39);
    private static final String CAFE = SimulatedYear.CAFE;
    private static final String MUSEUM = "561907";
    private static final String CAFE_HANDLE = "NO:61530";

    private final VippsSimulator simulator = start(UNTIL);
    private final Caller caller = new Caller(simulator).signedIn();

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    void a_withdrawn_grant_takes_the_ledger_from_the_list_and_every_path_until_it_returns() {
        List<String> all = caller.ledgerIds();
        List<JsonNode> rows = caller.feed(SimulatedYear.feed(CAFE, "funds"));

        change(CAFE, "{\"granted\": false}");

        assertEquals(all.stream().filter(id -> !id.equals(CAFE)).toList(), caller.ledgerIds());
        for (String path : List.of(
                SimulatedYear.feed(CAFE, "funds"),
                SimulatedYear.date(CAFE, "fees", UNTIL),
                SimulatedYear.sales(CAFE),
                SimulatedYear.sales(CAFE) + "/references/1")) {
            HttpResponse<String> answer = caller.get(path);
            assertEquals(404, answer.statusCode());
            assertEquals("No such ledgerId", Caller.json(answer).get("detail").asString());
        }

        change(CAFE, "{\"granted\": true}");

        assertEquals(all, caller.ledgerIds());
        assertEquals(rows, caller.feed(SimulatedYear.feed(CAFE, "funds")));
    }

    @Test
    void a_late_report_tells_nothing_of_its_dates_and_then_the_same_as_ever() {
        String feed = SimulatedYear.feed(CAFE, "funds");
        List<JsonNode> rows = caller.feed(feed);
        LocalDate late = UNTIL.minusDays(1);

        change(CAFE, "{\"held_back_from\": \"" + late + "\"}");

        List<JsonNode> before =
                rows.stream().filter(row -> date(row).isBefore(late)).toList();
        assertTrue(before.size() < rows.size());
        assertEquals(before, caller.feed(feed));
        assertTrue(isOpen(late));
        assertFalse(isOpen(late.minusDays(1)));

        change(CAFE, "{\"held_back_from\": null}");

        assertEquals(rows, caller.feed(feed));
        assertFalse(isOpen(UNTIL));
    }

    @Test
    void days_that_are_added_are_those_of_a_world_that_was_longer_from_the_start() {
        JsonNode cursor = caller.ok(SimulatedYear.feed(CAFE, "fees"));

        JsonNode state = Caller.json(caller.control("POST", "/days", "{\"days\": 5}"));

        assertEquals(UNTIL.plusDays(5).toString(), state.get("until").asString());
        try (VippsSimulator longer = start(UNTIL.plusDays(5))) {
            Caller other = new Caller(longer).signedIn();
            for (String ledger : other.ledgerIds()) {
                for (String path : List.of(SimulatedYear.feed(ledger, "funds"), SimulatedYear.feed(ledger, "fees"))) {
                    assertEquals(other.feed(path), caller.feed(path));
                }
                assertEquals(other.pages(SimulatedYear.sales(ledger)), caller.pages(SimulatedYear.sales(ledger)));
            }
            assertEquals(
                    other.getWithout("/_balances").body(),
                    caller.getWithout("/_balances").body());
        }
        String next = SimulatedYear.feed(CAFE, "fees") + "?cursor="
                + Caller.encoded(cursor.get("cursor").asString());
        assertEquals(200, caller.get(next).statusCode());
    }

    @Test
    void a_world_ends_at_ten_years() {
        try (VippsSimulator old = VippsSimulator.start(new SimulatorSettings(0, 1, 3660, UNTIL), Clock.systemUTC())) {
            HttpResponse<String> refused = new Caller(old).control("POST", "/days", "{}");

            assertEquals(400, refused.statusCode());
            assertTrue(refused.body().contains("may have 3660 days"), refused::body);
        }
    }

    @Test
    void a_quiet_day_has_no_customers_nobody_is_paid_back_for_it_later_and_the_chain_holds() {
        LocalDate quiet = UNTIL.plusDays(2);
        List<JsonNode> before = caller.feed(SimulatedYear.feed(CAFE, "funds"));

        change(CAFE, "{\"quiet_dates\": [\"" + quiet + "\"]}");
        caller.control("POST", "/days", "{\"days\": 20}");

        List<JsonNode> rows = caller.feed(SimulatedYear.feed(CAFE, "funds"));
        assertEquals(before, rows.subList(0, before.size()));
        assertTrue(rows.stream().noneMatch(row -> date(row).equals(quiet) && isPayment(row)));
        assertTrue(rows.stream().anyMatch(row -> date(row).equals(quiet.plusDays(1)) && isPayment(row)));
        assertEquals(List.of(), caller.pages(SimulatedYear.sales(CAFE) + "/dates/" + quiet));
        assertFalse(isOpen(quiet));
        assertChained(rows);
        assertRefundsAreOfSales(rows);
    }

    @Test
    void a_closed_unit_goes_from_the_list_and_nothing_more_is_sold_there() {
        List<JsonNode> before = caller.feed(SimulatedYear.feed(CAFE, "funds"));
        LocalDate from = UNTIL.plusDays(2);

        change(CAFE, "{\"closed_units\": {\"" + CAFE_HANDLE + "\": \"" + from + "\"}}");
        assertEquals(1, handles().size());
        caller.control("POST", "/days", "{}");
        assertEquals(0, handles().size());
        caller.control("POST", "/days", "{\"days\": 5}");

        List<JsonNode> rows = caller.feed(SimulatedYear.feed(CAFE, "funds"));
        assertEquals(before, rows.subList(0, before.size()));
        assertTrue(rows.stream().anyMatch(row -> date(row).equals(from.minusDays(1)) && isPayment(row)));
        assertTrue(rows.stream().noneMatch(row -> !date(row).isBefore(from) && isPayment(row)));
        assertEquals(
                0,
                caller.ok("/settlement/v1/ledgers?settlesForRecipientHandles=" + CAFE_HANDLE)
                        .get("items")
                        .size());
    }

    @Test
    void cards_that_go_elsewhere_stand_among_sales_and_leave_no_row_on_the_ledger() {
        LocalDate from = UNTIL.plusDays(1);
        change(MUSEUM, "{\"cards_elsewhere_from\": \"" + from + "\"}");
        assertEquals(200, caller.control("POST", "/days", "{\"days\": 7}").statusCode());

        int before = 0;
        int elsewhere = 0;
        for (JsonNode sale : caller.pages(SimulatedYear.sales(MUSEUM))) {
            if (sale.get("paymentType").asString().equals("CARD")) {
                boolean isOnLedger = !sale.get("pspReference").isNull();
                boolean isBefore = LocalDate.parse(sale.get("time").asString().substring(0, 10))
                        .isBefore(from);
                assertEquals(isBefore, isOnLedger, sale::toString);
                before += isBefore ? 1 : 0;
                elsewhere += isBefore ? 0 : 1;
            }
        }
        assertTrue(before > 10 && elsewhere > 3, before + " " + elsewhere);
        assertChained(caller.feed(SimulatedYear.feed(MUSEUM, "funds")));
        HttpResponse<String> back = caller.control("PATCH", "/ledgers/" + MUSEUM, "{\"cards_elsewhere_from\": null}");
        assertEquals(400, back.statusCode(), back::body);
    }

    @Test
    void every_merchant_may_be_quiet_for_a_year() {
        String dates = Stream.iterate(UNTIL.plusDays(1), date -> date.plusDays(1))
                .limit(366)
                .map(date -> "\"" + date + "\"")
                .reduce((a, b) -> a + "," + b)
                .orElseThrow();

        for (String ledger : caller.ledgerIds()) {
            change(ledger, "{\"quiet_dates\": [" + dates + "]}");
        }
        assertEquals(200, caller.control("POST", "/days", "{\"days\": 366}").statusCode());

        for (String ledger : caller.ledgerIds()) {
            assertTrue(caller.feed(SimulatedYear.feed(ledger, "funds")).stream()
                    .noneMatch(row -> date(row).isAfter(UNTIL) && isPayment(row)));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"granted\": \"no\"} | granted must be true or false",
                "{\"hidden\": true} | Unknown here: hidden",
                "{\"held_back_from\": \"soon\"} | held_back_from must be a date as 2026-05-17, but is \"soon\"",
                "{\"quiet_dates\": \"2027-01-01\"} | quiet_dates must be a list of dates",
                "{\"quiet_dates\": [\"2026-11-20\"]} | quiet_dates: 2026-11-20 has been told",
                "{\"closed_units\": {\"NO:1\": \"2027-01-01\"}} | closed_units: ledger 418207 does not settle for NO:1",
                "{\"closed_units\": {\"NO:61530\": \"2026-11-20\"}} | closed_units: 2026-11-20 has been told",
                "{\"closed_units\": {\"NO:61530\": 1}} | closed_units.NO:61530 must be a date"
            })
    void what_cannot_be_is_refused_and_changes_nothing(String body, String why) {
        String before = caller.getWithout("/_control").body();

        HttpResponse<String> refused = caller.control("PATCH", "/ledgers/" + CAFE, body);

        assertEquals(400, refused.statusCode());
        String detail = Caller.json(refused).get("detail").asString();
        assertTrue(detail.startsWith(why), detail);
        assertEquals(before, caller.getWithout("/_control").body());
        assertEquals(404, caller.control("PATCH", "/ledgers/1", "{}").statusCode());
    }

    private void change(String ledger, String json) {
        HttpResponse<String> answer = caller.control("PATCH", "/ledgers/" + ledger, json);
        assertEquals(200, answer.statusCode(), answer::body);
    }

    private boolean isOpen(LocalDate date) {
        return caller.ok(SimulatedYear.date(CAFE, "funds", date))
                .get("tryLater")
                .asBoolean();
    }

    private JsonNode handles() {
        return caller.ledgers().stream()
                .filter(ledger -> ledger.get("ledgerId").asString().equals(CAFE))
                .findFirst()
                .orElseThrow()
                .get("settlesForRecipientHandles");
    }

    private static void assertChained(List<JsonNode> rows) {
        long balance = 0;
        for (JsonNode row : rows) {
            assertEquals(balance, row.get("balanceBefore").asLong());
            balance += row.get("amount").asLong();
            assertEquals(balance, row.get("balanceAfter").asLong());
        }
    }

    private static void assertRefundsAreOfSales(List<JsonNode> rows) {
        Set<String> captured = new HashSet<>();
        for (JsonNode row : rows) {
            String reference = row.path("reference").asString("");
            if (row.get("entryType").asString().equals("capture")) {
                captured.add(reference);
            } else if (row.get("entryType").asString().equals("refund")) {
                assertTrue(captured.contains(reference), row::toString);
            }
        }
    }

    private static boolean isPayment(JsonNode row) {
        String type = row.get("entryType").asString();
        return type.equals("capture") || type.equals("refund");
    }

    private static LocalDate date(JsonNode row) {
        return LocalDate.parse(row.get("ledgerDate").asString());
    }

    private static VippsSimulator start(LocalDate until) {
        return VippsSimulator.start(SimulatorSettings.between(0, 1, FIRST, until), Clock.systemUTC());
    }
}
