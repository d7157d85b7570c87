package no.avstemt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import no.avstemt.web.http.Route;
import no.avstemt.web.http.RouteDraft;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every route answers in what the caller accepts, or says what it makes. */
final class NegotiationTest {

    private static final String BROWSER =
            "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8";
    private static final String TRIAL_BALANCE =
            "/api/v2/reports/trial-balance?client_account_id=%s&date_from=2026-01-01&date_to=2026-12-31";

    @TempDir
    private static Path folder;

    private static ApiOffice office;

    @BeforeAll
    static void open() {
        office = new ApiOffice(folder);
    }

    @AfterAll
    static void close() {
        office.close();
    }

    @Test
    void a_type_that_is_not_made_is_406_and_names_those_that_are() {
        for (Route route : reads()) {
            String known = String.join(", ", route.answers());
            String refusing = String.join(";q=0, ", route.answers()) + ";q=0, */*;q=0";
            for (String accept : List.of("image/png", refusing, "*/*;q=0")) {
                HttpResponse<String> answer = get(route, accept);
                assertEquals(406, answer.statusCode(), route.path() + " " + accept);
                assertTrue(answer.body().contains("This address only makes " + known + "."), answer.body());
            }
        }
    }

    @Test
    void each_type_that_is_made_can_be_asked_for_and_whoever_takes_anything_gets_the_first() {
        for (Route route : reads()) {
            for (String type : route.answers()) {
                assertMade(type, get(route, type), route);
                assertMade(type, get(route, "image/png, " + type + ";q=0.1"), route);
            }
            assertMade(route.answers().get(0), get(route, "*/*"), route);
            boolean makesHtml = route.answers().contains(RouteDraft.HTML);
            assertMade(makesHtml ? RouteDraft.HTML : route.answers().get(0), get(route, BROWSER), route);
        }
    }

    @Test
    void what_is_no_accept_header_is_400() {
        for (Route route : reads()) {
            HttpResponse<String> answer = get(route, "application/json;q=2");

            assertEquals(400, answer.statusCode(), route.path());
            assertTrue(answer.body().contains("application/json;q=2"), answer.body());
        }
    }

    @Test
    void caches_are_told_what_an_answer_depends_on() {
        for (Route route : reads()) {
            assertEquals(
                    "Accept, Accept-Encoding, Accept-Language, Cookie",
                    get(route, "*/*").headers().firstValue("Vary").orElseThrow(),
                    route.path());
        }
    }

    @Test
    void what_the_caller_has_in_the_format_asked_for_is_304() {
        for (String type : List.of("application/json", "text/html")) {
            HttpResponse<String> whole = report("Accept", type);
            String tag = whole.headers().firstValue("ETag").orElseThrow();

            HttpResponse<String> known = report("Accept", type, "If-None-Match", "\"other\", " + tag);

            assertEquals(304, known.statusCode(), type);
            assertEquals("", known.body());
            String other = type.equals("text/html") ? "application/json" : "text/html";
            assertEquals(200, report("Accept", other, "If-None-Match", tag).statusCode(), other);
            assertEquals(tag, known.headers().firstValue("ETag").orElseThrow());
            assertEquals(
                    200, report("Accept", type, "If-None-Match", "\"other\"").statusCode());
        }
    }

    @Test
    void names_are_in_the_language_that_is_asked_for() {
        assertTrue(
                report("Accept-Language", "en-GB", "Accept", "text/html").body().contains("lang=\"en\""));
        assertTrue(report("Accept-Language", "nb", "Accept", "text/html").body().contains("lang=\"nb\""));
    }

    @Test
    void long_answers_of_the_api_are_packed_and_pages_with_a_token_are_not() {
        HttpResponse<String> document = send("/api/openapi.json", "Accept-Encoding", "gzip");
        HttpResponse<String> refused = send("/api/openapi.json", "Accept-Encoding", "gzip;q=0");

        assertEquals("gzip", document.headers().firstValue("Content-Encoding").orElseThrow());
        assertFalse(refused.headers().firstValue("Content-Encoding").isPresent());
        assertTrue(refused.body().startsWith("{"));
        HttpResponse<String> page = send("/login", "Accept-Encoding", "gzip", "Accept", "text/html");
        assertEquals(200, page.statusCode());
        assertFalse(page.headers().firstValue("Content-Encoding").isPresent());
    }

    private static List<Route> reads() {
        return office.routes().stream()
                .filter(route -> route.verb() == Route.Verb.GET)
                .filter(route -> !route.answers().contains(RouteDraft.EVENTS))
                .toList();
    }

    /** What is asked for may not be there; then the error is JSON. */
    private static void assertMade(String type, HttpResponse<String> answer, Route route) {
        assertTrue(answer.statusCode() < 406, route.path() + ": " + answer.statusCode() + " " + answer.body());
        String made = answer.headers().firstValue("Content-Type").orElse("").split(";", 2)[0];
        assertEquals(answer.statusCode() < 400 ? type : RouteDraft.JSON, made, route.path());
    }

    private static HttpResponse<String> report(String... headers) {
        return send(TRIAL_BALANCE.formatted(office.own), headers);
    }

    private static HttpResponse<String> get(Route route, String accept) {
        return send(route, ApiOffice.address(route, office.own.toString()), "Accept", accept);
    }

    private static HttpResponse<String> send(String address, String... headers) {
        return send(reads().get(0), address, headers);
    }

    private static HttpResponse<String> send(Route route, String address, String... headers) {
        String[] all = new String[headers.length + 2];
        System.arraycopy(headers, 0, all, 0, headers.length);
        all[headers.length] = "Authorization";
        all[headers.length + 1] = "Bearer " + office.writer(route);
        return office.send(route, address, "", all);
    }
}
