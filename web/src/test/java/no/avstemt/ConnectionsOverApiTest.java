package no.avstemt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import no.avstemt.application.access.ClientScope;
import no.avstemt.application.access.Right;
import no.avstemt.application.access.UserId;
import no.avstemt.domain.client.ClientAccountId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** From keys to a ledger in use, by a program. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class ConnectionsOverApiTest {

    private static final String CONNECTIONS = "/api/v2/vipps/connections";
    private static final String LEDGERS = "/api/v2/vipps/ledgers";
    private static final String LEDGER = "418207";
    private static final String ONBOARD = LEDGERS + "/" + LEDGER + "/onboard";

    @TempDir
    private static Path folder;

    private static EmptyInstallation office;
    private static String key;

    private final HttpClient http = HttpClient.newHttpClient();

    @BeforeAll
    static void open() {
        office = new EmptyInstallation(folder).withAdministrator();
        key = key(ClientScope.all(), Right.WRITE);
    }

    @AfterAll
    static void close() {
        office.close();
    }

    /** Of the administrator, the first user there is. */
    private static String key(ClientScope scope, Right right) {
        return ProgramForTest.key(office.avstemt, new UserId(1), scope, right);
    }

    private record Told(int status, JsonNode json, String text) {}

    private Told ask(String method, String path, String body, String asKey) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(office.avstemt.address().resolve(path))
                .header("Authorization", "Bearer " + asKey)
                .header("Accept-Language", "en")
                .header("Content-Type", "application/json")
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
        JsonNode json = answer.body().isEmpty()
                ? JsonMapper.shared().createObjectNode()
                : JsonMapper.shared().readTree(answer.body());
        return new Told(answer.statusCode(), json, answer.body());
    }

    private Told ask(String method, String path, String body) throws IOException, InterruptedException {
        return ask(method, path, body, key);
    }

    private static String keys(String secret, String more) {
        return """
                {"name":"Kontoret","base_url":"%s","client_id":"%s","client_secret":"%s"%s}
                """.formatted(office.vipps.baseUri(), office.vipps.clientId(), secret, more);
    }

    @Test
    @Order(1)
    void keys_that_cannot_be_are_told_by_field_and_keys_that_vipps_refuses_are_not_stored() throws Exception {
        Told odd = ask(
                "POST",
                CONNECTIONS,
                "{\"name\":\"K\",\"base_url\":\"http://api.vipps.no\",\"client_id\":\"a:b\","
                        + "\"client_secret\":\"s\",\"merchant_serial_number\":\"12\"}");
        assertEquals(400, odd.status(), odd.text());
        for (String field : new String[] {"base_url", "client_id", "kind", "merchant_serial_number"}) {
            assertTrue(odd.text().contains("\"" + field + "\""), odd.text());
        }
        Told withoutKey = ask("POST", CONNECTIONS, keys("s", ",\"kind\":\"sales_unit\""));
        assertTrue(withoutKey.text().contains("subscription_key"), withoutKey.text());

        Told refused = ask("POST", CONNECTIONS, keys("wr0ng-secret", ""));
        assertEquals(502, refused.status(), refused.text());
        assertTrue(refused.text().contains("accounting keys"), refused.text());
        assertTrue(refused.text().contains("Answer from "), refused.text());
        assertFalse(refused.text().contains("wr0ng-secret"));
        assertEquals(0, ask("GET", CONNECTIONS, "").json().at("/meta/records").asInt());
    }

    @Test
    @Order(2)
    void a_connection_is_entered_tried_and_never_shown_with_its_secret() throws Exception {
        Told entered = ask("POST", CONNECTIONS, keys(office.vipps.clientSecret(), ""));
        assertEquals(201, entered.status(), entered.text());
        assertEquals("accounting", entered.json().get("kind").asString());
        assertTrue(entered.json().get("ledgers").asInt() > 1);

        Told tried = ask("POST", CONNECTIONS + "/1/test", "");
        assertTrue(tried.json().get("works").asBoolean(), tried.text());
        Told list = ask("GET", CONNECTIONS, "");
        assertFalse((entered.text() + tried.text() + list.text()).contains(office.vipps.clientSecret()));
        assertEquals(404, ask("GET", CONNECTIONS + "/77", "").status());
    }

    @Test
    @Order(3)
    void a_ledger_is_taken_into_use_once() throws Exception {
        Told waiting = ask("GET", LEDGERS, "");
        assertTrue(waiting.json().at("/data/0/client_account_id").isNull(), waiting.text());
        String client = "\"client_account\":{\"name\":\"Kaffebaren Nord AS\",\"organisation_number\":\"310482617\"}";

        Told both = ask("POST", ONBOARD, "{\"client_account_id\":1," + client + "}");
        assertEquals(400, both.status(), both.text());
        assertTrue(both.text().contains("start_date"), both.text());
        assertEquals(
                404,
                ask("POST", LEDGERS + "/nowhere/onboard", "{\"client_account_id\":1}")
                        .status());
        assertEquals(403, ask("POST", ONBOARD, "{\"client_account_id\":1}").status());

        String odd = client
                + ",\"start_date\":\"2026-01-01\",\"vat_registered\":false,\"vat_from\":\"2026-02-01\","
                + "\"vat_to\":\"2026-01-31\",\"chart_template_id\":99,\"cutoff\":\"24:00\","
                + "\"sales_units\":[{\"recipient_handle\":\"NO:nowhere\"}]";
        Told cutoff = ask("POST", ONBOARD, "{" + odd + "}");
        assertTrue(cutoff.status() == 400 && cutoff.text().contains("cutoff"), cutoff.text());
        Told several = ask("POST", ONBOARD, "{" + odd.replace("24:00", "04:00") + "}");
        for (String field : new String[] {"vat_registered", "vat_to", "chart_template_id", "recipient_handle"}) {
            assertTrue(several.status() == 400 && several.text().contains(field), several.text());
        }

        String wanted = "{" + client + ",\"start_date\":\"2026-01-01\",\"sales_booked_from\":\"vipps\"}";
        Told taken = ask("POST", ONBOARD, wanted);
        assertEquals(201, taken.status(), taken.text());
        assertEquals(409, ask("POST", ONBOARD, wanted).status());
        JsonNode last = lastOf(ask("GET", LEDGERS, "").json().get("data"));
        assertEquals(LEDGER, last.get("ledger_id").asString());
        assertEquals("Kaffebaren Nord AS", last.get("client_name").asString());
    }

    @Test
    @Order(7)
    void a_program_can_answer_all_that_the_page_asks() throws Exception {
        JsonNode ledger = ask("GET", LEDGERS, "").json().at("/data/0");
        assertTrue(ledger.get("client_account_id").isNull(), ledger.toString());
        String handle = ledger.at("/sales_units/0/handle").asString();
        String path = LEDGERS + "/" + ledger.get("ledger_id").asString() + "/onboard";

        Told taken = ask("POST", path, """
                {"client_account":{"name":"Annet AS","organisation_number":"310482617","books_language":"en"},
                 "start_date":"2026-07-01","vat_from":"2026-08-01","vat_term":"YEAR","fiscal_year_start":7,
                 "chart_template_id":0,"cutoff":"04:00","default_tax_code":"31","zero_rate_code":"6",
                 "sales_units":[{"recipient_handle":"%s","sales_booked_from":"elsewhere","default_tax_code":"33"}]}
                """.formatted(handle));

        assertEquals(201, taken.status(), taken.text());
        String client = "?client_account_id=" + taken.json().get("client_account_id");
        Told settings = ask("GET", "/api/v2/client-settings" + client, "");
        for (String told : List.of("vat_from\":\"2026-08-01", "vat_term\":\"YEAR", "fiscal_year_start\":7")) {
            assertTrue(settings.text().contains(told), settings.text());
        }
        Told history = ask("GET", "/api/v2/reports/processing-history" + client, "");
        assertTrue(history.text().contains("04:00") && history.text().contains(handle), history.text());
    }

    @Test
    @Order(8)
    void the_history_tells_who_entered_changed_and_forgot_which_connection() throws Exception {
        Told events = ask("GET", "/api/v2/vipps/connection-events?per_page=100", "");
        JsonNode data = events.json().get("data");
        JsonNode first = lastOf(data);
        JsonNode changed = data.get(data.size() - 2);

        assertEquals("CONNECTION_ENTERED", first.get("action").asString(), events.text());
        assertEquals("CONNECTION_CHANGED", changed.get("action").asString());
        assertEquals("Kontoret", changed.at("/before/0/value").asString());
        assertEquals("Vi", changed.at("/after/0/value").asString());
        assertTrue(events.text().contains("CONNECTION_FORGOTTEN"), events.text());
        assertFalse(events.text().contains(office.vipps.clientSecret()));
        String ofOne = key(ClientScope.of(new ClientAccountId(1)), Right.READ);
        Told refused = ask("GET", "/api/v2/vipps/connection-events", "", ofOne);
        assertEquals(403, refused.status());
    }

    @Test
    @Order(4)
    void a_ledger_tells_how_far_each_topic_was_compared_with_the_reports_of_its_dates() throws Exception {
        JsonNode topics = lastOf(ask("GET", LEDGERS, "").json().get("data")).get("topics");
        for (int i = 0;
                i < 600 && (topics.isEmpty() || topics.get(0).get("verified_to").isNull());
                i++) {
            Thread.sleep(100);
            topics = lastOf(ask("GET", LEDGERS, "").json().get("data")).get("topics");
        }
        assertTrue(topics.get(0).get("verified_to").asString().startsWith("2026-0"), topics::toString);
    }

    private static JsonNode lastOf(JsonNode list) {
        return list.get(list.size() - 1);
    }

    @Test
    @Order(5)
    void a_connection_whose_ledgers_are_in_use_is_not_forgotten_but_gets_other_keys() throws Exception {
        assertEquals(409, ask("DELETE", CONNECTIONS + "/1", "").status());
        Told replaced = ask(
                "PUT", CONNECTIONS + "/1", keys(office.vipps.clientSecret(), "").replace("Kontoret", "Vi"));
        assertEquals("Vi", replaced.json().get("name").asString());
        assertEquals(1, replaced.json().get("ledgers_in_use").asInt());
    }

    /** They see the ledger, but not its sales. */
    @Test
    @Order(6)
    void keys_of_a_sales_unit_take_no_ledger_from_those_that_see_more() throws Exception {
        JsonNode all = JsonMapper.shared()
                .readTree(http.send(
                                HttpRequest.newBuilder(office.vipps.baseUri().resolve("/_control"))
                                        .build(),
                                BodyHandlers.ofString())
                        .body())
                .get("keys");
        int entered = 0;
        for (JsonNode own : all) {
            if (own.get("kind").asString().equals("sales_unit")) {
                String body = """
                        {"name":"Eget salgssted","kind":"sales_unit","base_url":"%s","client_id":"%s","client_secret":"%s",
                         "subscription_key":"%s"}
                        """.formatted(
                                office.vipps.baseUri(),
                                own.get("client_id").asString(),
                                own.get("client_secret").asString(),
                                own.get("subscription_key").asString());
                Told told = ask("POST", CONNECTIONS, body);
                assertEquals(201, told.status(), told.text());
                assertEquals(0, told.json().get("ledgers").asInt());
                Told tried = ask("POST", CONNECTIONS + "/" + told.json().get("id") + "/test", "");
                assertEquals(1, tried.json().get("ledgers").asInt(), tried.text());
                assertEquals(
                        204,
                        ask("DELETE", CONNECTIONS + "/" + told.json().get("id"), "")
                                .status());
                entered++;
            }
        }
        assertTrue(entered > 0);
        ask("GET", LEDGERS, "")
                .json()
                .get("data")
                .forEach(ledger -> assertEquals(1, ledger.get("connection_id").asInt(), ledger::toString));
    }

    @Test
    @Order(9)
    void a_key_for_reading_or_for_one_client_account_is_none_for_the_office() throws Exception {
        String reading = key(ClientScope.all(), Right.READ);
        assertEquals(200, ask("GET", CONNECTIONS, "", reading).status());
        assertEquals(403, ask("POST", CONNECTIONS, keys("s", ""), reading).status());
        assertEquals(403, ask("DELETE", CONNECTIONS + "/1", "", reading).status());
        String ofOne = key(ClientScope.of(new ClientAccountId(1)), Right.WRITE);
        assertEquals(403, ask("GET", CONNECTIONS, "", ofOne).status());
        assertEquals(403, ask("GET", LEDGERS, "", ofOne).status());
        assertEquals(
                403,
                ask("POST", LEDGERS + "/618330/onboard", "{\"client_account_id\":1}", ofOne)
                        .status());
    }
}
