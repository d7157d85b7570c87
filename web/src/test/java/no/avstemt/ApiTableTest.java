package no.avstemt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import no.avstemt.web.api.Schema;
import no.avstemt.web.api.Shape;
import no.avstemt.web.http.Param;
import no.avstemt.web.http.Route;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Walks the route table of the whole program: strangers, other people's client accounts, hostile parameters and bodies. */
final class ApiTableTest {

    private static final List<String> HOSTILE_VALUES = List.of(
            "\"\"",
            "\"\\ud800\"",
            "\"\\u0000\"",
            "\"' OR 1=1 --\"",
            "\"%00\"",
            "1e400",
            "-1",
            "0",
            "99999999999999999999",
            "0.001",
            "null",
            "true",
            "[]",
            "{}",
            "[[]]",
            "{\"a\":{\"b\":1}}",
            "\"2026-02-30\"",
            "\"9999-12-31\"",
            "\"<script>\"",
            "\"" + "x".repeat(100_000) + "\"");
    private static final List<String> HOSTILE_BODIES = List.of(
            "{", "null", "[]", "1", "\"x\"", "{\"a\":1}", "[".repeat(100_000), "{\"a\":NaN}", "\u0000", "{} {}");
    private static final List<String> HOSTILE_PARAMETERS = List.of(
            "",
            "%00",
            "%ED%A0%80",
            "%FF",
            "%27%20OR%201%3D1",
            "-1",
            "0",
            "1e9",
            "99999999999999999999",
            "2026-02-30",
            "%20",
            "%F0%9F%98%80",
            "x".repeat(3_000),
            "..%2F..%2Fetc");

    private static final int SHARE = 3;

    private static int met;

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
    void without_a_key_every_route_is_401() {
        for (Route route : office.routes()) {
            if (!route.access().open()) {
                assertEquals(
                        401, send(route, own(route), body(route), "X-None", "x").statusCode(), name(route));
            }
        }
    }

    @Test
    void every_route_of_a_client_refuses_other_peoples_in_the_same_words() {
        Set<String> bodies = new HashSet<>();
        for (Route route : office.routes()) {
            if (route.ofClient()) {
                String foreign = Long.toString(office.foreign.value());
                for (String client : List.of(foreign, "4711", "", "x", "0")) {
                    HttpResponse<String> answer = send(route, ApiOffice.address(route, client), body(route));
                    assertEquals(403, answer.statusCode(), name(route) + " for " + client);
                    bodies.add(answer.body());
                }
                String unnamed = own(route).replaceFirst("client_account_id=[0-9]+&?", "");
                assertEquals(403, send(route, unnamed, body(route)).statusCode(), name(route));
            }
        }
        assertEquals(1, bodies.size(), bodies::toString);
    }

    @Test
    void a_key_that_reads_changes_nothing() {
        for (Route route : office.routes()) {
            if (route.verb().changesSomething()) {
                HttpResponse<String> answer =
                        office.send(route, own(route), body(route), "Authorization", "Bearer " + office.reader);
                assertEquals(403, answer.statusCode(), name(route));
            }
        }
    }

    @Test
    void every_route_that_changes_something_takes_an_idempotency_key() {
        for (Route route : office.routes()) {
            boolean takes = route.params().stream()
                    .anyMatch(param ->
                            param.place() == Param.Place.HEADER && param.name().equals("Idempotency-Key"));
            assertEquals(route.verb().changesSomething(), takes, name(route));
        }
    }

    @Test
    void hostile_parameters_are_refused_and_never_fail() {
        for (Route route : office.routes()) {
            String address = own(route);
            String more = address + (address.contains("?") ? "&" : "?");
            assertEquals(
                    400, send(route, more + "no_such_parameter=1", body(route)).statusCode(), name(route));
            for (Param<?> param : route.params()) {
                for (String value : some(HOSTILE_PARAMETERS)) {
                    boolean inPath = param.place() == Param.Place.PATH;
                    boolean inQuery = param.place() == Param.Place.QUERY && !address.contains(param.name() + "=");
                    if (inQuery || inPath && !value.isEmpty()) {
                        String hostile = inPath
                                ? own(route, "{" + param.name() + "}", value)
                                : more + param.name() + "=" + value;
                        assertNoFailure(
                                send(route, hostile, body(route)), name(route) + " " + param.name() + "=" + value);
                    }
                }
            }
        }
    }

    @Test
    void a_parameter_that_is_wrong_in_any_way_is_400_and_named() {
        BadParameters bad = new BadParameters(office);
        List<BadParameters.Case> cases = bad.cases();
        assertTrue(cases.size() > 500, cases.size() + " cases");
        cases.forEach(bad::assertMet);
    }

