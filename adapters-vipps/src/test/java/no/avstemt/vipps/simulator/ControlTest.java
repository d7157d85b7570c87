package no.avstemt.vipps.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class ControlTest {
    private static final VippsSimulator SIMULATOR =
            VippsSimulator.start(new SimulatorSettings(0, 1, 3, SimulatedYear.UNTIL), Clock.systemUTC());
    private static final String LEDGERS = "/settlement/v1/ledgers";

    private final Caller caller = new Caller(SIMULATOR).signedIn();

    @AfterAll
    static void stop() {
        SIMULATOR.close();
    }

    @AfterEach
    void clear() {
        caller.control("DELETE", "/faults", "");
    }

    @Test
    void it_tells_every_call_and_every_kind_of_fault() {
        JsonNode state = Caller.json(caller.getWithout("/_control"));

        List<String> kinds = new ArrayList<>();
        state.get("fault_kinds").forEach(kind -> kinds.add(kind.get("kind").asString()));
        assertEquals(
                List.of(
                        "expired-token",
                        "unauthorized",
                        "too-many-requests",
                        "server-error",
                        "slow",
                        "cut-body",
                        "repeated-page",
                        "wrong-json",
                        "large-body",
                        "no-such-ledger"),
                kinds);
        assertTrue(state.get("calls").toString().contains("POST /_control/faults"));
        assertEquals(0, state.get("faults").size());
    }

    @Test
    void a_fault_strikes_where_and_as_often_as_it_was_asked_for() {
        String fault =
                "{\"kind\": \"server-error\", \"status\": 502, \"shape\": \"problem\", \"ledger_id\": \"418207\","
                        + " \"path\": \"*/feed\", \"after\": 1, \"times\": 2}";

        HttpResponse<String> created = caller.control("POST", "/faults", fault);

        assertEquals(201, created.statusCode());
        String feed = SimulatedYear.feed(SimulatedYear.CAFE, "funds");
        String fees = SimulatedYear.feed(SimulatedYear.CAFE, "fees");
        assertEquals(List.of(200, 502, 502, 200), List.of(status(feed), status(fees), status(feed), status(feed)));
        assertEquals(200, status(SimulatedYear.feed(SimulatedYear.WEB_SHOP, "funds")));
        assertEquals(200, status(SimulatedYear.date(SimulatedYear.CAFE, "funds", SimulatedYear.UNTIL)));
        JsonNode standing = Caller.json(caller.getWithout("/_control")).get("faults");
        assertEquals(3, standing.get(0).get("met").asInt());
        assertEquals(2, standing.get(0).get("spoilt").asInt());
    }

    @Test
    void one_fault_is_cleared_by_its_number() {
        String unauthorized = "{\"kind\": \"unauthorized\"}";
        int id = Caller.json(caller.control("POST", "/faults", unauthorized))
                .get("id")
                .asInt();
        assertEquals(401, status(LEDGERS));

        assertEquals(200, caller.control("DELETE", "/faults/" + id, "").statusCode());

        assertEquals(200, status(LEDGERS));
        assertEquals(404, caller.control("DELETE", "/faults/" + id, "").statusCode());
    }

    @Test
    void an_expired_token_stays_expired_and_another_one_is_good() {
        caller.control("POST", "/faults", "{\"kind\": \"expired-token\", \"times\": 1}");

        assertEquals(401, status(LEDGERS));
        assertEquals(401, status(LEDGERS));
        assertEquals(200, new Caller(SIMULATOR).signedIn().get(LEDGERS).statusCode());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "not json | This is not JSON",
                "[] | Send one JSON object",
                "{} | kind is missing",
                "{\"kind\": \"flood\"} | kind must be one of expired-token",
                "{\"kind\": 5} | kind must be a text, but is 5",
                "{\"kind\": \"slow\", \"shape\": \"html\"} | Unknown here: shape. Possible are kind,",
                "{\"kind\": \"slow\", \"seconds\": 0} | seconds must be a whole number of 1 to 600, but is 0",
                "{\"kind\": \"slow\", \"seconds\": \"9\"} | seconds must be a whole number",
                "{\"kind\": \"server-error\", \"status\": 404} | status must be a whole number of 500 to 599",
                "{\"kind\": \"server-error\", \"shape\": \"xml\"} | shape must be one of report, problem",
                "{\"kind\": \"slow\", \"topic\": \"payouts\"} | topic must be one of funds, fees, sales, but is payouts"
            })
    void what_cannot_be_understood_is_refused_with_what_can(String body, String why) {
        HttpResponse<String> refused = caller.control("POST", "/faults", body);

        assertEquals(400, refused.statusCode());
        String detail = Caller.json(refused).get("detail").asString();
        assertTrue(detail.startsWith(why), detail);
    }

    @Test
    void a_page_in_a_browser_cannot_send_it_anything() {
        HttpResponse<String> refused = caller.controlAs("text/plain", "POST", "/faults", "{\"kind\": \"slow\"}");

        assertEquals(400, refused.statusCode());
        assertTrue(refused.body().contains("Content-Type: application/json"));
    }

    private int status(String path) {
        return caller.get(path).statusCode();
    }
}
