package no.avstemt.vipps.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Which keys open what. */
class KeysTest {
    private static final VippsSimulator SIMULATOR =
            VippsSimulator.start(new SimulatorSettings(0, 1, 3, SimulatedYear.UNTIL), Clock.systemUTC());
    private static final Caller CALLER = new Caller(SIMULATOR);
    private static final String LEDGERS = "/settlement/v1/ledgers";
    private static final String SUBSCRIPTION = "Ocp-Apim-Subscription-Key";

    @AfterAll
    static void stop() {
        SIMULATOR.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/accesstoken/get", "/accessToken/get"})
    void a_sales_units_token_comes_with_every_number_as_a_text(String path) {
        JsonNode keys = keys("sales_unit");

        JsonNode token = Caller.json(
                standardToken(path, keys, keys.get("subscription_key").asString()));

        assertEquals(
                List.of(
                        "token_type",
                        "expires_in",
                        "ext_expires_in",
                        "expires_on",
                        "not_before",
                        "resource",
                        "access_token"),
                List.copyOf(token.propertyNames()));
        token.forEach(value -> assertTrue(value.isString(), token::toString));
        assertEquals("86400", token.get("expires_in").asString());
    }

    @Test
    void a_sales_unit_sees_its_own_ledger_with_its_subscription_key_and_no_sales() {
        Map<String, String> headers = signedIn(keys("sales_unit"));
        String own = keys("sales_unit").get("sales_unit").asString();

        JsonNode list = Caller.json(CALLER.getWith(headers, LEDGERS)).get("items");

        assertEquals(1, list.size());
        assertEquals(own, list.get(0).get("settlesForRecipientHandles").get(0).asString());
        String ledger = list.get(0).get("ledgerId").asString();
        assertEquals(
                200,
                CALLER.getWith(headers, SimulatedYear.feed(ledger, "funds")).statusCode());
        assertEquals(
                404,
                CALLER.getWith(headers, SimulatedYear.feed(SimulatedYear.CAFE, "funds"))
                        .statusCode());
        assertEquals(403, CALLER.getWith(headers, SimulatedYear.sales(ledger)).statusCode());
        HttpResponse<String> without = CALLER.getWith(Map.of("Authorization", headers.get("Authorization")), LEDGERS);
        assertEquals(401, without.statusCode());
        assertEquals(401, Caller.json(without).get("statusCode").asInt());
    }

    @Test
    void only_sales_units_with_an_integration_have_keys() {
        List<String> units = new ArrayList<>();
        state().forEach(keys -> units.add(keys.path("sales_unit").asString("")));

        assertTrue(units.contains("api:873412"), units::toString);
        assertTrue(units.stream().noneMatch(unit -> unit.startsWith("NO:")), units::toString);
    }

    @ParameterizedTest
    @CsvSource({"partner", "management"})
    void a_platform_partners_keys_open_neither_reports_nor_sales(String kind) {
        Map<String, String> headers = signedIn(keys(kind));

        assertEquals(403, CALLER.getWith(headers, LEDGERS).statusCode());
        assertEquals(
                403,
                CALLER.getWith(headers, SimulatedYear.feed(SimulatedYear.CAFE, "fees"))
                        .statusCode());
        assertEquals(
                403,
                CALLER.getWith(headers, SimulatedYear.sales(SimulatedYear.CAFE)).statusCode());
    }

    @Test
    void keys_are_good_at_their_own_endpoint_only() {
        JsonNode unit = keys("sales_unit");
        JsonNode accounting = keys("accounting");

        assertEquals(401, specialToken(unit).statusCode());
        assertEquals(401, standardToken("/accesstoken/get", accounting, "x").statusCode());
        assertEquals(401, standardToken("/accesstoken/get", unit, "wrong").statusCode());
        assertEquals(
                405,
                CALLER.getWith(Map.of("client_id", "x"), "/accesstoken/get").statusCode());
    }

    private static Map<String, String> signedIn(JsonNode keys) {
        String subscription = keys.path("subscription_key").asString("");
        HttpResponse<String> answer = subscription.isEmpty()
                ? specialToken(keys)
                : standardToken(keys.get("token_path").asString(), keys, subscription);
        String bearer = "Bearer " + Caller.json(answer).get("access_token").asString();
        return subscription.isEmpty()
                ? Map.of("Authorization", bearer)
                : Map.of("Authorization", bearer, SUBSCRIPTION, subscription);
    }

    private static HttpResponse<String> standardToken(String path, JsonNode keys, String subscription) {
        return CALLER.post(
                path,
                Map.of(
                        "client_id",
                        keys.get("client_id").asString(),
                        "client_secret",
                        keys.get("client_secret").asString(),
                        SUBSCRIPTION,
                        subscription));
    }

    private static HttpResponse<String> specialToken(JsonNode keys) {
        return CALLER.token(
                "/miami/v1/token",
                Caller.basic(
                        keys.get("client_id").asString(),
                        keys.get("client_secret").asString()),
                "grant_type=client_credentials");
    }

    private static JsonNode keys(String kind) {
        for (JsonNode keys : state()) {
            if (keys.get("kind").asString().equals(kind)) {
                return keys;
            }
        }
        throw new AssertionError("no keys of kind " + kind);
    }

    private static JsonNode state() {
        return Caller.json(CALLER.getWithout("/_control")).get("keys");
    }
}
