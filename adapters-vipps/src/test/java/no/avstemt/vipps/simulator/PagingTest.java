package no.avstemt.vipps.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PagingTest {
    private static final LocalDate UNTIL = LocalDate.parse("2026-06-30");
    private static final SimulatorSettings BUSY = new SimulatorSettings(0, 7, 5, UNTIL).withVolume(250);
    private static final String FEED = SimulatedYear.feed(SimulatedYear.CAFE, "funds");

    private VippsSimulator simulator;
    private Caller caller;

    @BeforeAll
    void start() {
        simulator = VippsSimulator.start(BUSY, Clock.systemUTC());
        caller = new Caller(simulator).signedIn();
    }

    @AfterAll
    void stop() {
        simulator.close();
    }

    @Test
    void a_date_gives_a_thousand_rows_a_page_and_a_cursor_only_when_there_is_more() {
        String path = SimulatedYear.date(SimulatedYear.CAFE, "funds", UNTIL);
        JsonNode first = caller.ok(path);
        List<JsonNode> all = caller.pages(path);

        assertEquals(1000, first.get("items").size());
        assertTrue(first.get("hasMore").asBoolean());
        assertFalse(first.get("tryLater").asBoolean());
        assertTrue(all.size() > 1000);
        JsonNode last = caller.ok(
                SimulatedYear.date(SimulatedYear.WEB_SHOP, "funds", BUSY.first().minusDays(1)));
        assertFalse(last.get("hasMore").asBoolean());
        assertFalse(last.has("cursor"));
    }

    @Test
    void the_feed_never_says_has_more_and_always_has_a_cursor_that_is_repeated_at_the_end() {
        JsonNode page = caller.ok(FEED);
        while (!page.get("tryLater").asBoolean()) {
            assertEquals(1000, page.get("items").size());
            assertFalse(page.has("hasMore"));
            page = caller.ok(FEED + "?cursor=" + cursorOf(page));
        }
        JsonNode again = caller.ok(FEED + "?cursor=" + cursorOf(page));

        assertFalse(page.get("items").isEmpty());
        assertTrue(again.get("items").isEmpty());
        assertTrue(again.get("tryLater").asBoolean());
        assertEquals(page.get("cursor"), again.get("cursor"));
    }

    @Test
    void an_empty_cursor_starts_the_feed_from_its_first_row() {
        assertEquals(caller.ok(FEED), caller.ok(FEED + "?cursor="));
    }

    @Test
    void an_open_date_has_no_rows_and_asks_to_come_back() {
        JsonNode page = caller.ok(SimulatedYear.date(SimulatedYear.CAFE, "funds", UNTIL.plusDays(1)));

        assertTrue(page.get("items").isEmpty());
        assertTrue(page.get("tryLater").asBoolean());
        assertFalse(page.has("hasMore"));
        assertFalse(page.has("cursor"));
    }

    @Test
    void cursors_must_be_url_encoded() {
        List<String> cursors = new ArrayList<>();
        JsonNode page = caller.ok(FEED);
        while (!page.get("tryLater").asBoolean()) {
            cursors.add(page.get("cursor").asString());
            page = caller.ok(FEED + "?cursor=" + cursorOf(page));
        }
        String withPlus =
                cursors.stream().filter(text -> text.contains("+")).findFirst().orElseThrow();

        assertTrue(cursors.stream().allMatch(text -> text.endsWith("=")));
        assertTrue(cursors.stream().anyMatch(text -> text.contains("/")));
        assertEquals(
                200, caller.get(FEED + "?cursor=" + Caller.encoded(withPlus)).statusCode());
        assertEquals(400, caller.get(FEED + "?cursor=" + withPlus).statusCode());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/report/v2/ledgers/418207/funds/feed?cursor=nonsense",
                "/report/v2/ledgers/418207/funds/feed?cursor=Mg%3D%3D",
                "/report/v2/ledgers/418207/fees/dates/2026-06-30?cursor=AAAA",
                "/report/v2/ledgers/418207/fees/dates/2026-06-31",
                "/report/v2/ledgers/418207/fees/dates/30.06.2026",
                "/sales/report/v1/ledgers/418207?pageSize=0",
                "/sales/report/v1/ledgers/418207?pageSize=1001",
                "/sales/report/v1/ledgers/418207?pageSize=ten",
                "/sales/report/v1/ledgers/418207?cursor=2ScAAAAAAAA%3D",
                "/settlement/v1/ledgers?cursor=bm90IGpzb24%3D"
            })
    void bad_input_is_refused_with_code_10002(String path) {
        HttpResponse<String> response = caller.get(path);

        assertEquals(400, response.statusCode());
        assertEquals(10002, Caller.json(response).get("errorCode").asInt());
        assertFalse(Caller.json(response).get("errorMessage").asString().isEmpty());
    }

    @Test
    void a_cursor_is_refused_on_another_ledger_topic_and_date() {
        String cursor = cursorOf(caller.ok(FEED));
        String ofDate = cursorOf(caller.ok(SimulatedYear.date(SimulatedYear.CAFE, "funds", UNTIL)));

        assertEquals(400, status(SimulatedYear.feed(SimulatedYear.CAFE, "fees"), cursor));
        assertEquals(400, status(SimulatedYear.feed(SimulatedYear.WEB_SHOP, "funds"), cursor));
        assertEquals(400, status(SimulatedYear.sales(SimulatedYear.CAFE), cursor));
        assertEquals(400, status(SimulatedYear.date(SimulatedYear.CAFE, "funds", UNTIL.minusDays(1)), ofDate));
        assertEquals(200, status(SimulatedYear.date(SimulatedYear.CAFE, "funds", UNTIL), ofDate));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/report/v2/ledgers/999999/funds/feed",
                "/report/v2/ledgers/999999/fees/dates/2026-06-30",
                "/sales/report/v1/ledgers/999999"
            })
    void an_unknown_ledger_is_not_found(String path) {
        HttpResponse<String> response = caller.get(path);

        assertEquals(404, response.statusCode());
        assertEquals(
                "application/problem+json",
                response.headers().firstValue("Content-Type").orElseThrow());
        assertEquals("No such ledgerId", Caller.json(response).get("detail").asString());
        assertEquals(404, Caller.json(response).get("status").asInt());
    }

    @Test
    void the_ledger_list_is_paged_and_can_be_asked_for_one_handle() {
        JsonNode first = caller.ok("/settlement/v1/ledgers");
        JsonNode one = caller.ok("/settlement/v1/ledgers?settlesForRecipientHandles=api%3A873412");

        assertFalse(first.get("cursor").asString().isEmpty());
        assertEquals(9, caller.ledgers().size());
        assertEquals(1, one.get("items").size());
        assertEquals("302321", one.get("items").get(0).get("ledgerId").asString());
        assertEquals("", one.get("cursor").asString());
        assertEquals(
                caller.ok("/settlement/v1/ledgers?settlesForRecipientHandles=NO%3A77815"),
                caller.ok("/settlement/v1/ledgers?settlesForRecipientHandles=api%3A921604"));
        assertTrue(caller.ok("/settlement/v1/ledgers?settlesForRecipientHandles=NO:1")
                .get("items")
                .isEmpty());
    }

    @Test
    void personal_data_is_shown_on_request_and_only_for_a_vippsnummer() {
        String asked = "?includeGDPRSensitiveData=true";
        JsonNode cafe = caller.ok(FEED + asked).get("items").get(0);
        JsonNode shop = caller.ok(SimulatedYear.feed(SimulatedYear.WEB_SHOP, "funds") + asked)
                .get("items")
                .get(0);

        assertTrue(cafe.has("name"));
        assertTrue(cafe.get("maskedPhoneNo").asString().matches("xxxx \\d{4}"));
        assertFalse(shop.has("name"));
        assertFalse(caller.ok(FEED).get("items").get(0).has("name"));
    }

    @Test
    void the_same_seed_gives_the_same_bytes_and_another_seed_others() {
        SimulatorSettings other = new SimulatorSettings(0, 8, 5, UNTIL, 250);
        try (VippsSimulator same = VippsSimulator.start(BUSY, Clock.systemUTC());
                VippsSimulator different = VippsSimulator.start(other, Clock.systemUTC())) {
            String body = caller.get(FEED).body();

            assertEquals(body, new Caller(same).signedIn().get(FEED).body());
            assertNotEquals(body, new Caller(different).signedIn().get(FEED).body());
            assertEquals(simulator.clientSecret(), same.clientSecret());
            assertNotEquals(simulator.clientSecret(), different.clientSecret());
        }
    }

    @Test
    void a_later_end_adds_dates_and_changes_nothing_before() {
        SimulatorSettings quiet = BUSY.withVolume(2);
        SimulatorSettings longer = SimulatorSettings.between(0, 7, quiet.first(), UNTIL.plusDays(40))
                .withVolume(2);
        try (VippsSimulator sooner = VippsSimulator.start(quiet, Clock.systemUTC());
                VippsSimulator later = VippsSimulator.start(longer, Clock.systemUTC())) {
            Caller soonerCaller = new Caller(sooner).signedIn();
            Caller laterCaller = new Caller(later).signedIn();
            for (String ledger : soonerCaller.ledgerIds()) {
                String path = SimulatedYear.feed(ledger, "funds");
                List<JsonNode> before = soonerCaller.feed(path);
                List<JsonNode> after = laterCaller.feed(path);

                assertTrue(after.size() > before.size());
                assertEquals(before, after.subList(0, before.size()));
            }
        }
    }

    private int status(String path, String encodedCursor) {
        return caller.get(path + "?cursor=" + encodedCursor).statusCode();
    }

    private static String cursorOf(JsonNode page) {
        return Caller.encoded(page.get("cursor").asString());
    }
}
