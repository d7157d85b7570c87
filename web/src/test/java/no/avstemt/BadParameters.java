package no.avstemt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.avstemt.web.api.Shape;
import no.avstemt.web.http.Param;
import no.avstemt.web.http.Route;
import no.avstemt.web.http.SeveralClients;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Each parameter of each route given wrongly in every way there is. In the quick setting a parameter that many routes share
 * is met on one of them.
 */
record BadParameters(ApiOffice office) {

    private static final int TURNS = 150;
    private static final List<String> VALUES = List.of(
            "",
            " ",
            "x",
            "-1",
            "0",
            "1.5",
            "1e9",
            "99999999999999999999",
            "2026-02-30",
            "0000-00-00",
            "yes",
            "null",
            "\u0000",
            "' OR 1=1 --",
            "<script>alert(1)</script>",
            "../../etc/passwd",
            "1900-01-01",
            "1900-12-31",
            "2199-12-31",
            "x".repeat(3_000));

    /** First and last of a range; a single day is the first. */
    private static final List<List<String>> EDGES = List.of(
            List.of("1900-01-01", "1900-01-01"),
            List.of("1900-01-01", "1900-12-31"),
            List.of("1900-12-31", "1900-12-31"),
            List.of("2199-12-31", "2199-12-31"),
            List.of("1900-01-01", "2199-12-31"));

    /**
     * @param query what is given of the parameter; empty when it is left out
     * @param refused whether nothing but a refusal can come
     */
    record Case(Route route, Param<?> param, String query, boolean refused) {

        @Override
        public String toString() {
            return route.verb() + " " + route.path() + " " + (query.length() > 90 ? query.substring(0, 90) : query);
        }
    }

    List<Case> cases() {
        List<Case> cases = new ArrayList<>();
        Set<Param<?>> met = new HashSet<>();
        for (Route route : office.routes()) {
            for (Param<?> param : route.params()) {
                if (param.equals(SeveralClients.PARAM)) {
                    continue; // whose rows they are: refused as a single client account is, whatever is wrong with it
                }
                boolean first = met.add(param) || Boolean.getBoolean("avstemt.test.long");
                boolean namesClients = param.name().startsWith(Route.CLIENT); // refused as one that is not the caller's
                if (param.place() == Param.Place.QUERY && !namesClients && (first || param.isRequired())) {
                    add(cases, route, param, first);
                }
            }
        }
        return cases;
    }

    /** The first and the last days that there are, on each route that takes days, with each choice of everything else. */
    private static List<String> edges(Route route) {
        List<Param<?>> days = route.params().stream()
                .filter(param -> param.type().format().equals("date"))
                .toList();
        if (days.isEmpty()) {
            return List.of();
        }
        List<String> others = new ArrayList<>(List.of(""));
        for (Param<?> param : route.params()) {
            if (param.place() == Param.Place.QUERY && !days.contains(param)) {
                param.type().values().forEach(value -> others.add("&" + param.name() + "=" + value));
            }
        }
        List<String> queries = new ArrayList<>();
        for (List<String> edge : EDGES) {
            String dates = days.stream()
                    .map(day -> day.name() + "=" + edge.get(day.name().equals("date_to") ? 1 : 0))
                    .collect(Collectors.joining("&"));
            others.forEach(other -> queries.add(dates + other));
        }
        return queries;
    }

    /** What is right one by one may be refused together, and never fails. */
    void assertEdgesMet() {
        for (Route route : office.routes()) {
            for (String query : edges(route)) {
                String address = with(ApiOffice.address(route, office.own.toString()), query);
                HttpResponse<String> answer = send(route, address);
                assertTrue(answer.statusCode() < 500, route.verb() + " " + address + ": " + answer.body());
                if (answer.statusCode() >= 400) {
                    assertShape(answer, address);
                }
            }
        }
    }

    /** In the place of what the address says of the same parameters. */
    private static String with(String address, String query) {
        String kept = address;
        for (String pair : query.split("&")) {
            kept = kept.replaceAll("(?<=[?&])" + pair.split("=", 2)[0] + "=[^&]*&?", "");
        }
        return kept + (kept.contains("?") ? "&" : "?") + query;
    }

