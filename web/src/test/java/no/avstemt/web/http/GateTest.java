package no.avstemt.web.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import no.avstemt.application.access.ClientScope;
import no.avstemt.application.access.Right;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class GateTest {

    private final Office office = new Office();

    @BeforeAll
    void open() {
        office.open(FakeRoutes.all(office));
    }

    @AfterAll
    void close() {
        office.close();
    }

    @Test
    void no_key_a_malformed_key_and_an_unknown_key_are_401() {
        for (String[] headers : new String[][] {
            {"X-None", "x"},
            {"Authorization", ""},
            {"Authorization", "Bearer"},
            {"Authorization", "Bearer avst_unknown"},
            {"Authorization", "Basic a2FyaTprYXJp"},
            {"Cookie", "avstemt_session=unknown"}
        }) {
            HttpResponse<String> answer = office.get("/api/v2/fake?client_account_id=1&unknown=x", headers);

            assertEquals(401, answer.statusCode(), String.join(" ", headers));
            assertTrue(answer.body().startsWith("{\"status\":401,\"error\":\"Unauthorized\",\"message\":\""));
            assertEquals(
                    "Bearer", answer.headers().firstValue("WWW-Authenticate").orElseThrow());
        }
    }

    @Test
    void a_bad_key_is_not_mended_by_a_good_cookie() {
        String cookie = office.signedIn("kari@kontor.example");

        HttpResponse<String> answer = office.get(
                "/api/v2/fake?client_account_id=1", "Cookie", cookie, "Authorization", "Bearer avst_unknown");

        assertEquals(401, answer.statusCode());
    }

    @Test
    void every_way_to_name_no_client_of_ones_own_is_the_same_403_before_any_400() {
        String key = "Bearer " + office.key(office.kari, ClientScope.all(), Right.WRITE);
        Set<String> bodies = new HashSet<>();

        for (String query : List.of(
                "",
                "client_account_id=",
                "client_account_id",
                "client_account_id=abc",
                "client_account_id=-1",
                "client_account_id=0",
                "client_account_id=01",
                "client_account_id=1.0",
                "client_account_id=99999999999999999999",
                "client_account_id=%00",
                "client_account_id=1&client_account_id=1",
                "client_account_id=1&client_account_id=2",
                "client_account_id=3",
                "client_account_id=4711",
                "client_account_id=3&unknown=x&date_from=never")) {
            HttpResponse<String> answer = office.get("/api/v2/fake?" + query, "Authorization", key);
            assertEquals(403, answer.statusCode(), query);
            bodies.add(answer.body());
        }

        assertEquals(
                Set.of("{\"status\":403,\"error\":\"Forbidden\",\"message\":"
                        + "\"client_account_id is missing, or you do not have access to the client account.\"}"),
                bodies);
    }

    @Test
    void a_client_that_does_not_exist_is_403_for_the_administrator_too() {
        String key = "Bearer " + office.key(office.anna, ClientScope.all(), Right.READ);

        assertEquals(
                200,
                office.get("/api/v2/fake?client_account_id=3", "Authorization", key)
                        .statusCode());
        assertEquals(
                403,
                office.get("/api/v2/fake?client_account_id=4", "Authorization", key)
                        .statusCode());
    }

    @Test
    void a_wrong_parameter_is_400_and_the_message_names_it_and_what_is_allowed() {
        assertBad(
                "unknown=1",
                "Unknown parameter unknown. Known parameters: client_account_id, date_from, include_drafts, per_page.");
        assertBad(
                "format=pdf",
                "The parameter format is not used. Choose a format with the header Accept: application/json, text/html.");
        assertBad(
                "date_from=2026-02-30",
                "The parameter date_from cannot be \\\"2026-02-30\\\". It must be a date as YYYY-MM-DD, from 1900 to 2199.");
        assertBad(
                "date_from=",
                "The parameter date_from cannot be \\\"\\\". It must be a date as YYYY-MM-DD, from 1900 to 2199.");
        assertBad("date_from=2026-01-01&date_from=2026-01-01", "The parameter date_from is given more than once.");
        assertBad(
                "include_drafts=yes",
                "The parameter include_drafts cannot be \\\"yes\\\". It must be one of: true, false.");
        assertBad(
                "per_page=0", "The parameter per_page cannot be \\\"0\\\". It must be a whole number from 1 to 1000.");
        assertBad("per_page=%ff", "The address or the form holds characters that are not encoded as UTF-8.");
    }

    @Test
    void what_is_right_comes_through_with_defaults_for_the_rest() {
        String key = "Bearer " + office.key(office.kari, Office.scope(1), Right.READ);

        HttpResponse<String> some =
                office.get("/api/v2/fake?client_account_id=1&date_from=2026-02-28&per_page=7", "Authorization", key);
        HttpResponse<String> none = office.get("/api/v2/fake?client_account_id=1", "Authorization", key);

        assertEquals(
                "{\"client\":1,\"date_from\":\"2026-02-28\",\"include_drafts\":false,\"per_page\":7}", some.body());
        assertEquals("{\"client\":1,\"date_from\":\"none\",\"include_drafts\":false,\"per_page\":100}", none.body());
    }

    @Test
    void a_role_that_may_not_is_403() {
        String accountant = "Bearer " + office.key(office.kari, ClientScope.all(), Right.WRITE);
        String administrator = "Bearer " + office.key(office.anna, ClientScope.all(), Right.WRITE);

        assertEquals(
                403,
                office.get("/api/v2/everything", "Authorization", accountant).statusCode());
        assertEquals(
                200,
                office.get("/api/v2/everything", "Authorization", administrator).statusCode());
    }

    @Test
    void a_page_leaves_out_what_a_form_left_empty_and_tells_of_errors_in_the_readers_language() {
        String cookie = office.signedIn("kari@kontor.example");

        HttpResponse<String> fine = office.get("/page/7?client_account_id=1&date_from=", "Cookie", cookie);
        HttpResponse<String> bad = office.get("/page/7?client_account_id=1&date_from=ig%C3%A5r", "Cookie", cookie);
        HttpResponse<String> english = office.get(
                "/page/7?client_account_id=1&date_from=x", "Cookie", cookie, "Accept-Language", "en-GB,nb;q=0.5");

        assertEquals(200, fine.statusCode());
        assertTrue(fine.body().contains("id 7, Optional.empty"));
        assertEquals(400, bad.statusCode());
        assertTrue(english.body().contains("The parameter date_from cannot be"), english.body());
    }

    @Test
    void answers_are_negotiated() {
        String key = "Bearer " + office.key(office.kari, ClientScope.all(), Right.READ);
        String path = "/api/v2/fake?client_account_id=1";

        assertEquals(
                "application/json",
                office.get(path, "Authorization", key, "Accept", "*/*")
                        .headers()
                        .firstValue("Content-Type")
                        .orElseThrow());
        assertTrue(office.get(path, "Authorization", key, "Accept", "application/json;q=0.5, text/html")
                .body()
                .contains("<p>page</p>"));
        HttpResponse<String> pdf = office.get(path, "Authorization", key, "Accept", "application/pdf");
        assertEquals(406, pdf.statusCode());
        assertTrue(pdf.body().contains("This address only makes application/json, text/html."));
        assertEquals(
                400,
                office.get(path, "Authorization", key, "Accept", "nonsense").statusCode());
        assertEquals(
                400,
                office.get(path + "&x=1", "Authorization", key, "Accept", "application/pdf")
                        .statusCode());
    }

    @Test
    void a_head_request_gets_the_same_status_and_no_body() {
        String key = "Bearer " + office.key(office.kari, ClientScope.all(), Right.READ);

        HttpResponse<String> fine = office.method("HEAD", "/api/v2/fake?client_account_id=1", "Authorization", key);
        HttpResponse<String> unknown = office.method("HEAD", "/api/v2/fake?client_account_id=1");

        assertEquals(200, fine.statusCode());
        assertEquals("", fine.body());
        assertEquals(401, unknown.statusCode());
        assertFalse(fine.headers().firstValue("Content-Security-Policy").isEmpty());
    }

    private void assertBad(String query, String message) {
        String key = "Bearer " + office.key(office.kari, ClientScope.all(), Right.READ);
        HttpResponse<String> answer = office.get("/api/v2/fake?client_account_id=1&" + query, "Authorization", key);
        assertEquals("{\"status\":400,\"error\":\"Bad Request\",\"message\":\"" + message + "\"}", answer.body());
        assertEquals(400, answer.statusCode());
    }
}
