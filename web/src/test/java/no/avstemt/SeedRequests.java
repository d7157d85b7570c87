package no.avstemt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import no.avstemt.domain.time.Oslo;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Sends the requests of the guide to the Reports API one by one, as {@link SeedGuide} has them. */
final class SeedRequests {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final Portal portal;
    private final String key;
    private final HttpClient http = HttpClient.newHttpClient();

    SeedRequests(Portal portal, String key) {
        this.portal = portal;
        this.key = key;
    }

    void assertEveryParameter() {
        for (String line : SeedGuide.PARAMETERS.lines().toList()) {
            String[] cells =
                    List.of(line.split("\\|")).stream().map(String::strip).toArray(String[]::new);
            HttpResponse<String> given = fine(cells[0], "&" + cells[1] + "=" + cells[3], line);
            assertForm(cells[0], given, line);
            if (!cells[2].isEmpty()) {
                String same = fine(cells[0], "&" + cells[1] + "=" + standing(cells[2]), line)
                        .body();
                assertEquals(fine(cells[0], "", line).body(), same, line);
            }
        }
    }

    private static String standing(String whenMissing) {
        LocalDate today = Oslo.today(ProgramForTest.CLOCK);
        return switch (whenMissing) {
            case "today" -> today.toString();
            case "january" -> today.withDayOfYear(1).toString();
            default -> whenMissing;
        };
    }

    void assertEveryFieldAndFormat() {
        SeedGuide.FIELDS.keySet().forEach(report -> {
            HttpResponse<String> json = fine(report, "", report);
            assertForm(report, json, report);
            assertTrue(rows(report, json).size() > 0 || report.startsWith("accounts-"), report + " has no rows");
            HttpResponse<String> html = get(report, query(report), "Accept", "text/html");
            assertEquals(200, html.statusCode(), report);
            assertTrue(html.headers().firstValue("Content-Type").orElse("").startsWith("text/html"), report);
        });
    }

    void assertEveryDimension() {
        for (String report : List.of("income-statement", "trial-balance")) {
            for (String type : SeedGuide.DIMENSIONS) {
                HttpResponse<String> grouped = fine(report, "&group_by_dimension=" + type, report + " by " + type);
                rows(report, grouped).forEach(row -> {
                    JsonNode relation = row.get("relation_type");
                    assertTrue(relation.isNull() || relation.asString().equals(type), row::toString);
                });
            }
        }
    }

    void assertErrors() {
        for (String report : SeedGuide.FIELDS.keySet()) {
            String unnamed = query(report).replaceFirst("client_account_id=[0-9]+&?", "");
            assertError(403, "Forbidden", get(report, unnamed));
            assertError(403, "Forbidden", get(report, query(report).replaceFirst("id=[0-9]+", "id=4711")));
            assertError(400, "Bad Request", get(report, query(report) + "&no_such=1"));
            if (!SeedGuide.PAGED.contains(report) && !report.equals("balance-sheet")) {
                assertError(400, "Bad Request", get(report, query(report) + "&group_by_dimension=colour"));
            }
        }
    }

    private static void assertError(int status, String error, HttpResponse<String> answer) {
        assertEquals(status, answer.statusCode(), answer.body());
        JsonNode body = JSON.readTree(answer.body());
        assertEquals(Set.of("status", "error", "message"), Set.copyOf(body.propertyNames()));
        assertEquals(status, body.get("status").asInt());
        assertEquals(error, body.get("error").asString());
        assertTrue(body.get("message").isString());
    }

    private void assertForm(String report, HttpResponse<String> answer, String what) {
        assertEquals(
                "application/json",
                answer.headers().firstValue("Content-Type").orElse("").split(";", 2)[0]);
        if (SeedGuide.PAGED.contains(report)) {
            JsonNode meta = JSON.readTree(answer.body()).get("meta");
            for (String name : List.of("records", "per_page", "page", "pages")) {
                assertTrue(meta.get(name).isIntegralNumber(), what + " " + name);
            }
        }
        for (JsonNode row : rows(report, answer)) {
            SeedGuide.FIELDS.getOrDefault(report, "").lines().forEach(field -> {
                String[] parts = field.split(" ", 2);
                JsonNode value = row.at("/" + parts[0].replace('.', '/'));
                assertTrue(isA(parts[1], value), what + ": " + field + " is " + value + " in " + row);
            });
        }
    }

    private static boolean isA(String kind, JsonNode value) {
        if (kind.endsWith("?") && value.isNull()) {
            return true;
        }
        return switch (kind.replace("?", "")) {
            case "text" -> value.isString();
            case "whole" -> value.isIntegralNumber();
            case "number" -> value.isNumber();
            case "amount" -> value.isNumber() && value.decimalValue().scale() == 2;
            case "date" -> value.isString() && value.asString().matches("[0-9]{4}-[0-9]{2}-[0-9]{2}");
            case "flag" -> value.isBoolean();
            case "list" -> value.isArray();
            default -> !value.isMissingNode();
        };
    }

    private static List<JsonNode> rows(String report, HttpResponse<String> answer) {
        JsonNode whole = JSON.readTree(answer.body());
        return (SeedGuide.PAGED.contains(report) ? whole.get("data") : whole)
                .valueStream()
                .toList();
    }

    private HttpResponse<String> fine(String report, String more, String what) {
        String name = more.isEmpty() ? "" : more.substring(1, more.indexOf('='));
        String query = query(report).replaceAll("&" + name + "=[^&]*", "");
        HttpResponse<String> answer = get(report, query + more);
        assertEquals(200, answer.statusCode(), what + ": " + answer.body());
        return answer;
    }

    /** With what must be given. */
    private String query(String report) {
        String client = "client_account_id=" + portal.client();
        return report.equals("trial-balance") ? client + "&date_from=2026-01-01&date_to=2026-12-31" : client;
    }

    private HttpResponse<String> get(String report, String query, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(portal.address() + "/api/v2/reports/" + report + "?" + query))
                .header("Authorization", "Bearer " + key);
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