    private static void add(List<Case> cases, Route route, Param<?> param, boolean everyValue) {
        String name = param.name();
        if (param.isRequired()) {
            cases.add(new Case(route, param, "", true));
        }
        String fine = name + "=" + ApiOffice.encoded(ApiOffice.value(param));
        if (!param.many()) {
            cases.add(new Case(route, param, fine + "&" + fine, true));
        }
        if (everyValue) {
            cases.add(new Case(route, param, name + "=%FF", true));
            VALUES.forEach(value -> cases.add(new Case(
                    route,
                    param,
                    name + "=" + ApiOffice.encoded(value),
                    param.wrap().apply(List.of(value)).isEmpty())));
        }
    }

    /** Refused with its name, or taken, or refused for another reason. */
    void assertMet(Case bad) {
        HttpResponse<String> answer = send(bad.route(), address(bad, office.own.toString()));
        if (bad.refused()) {
            assertEquals(400, answer.statusCode(), bad + ": " + answer.body());
            assertTrue(
                    answer.body().contains(bad.param().name()) || bad.query().endsWith("=%FF"),
                    bad + ": " + answer.body());
        }
        assertTrue(answer.statusCode() < 500, bad + ": " + answer.body());
        if (answer.statusCode() >= 400) {
            assertShape(answer, bad.toString());
        }
    }

    static void assertShape(HttpResponse<String> answer, String what) {
        assertEquals(
                "application/json", answer.headers().firstValue("Content-Type").orElse(""), what);
        JsonNode error = JsonMapper.shared().readTree(answer.body());
        assertEquals(answer.statusCode(), error.get("status").asInt(), what);
        assertFalse(error.get("error").asString().isBlank(), what);
        assertFalse(error.get("message").asString().isBlank(), what);
        assertTrue(
                Stream.of("Exception", "java.", "no.avstemt", "SQL", "org.postgres")
                        .noneMatch(answer.body()::contains),
                what + ": " + answer.body());
    }

    /** Of every route that takes a range of dates. */
    void assertDatesInOrder() {
        for (Route route : office.routes()) {
            List<String> names = route.params().stream().map(Param::name).toList();
            if (names.containsAll(List.of("date_from", "date_to"))) {
                String[] parts = ApiOffice.address(route, office.own.toString()).split("\\?", 2);
                String rest = parts[1].replaceAll("&?date_(from|to)=[^&]*", "");
                HttpResponse<String> answer =
                        send(route, parts[0] + "?" + rest + "&date_from=2026-03-01&date_to=2026-02-01");
                assertEquals(400, answer.statusCode(), route.path() + ": " + answer.body());
                assertTrue(answer.body().contains("date_from"), answer.body());
                assertShape(answer, route.path());
            }
        }
    }

    /** What takes longer tells that there is something. Asked in turns, so that both meet the same load. */
    void assertSameTime(String foreign, String unknown) {
        Route route = office.routes().stream()
                .filter(each -> each.path().equals("/api/v2/reports/trial-balance"))
                .findFirst()
                .orElseThrow();
        List<Long> one = new ArrayList<>();
        List<Long> other = new ArrayList<>();
        for (int turn = 0; turn < TURNS; turn++) {
            one.add(nanos(route, foreign));
            other.add(nanos(route, unknown));
        }
        long median = one.stream().sorted().toList().get(TURNS / 2);
        long another = other.stream().sorted().toList().get(TURNS / 2);
        assertTrue(
                Math.abs(median - another) < Math.max(median, another) / 2,
                median + " and " + another + " nanoseconds");
    }

    private long nanos(Route route, String client) {
        String address = ApiOffice.address(route, client);
        long begun = System.nanoTime();
        send(route, address);
        return System.nanoTime() - begun;
    }

    /** With all else as it must be. */
    String address(Case bad, String client) {
        String fine = ApiOffice.address(bad.route(), client);
        String[] parts = fine.split("\\?", 2);
        List<String> kept = new ArrayList<>();
        for (String pair : parts.length < 2 ? List.<String>of() : List.of(parts[1].split("&"))) {
            if (!pair.startsWith(bad.param().name() + "=")) {
                kept.add(pair);
            }
        }
        if (!bad.query().isEmpty()) {
            kept.add(bad.query());
        }
        return parts[0] + (kept.isEmpty() ? "" : "?" + String.join("&", kept));
    }

    HttpResponse<String> send(Route route, String address) {
        String body = route.contract()
                .body()
                .map(Shape::schema)
                .map(schema -> ApiOffice.json(schema, "", "none", ""))
                .orElse("");
        return office.send(route, address, body, "Authorization", "Bearer " + office.writer(route));
    }
}