    @Test
    void a_client_account_that_is_not_ones_own_comes_before_any_wrong_parameter() {
        BadParameters bad = new BadParameters(office);
        Set<String> bodies = new HashSet<>();
        List<BadParameters.Case> cases = bad.cases();
        for (int each = 0; each < cases.size(); each += Boolean.getBoolean("avstemt.test.long") ? 1 : 7) {
            BadParameters.Case wrong = cases.get(each);
            if (wrong.route().ofClient()) {
                for (String client : List.of(office.foreign.toString(), "4711")) {
                    HttpResponse<String> answer = bad.send(wrong.route(), bad.address(wrong, client));
                    assertEquals(403, answer.statusCode(), wrong.toString());
                    bodies.add(answer.body());
                }
            }
        }
        assertTrue(bodies.size() <= 1, bodies::toString);
    }

    @Test
    void the_first_and_last_days_never_fail_whatever_else_is_chosen() {
        new BadParameters(office).assertEdgesMet();
    }

    @Test
    void dates_in_the_wrong_order_are_400() {
        new BadParameters(office).assertDatesInOrder();
    }

    @Test
    void a_foreign_and_an_unknown_client_account_take_the_same_time() {
        new BadParameters(office).assertSameTime(Long.toString(office.foreign.value()), "4711");
    }

    @Test
    void hostile_bodies_are_refused_and_never_fail() {
        for (Route route : office.routes()) {
            if (route.contract().body().isPresent()) {
                for (String body : some(HOSTILE_BODIES)) {
                    assertEquals(400, send(route, own(route), body).statusCode(), name(route) + " " + shortened(body));
                }
                assertEquals(413, send(route, own(route), " ".repeat(1_100_000)).statusCode(), name(route));
            }
            if (!route.contract().streams().isEmpty()) {
                for (String body : HOSTILE_BODIES) {
                    assertNoFailure(send(route, own(route), body), name(route) + " " + shortened(body));
                }
            }
        }
    }

    @Test
    void a_hostile_value_in_any_field_is_refused_or_taken_and_never_fails() {
        for (Route route : office.routes()) {
            route.contract().body().map(Shape::schema).ifPresent(schema -> {
                for (String way : ways(schema, "")) {
                    for (String value : some(HOSTILE_VALUES)) {
                        String body = ApiOffice.json(schema, "", way, value);
                        assertNoFailure(
                                send(route, own(route), body), name(route) + " " + way + " = " + shortened(value));
                    }
                }
            });
        }
    }

    /**
     * All of them in the long setting; in the quick one each place meets a share of them, and the next place goes on where
     * it stopped, so that over all places every one is met often.
     */
    private static List<String> some(List<String> hostile) {
        if (Boolean.getBoolean("avstemt.test.long")) {
            return hostile;
        }
        List<String> share = new ArrayList<>();
        for (int count = 0; count < SHARE; count++) {
            share.add(hostile.get(Math.floorMod(met++, hostile.size())));
        }
        return share;
    }

    private static List<String> ways(Schema schema, String way) {
        List<String> ways = new ArrayList<>();
        schema.items().ifPresent(item -> {
            ways.add(way + "[]");
            ways.addAll(ways(item, way + "[]"));
        });
        schema.properties().forEach(property -> {
            ways.add(way + "." + property.name());
            ways.addAll(ways(property.schema(), way + "." + property.name()));
        });
        return ways;
    }

    private static String own(Route route) {
        return ApiOffice.address(route, Long.toString(office.own.value()));
    }

    private static String own(Route route, String placeholder, String value) {
        String known = route.path().substring(0, route.path().indexOf(placeholder));
        String address = own(route);
        String rest = address.substring(known.length());
        return known
                + value
                + rest.substring(rest.indexOf('/') >= 0 ? rest.indexOf('/') : Math.max(0, rest.indexOf('?')));
    }

    private static String body(Route route) {
        return route.contract()
                .body()
                .map(Shape::schema)
                .map(schema -> ApiOffice.json(schema, "", "none", ""))
                .orElse("");
    }

    private static HttpResponse<String> send(Route route, String address, String body) {
        return send(route, address, body, "Authorization", "Bearer " + office.writer(route));
    }

    private static HttpResponse<String> send(Route route, String address, String body, String header, String value) {
        return office.send(route, address, body, header, value);
    }

    private static void assertNoFailure(HttpResponse<String> answer, String what) {
        assertTrue(answer.statusCode() < 500, what + ": " + answer.statusCode() + " " + answer.body());
    }

    private static String shortened(String text) {
        return text.length() < 60 ? text : text.substring(0, 60);
    }

    private static String name(Route route) {
        return route.verb() + " " + route.path();
    }
}
