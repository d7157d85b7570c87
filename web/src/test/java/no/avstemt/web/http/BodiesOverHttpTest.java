package no.avstemt.web.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import no.avstemt.application.access.ClientScope;
import no.avstemt.application.access.Right;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class BodiesOverHttpTest {

    private static final String THINGS = "/api/v2/things?client_account_id=1";
    private static final String THING = "/api/v2/things/7?client_account_id=1";
    private static final String GOOD = "{\"name\":\"Bøtte\",\"price\":149.9}";

    private final Office office = new Office();
    private String key = "";

    @BeforeAll
    void open() {
        office.open(ThingRoutes.all());
        key = "Bearer " + office.key(office.kari, ClientScope.all(), Right.WRITE);
    }

    @AfterAll
    void close() {
        office.close();
    }

    @Test
    void a_thing_is_made_changed_listed_and_deleted() {
        HttpResponse<String> made = send("POST", THINGS, GOOD);
        HttpResponse<String> changed = send("PUT", THING, "{\"name\":\"B\",\"price\":\"1\",\"bought\":\"2026-01-31\"}");
        HttpResponse<String> listed = office.get(THINGS + "&page=2&per_page=2", "Authorization", key);
        HttpResponse<String> deleted = send("DELETE", THING, "");

        assertEquals(201, made.statusCode());
        assertEquals("{\"id\":4,\"name\":\"Bøtte\",\"price\":149.90,\"bought\":null}", made.body());
        assertEquals(200, changed.statusCode());
        assertEquals("{\"id\":7,\"name\":\"B\",\"price\":1.00,\"bought\":\"2026-01-31\"}", changed.body());
        assertEquals(
                "{\"meta\":{\"records\":3,\"per_page\":2,\"page\":2,\"pages\":2},"
                        + "\"data\":[{\"id\":3,\"name\":\"Ting 3\",\"price\":-0.05,\"bought\":null}]}",
                listed.body());
        assertEquals(204, deleted.statusCode());
        assertEquals("", deleted.body());
    }

    @Test
    void one_fault_is_the_message_and_of_more_all_are_told() {
        HttpResponse<String> one = send("POST", THINGS, "{\"name\":\"x\",\"price\":\"much\"}");
        HttpResponse<String> two = send("POST", THINGS, "{\"nam\":\"x\",\"price\":1}");

        assertEquals(400, one.statusCode());
        assertTrue(one.body()
                .startsWith("{\"status\":400,\"error\":\"Bad Request\",\"message\":\"The field price cannot be"
                        + " \\\"much\\\". It must be an amount"));
        assertTrue(one.body().contains("\"faults\":[{\"field\":\"price\",\"message\":\"The field price cannot be"));
        assertTrue(
                two.body().contains("\"message\":\"There are 2 faults in the content. The first: Unknown field nam."));
        assertTrue(
                two.body().contains("{\"field\":\"name\",\"message\":\"The field name is missing. It must be a text"));
    }

    @Test
    void what_the_use_case_refuses_has_the_same_shape() {
        assertEquals(
                409, send("POST", THINGS, "{\"name\":\"taken\",\"price\":1}").statusCode());
        HttpResponse<String> wrong = send("POST", THINGS, "{\"name\":\"wrong\",\"price\":1}");
        assertEquals(400, wrong.statusCode());
        assertTrue(wrong.body().contains("\"faults\":[{\"field\":\"name\""));
    }

    @Test
    void who_may_not_learns_nothing_of_the_body() {
        String foreign = "/api/v2/things?client_account_id=3";
        String reader = "Bearer " + office.key(office.kari, ClientScope.all(), Right.READ);

        assertEquals(401, send("POST", THINGS, "{", "X-None", "x").statusCode());
        assertEquals(403, send("POST", foreign, "{", "Authorization", key).statusCode());
        assertEquals(403, send("POST", THINGS, GOOD, "Authorization", reader).statusCode());
        assertTrue(
                send("POST", THINGS + "&x=1", "{", "Authorization", key).body().contains("Unknown parameter x"));
    }

    @Test
    void a_browser_needs_its_token_here_too() {
        String cookie = office.signedIn("kari@kontor.example");

        assertEquals(403, send("POST", THINGS, GOOD, "Cookie", cookie).statusCode());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "application/x-www-form-urlencoded",
                "multipart/form-data",
                "application/jsonx",
                "*/*",
                ""
            })
    void json_is_sent_as_json(String mediaType) {
        HttpResponse<String> answer = office.send(
                "POST", THINGS, BodyPublishers.ofString(GOOD), "Authorization", key, "Content-Type", mediaType);

        assertEquals(415, answer.statusCode());
        assertTrue(answer.body().contains("application/json"));
    }

    @Test
    void json_may_name_its_encoding() {
        HttpResponse<String> answer = office.send(
                "POST",
                THINGS,
                BodyPublishers.ofString(GOOD),
                "Authorization",
                key,
                "Content-Type",
                "Application/JSON; charset=utf-8");

        assertEquals(201, answer.statusCode());
    }

    @Test
    void a_route_without_a_body_takes_none() {
        assertEquals(204, send("DELETE", THING, "{}").statusCode());
        assertEquals(400, send("DELETE", THING, GOOD).statusCode());
    }

    @Test
    void hostile_bodies_are_refused_in_json_and_harm_nothing() {
        String mega = "x".repeat(1 << 20);
        for (String body : List.of(
                "",
                "{",
                "null",
                "[]",
                "{\"price\":1e400,\"name\":\"x\"}",
                "{\"price\":NaN,\"name\":\"x\"}",
                "{\"price\":1,\"name\":\"\\ud800\"}",
                "{\"price\":1,\"name\":\"\\u0000\"}",
                "{\"price\":{\"a\":1},\"name\":[\"x\"]}",
                "{\"price\":1,\"name\":null}",
                "{\"price\":1,\"price\":2,\"name\":\"x\"}",
                "{\"\\ud800\":1}",
                "[".repeat(200_000),
                "{\"a\":".repeat(100_000),
                "{\"name\":\"" + mega.substring(100) + "\",\"price\":1}")) {
            assertRefused(400, send("POST", THINGS, body));
            assertRefused(400, send("PUT", THING, body));
        }
        assertRefused(413, send("POST", THINGS, "{\"name\":\"" + mega + "\",\"price\":1}"));
        assertEquals(201, send("POST", THINGS, GOOD).statusCode());
    }

    @Test
    void a_stream_may_be_longer_than_what_is_read_whole_and_says_what_it_is() {
        String csv = "a;b\n".repeat(600_000);

        HttpResponse<String> answer = office.send(
                "POST",
                "/api/v2/things/import?client_account_id=1",
                BodyPublishers.ofString(csv),
                "Authorization",
                key,
                "Content-Type",
                "text/csv; charset=utf-8");

        assertEquals("[\"text/csv\",2400000]", answer.body());
        assertEquals(
                415,
                send("POST", "/api/v2/things/import?client_account_id=1", "[]").statusCode());
    }

    private HttpResponse<String> send(String method, String path, String body) {
        return send(method, path, body, "Authorization", key);
    }

    private HttpResponse<String> send(String method, String path, String body, String header, String value) {
        return office.send(
                method, path, BodyPublishers.ofString(body), header, value, "Content-Type", "application/json");
    }

    private static void assertRefused(int status, HttpResponse<String> answer) {
        assertEquals(status, answer.statusCode(), answer.body());
        assertTrue(answer.body().startsWith("{\"status\":" + status), answer.body());
        assertTrue(answer.body().length() < 5_000);
        assertTrue(!answer.body().toLowerCase(Locale.ROOT).contains("exception"), answer.body());
    }
}
