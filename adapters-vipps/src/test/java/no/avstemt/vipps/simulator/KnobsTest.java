package no.avstemt.vipps.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class KnobsTest {
    private static final VippsSimulator SIMULATOR =
            VippsSimulator.start(new SimulatorSettings(0, 1, 12, SimulatedYear.UNTIL), Clock.systemUTC());
    private static final String FUNDS = SimulatedYear.feed(SimulatedYear.CAFE, "funds");
    private static final String FEES = SimulatedYear.feed(SimulatedYear.CAFE, "fees");
    private static final String DATE = SimulatedYear.date(SimulatedYear.CAFE, "funds", SimulatedYear.UNTIL);
    private static final String SALES = SimulatedYear.sales(SimulatedYear.MUSEUM_TILL);

    private final Caller caller = new Caller(SIMULATOR).signedIn();

    @AfterAll
    static void stop() {
        SIMULATOR.close();
    }

    @BeforeEach
    void asToday() {
        turn("\"generation\": \"2026\"");
    }

    @Test
    void the_generation_of_2023_has_its_names_times_and_ends() {
        JsonNode today = first(caller.feed(FUNDS), "payout-scheduled");

        turn("\"generation\": \"2023\"");

        JsonNode then = first(caller.feed(FUNDS), "scheduled-for-payout");
        assertEquals(
                today.get("pspReference").asString(),
                SimulatedYear.CAFE + "-" + then.get("pspReference").asString());
        assertTrue(
                then.get("time").asString().matches("2026-11-\\d\\dT00:\\d\\d:\\d\\d\\.\\d{6}\\+0100"), then::toString);
        JsonNode fees = first(caller.feed(FEES), "fees-retained");
        assertEquals(26, fees.get("reference").asString().length());
        JsonNode page = caller.ok(DATE);
        assertFalse(page.has("hasMore"));
        assertEquals("", page.get("cursor").asString());
        assertFalse(caller.ledgers().get(0).has("salesUnits"));
    }

    @Test
    void dates_after_the_last_payout_may_be_open_and_tell_what_there_is_of_them() {
        JsonNode last = caller.ledgerIds().stream()
                .map(ledger -> caller.feed(SimulatedYear.feed(ledger, "funds")))
                .map(rows -> rows.get(rows.size() - 1))
                .filter(row -> !row.get("entryType").asString().equals("payout-scheduled"))
                .findFirst()
                .orElseThrow();
        String ledger = caller.ledgerIds().stream()
                .filter(id -> caller.feed(SimulatedYear.feed(id, "funds")).contains(last))
                .findFirst()
                .orElseThrow();
        String date = SimulatedYear.date(
                ledger, "funds", LocalDate.parse(last.get("ledgerDate").asString()));
        assertFalse(caller.ok(date).get("tryLater").asBoolean());

        turn("\"closed_dates\": \"paid-out\"");
        assertTrue(caller.ok(date).get("tryLater").asBoolean());
        assertEquals(0, caller.ok(date).get("items").size());
        assertFalse(caller.ok(DATE).get("tryLater").asBoolean());

        turn("\"open_date\": \"partial\"");
        assertTrue(caller.ok(date).get("tryLater").asBoolean());
        assertTrue(caller.ok(date).get("items").size() > 0);
    }

    @Test
    void only_dates_without_rows_may_stay_open() {
        List<LocalDate> week = SimulatedYear.UNTIL
                .plusDays(1)
                .datesUntil(SimulatedYear.UNTIL.plusDays(8))
                .toList();
        String noCustomers = "{\"quiet_dates\": [\"" + week.get(4) + "\", \"" + week.get(5) + "\"]}";
        try (VippsSimulator ours =
                VippsSimulator.start(new SimulatorSettings(0, 1, 12, SimulatedYear.UNTIL), Clock.systemUTC())) {
            Caller asking = new Caller(ours).signedIn();
            done(asking.control("PATCH", "/ledgers/" + SimulatedYear.CAFE, noCustomers));
            done(asking.control("POST", "/days", "{\"days\": 7}"));
            List<LocalDate> empty = week.stream()
                    .filter(day -> isEmpty(asking, "funds", day) && isEmpty(asking, "fees", day))
                    .toList();

            done(asking.control("PATCH", "/knobs", "{\"closed_dates\": \"with-rows\"}"));

            assertEquals(
                    empty,
                    week.stream().filter(day -> isOpen(asking, "funds", day)).toList());
            assertEquals(
                    empty,
                    week.stream().filter(day -> isOpen(asking, "fees", day)).toList());
            assertTrue(!empty.isEmpty() && empty.size() < week.size(), empty::toString);
        }
    }

    private static boolean isEmpty(Caller asking, String topic, LocalDate day) {
        return asking.ok(SimulatedYear.date(SimulatedYear.CAFE, topic, day))
                .get("items")
                .isEmpty();
    }

    private static boolean isOpen(Caller asking, String topic, LocalDate day) {
        return asking.ok(SimulatedYear.date(SimulatedYear.CAFE, topic, day))
                .get("tryLater")
                .asBoolean();
    }

    @Test
    void refunds_and_the_end_of_sales_may_look_otherwise() {
        turn("\"sale_refund\": \"positive\", \"sale_refund_type\": \"return\", \"sales_feed_end\": \"null\","
                + " \"order_date\": \"absent\", \"discount_total\": \"absent\"");

        JsonNode page = caller.ok(SALES + "?pageSize=1000");

        assertTrue(page.get("cursor").isNull());
        boolean returned = false;
        for (JsonNode sale : page.get("items")) {
            assertTrue(sale.get("amounts").get("gross").asLong() > 0, sale::toString);
            assertFalse(sale.has("orderDate"));
            sale.get("lines")
                    .forEach(line -> assertTrue(line.get("quantity").asLong() > 0 && !line.has("discountTotal")));
            returned = returned || sale.get("entryType").asString().equals("return");
        }
        assertTrue(returned);
    }

    @Test
    void a_lookup_may_be_bare_and_what_is_not_there_empty() {
        String reference = caller.ok(SALES).get("items").get(0).get("reference").asString();

        turn("\"sale_lookup\": \"array\", \"sale_not_found\": \"empty\"");
        assertTrue(caller.ok(SALES + "/references/" + reference).isArray());
        assertEquals(0, caller.ok(SALES + "/references/none").get("items").size());

        turn("\"sale_lookup\": \"object\"");
        assertEquals(
                reference,
                caller.ok(SALES + "/references/" + reference).get("reference").asString());
    }

    @Test
    void calls_without_the_system_headers_may_be_refused() {
        turn("\"system_headers\": \"refused\"");

        HttpResponse<String> refused = caller.get(FUNDS);

        assertEquals(400, refused.statusCode());
        assertEquals(
                "Vipps-System-Name must have 1 to 30 characters",
                Caller.json(refused).get("errorMessage").asString());
    }

    @Test
    void a_sales_units_token_may_be_minimal() {
        turn("\"token\": \"minimal\"");
        JsonNode keys = Caller.json(caller.getWithout("/_control")).get("keys").get(3);

        JsonNode token = Caller.json(caller.post(
                "/accesstoken/get",
                Map.of(
                        "client_id", keys.get("client_id").asString(),
                        "client_secret", keys.get("client_secret").asString(),
                        "Ocp-Apim-Subscription-Key",
                                keys.get("subscription_key").asString())));

        assertEquals(List.of("token_type", "expires_in", "access_token"), List.copyOf(token.propertyNames()));
    }

    @Test
    void an_unknown_knob_or_value_is_refused_with_what_there_is() {
        assertEquals(
                400, caller.control("PATCH", "/knobs", "{\"speed\": \"high\"}").statusCode());
        HttpResponse<String> refused = caller.control("PATCH", "/knobs", "{\"time\": \"local\"}");
        assertEquals(
                "time must be one of utc, offset, but is local",
                Caller.json(refused).get("detail").asString());
    }

    private void turn(String knobs) {
        done(caller.control("PATCH", "/knobs", "{" + knobs + "}"));
    }

    private static void done(HttpResponse<String> answer) {
        assertEquals(200, answer.statusCode(), answer::body);
    }

    private static JsonNode first(List<JsonNode> rows, String type) {
        return rows.stream()
                .filter(row -> row.get("entryType").asString().equals(type))
                .findFirst()
                .orElseThrow();
    }
}
