package no.avstemt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import no.avstemt.web.api.Form;
import no.avstemt.web.http.Route;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The description of the API holds to OpenAPI 3.0.3 and tells of everything that the program answers. */
final class OpenApiTest {

    private static final Set<String> TYPES = Set.of("string", "integer", "number", "boolean", "array", "object");
    private static final Set<String> PLACES = Set.of("query", "path", "header");

    @TempDir
    private static Path folder;

    private static ApiOffice office;
    private static JsonNode document;

    @BeforeAll
    static void open() {
        office = new ApiOffice(folder);
        document = JsonMapper.shared()
                .readTree(fetched("Authorization", "Bearer " + office.reader).body());
    }

    @AfterAll
    static void close() {
        office.close();
    }

    private static HttpResponse<String> fetched(String header, String value) {
        Route route = office.routes().stream()
                .filter(each -> each.path().equals("/api/openapi.json"))
                .findFirst()
                .orElseThrow();
        return office.send(route, route.path(), "", header, value);
    }

    @Test
    void it_is_for_every_caller_and_for_nobody_else() {
        assertEquals("3.0.3", document.get("openapi").asString());
        assertEquals(401, fetched("X-None", "x").statusCode());
        for (String field : List.of("info", "paths", "components", "security", "servers", "tags")) {
            assertTrue(document.has(field), field);
        }
    }

    @Test
    void every_route_is_there_with_each_of_its_parameters_and_no_other() {
        Set<String> told = new TreeSet<>();
        document.get("paths")
                .propertyStream()
                .forEach(path -> path.getValue()
                        .propertyNames()
                        .forEach(verb -> told.add(verb.toUpperCase(Locale.ROOT) + " " + path.getKey())));
        Set<String> there = new TreeSet<>();
        office.routes().forEach(route -> there.add(route.verb() + " " + route.path()));
        assertEquals(there, told);
        for (Route route : office.routes()) {
            Set<String> expected = new TreeSet<>();
            if (route.ofClient()) {
                expected.add(Route.CLIENT);
            }
            route.params().forEach(param -> expected.add(param.name()));
            Set<String> names = new TreeSet<>();
            operation(route)
                    .path("parameters")
                    .forEach(param -> names.add(param.get("name").asString()));
            assertEquals(expected, names, route.path());
        }
    }

    @Test
    void every_parameter_has_a_place_a_type_and_a_description() {
        for (Route route : office.routes()) {
            for (JsonNode param : operation(route).path("parameters")) {
                String what = route.path() + " " + param;
                assertTrue(PLACES.contains(param.get("in").asString()), what);
                assertTrue(TYPES.contains(param.get("schema").path("type").asString()), what);
                assertFalse(param.get("description").asString().isBlank(), what);
                boolean inPath = param.get("in").asString().equals("path");
                assertEquals(
                        inPath, route.path().contains("{" + param.get("name").asString() + "}"), what);
                assertTrue(!inPath || param.path("required").asBoolean(), what);
            }
        }
    }

    @Test
    void every_operation_has_its_own_name_a_summary_and_answers() {
        Set<String> ids = new HashSet<>();
        Set<String> tags = new HashSet<>();
        document.get("tags").forEach(tag -> tags.add(tag.get("name").asString()));
        for (Route route : office.routes()) {
            JsonNode operation = operation(route);
            assertTrue(ids.add(operation.get("operationId").asString()), operation.toString());
            assertFalse(operation.get("summary").asString().isBlank());
            operation.get("tags").forEach(tag -> assertTrue(tags.contains(tag.asString())));
            assertTrue(operation
                    .get("responses")
                    .propertyStream()
                    .anyMatch(e -> e.getKey().startsWith("2")));
            assertTrue(operation.get("responses").has("401"), route.path());
            operation
                    .get("responses")
                    .propertyStream()
                    .forEach(e -> assertTrue(
                            e.getValue().has("$ref") || e.getValue().has("description"),
                            route.path() + " " + e.getKey()));
            assertEquals(route.contract().takesBody(), operation.has("requestBody"), route.path());
        }
    }

    @Test
    void every_reference_leads_somewhere_and_every_schema_is_typed() {
        walk(document);
        document.get("components").get("schemas").forEach(schema -> checked(schema));
    }

    private static void walk(JsonNode node) {
        if (node.has("$ref")) {
            String reference = node.get("$ref").asString();
            assertTrue(reference.startsWith("#/"), reference);
            assertFalse(document.at(reference.substring(1)).isMissingNode(), reference);
            assertEquals(1, node.size(), "OpenAPI 3.0 ignores what stands beside a reference: " + node);
        }
        node.forEach(OpenApiTest::walk);
    }

    private static void checked(JsonNode schema) {
        if (schema.has("$ref") || schema.has("allOf")) {
            return;
        }
        assertTrue(TYPES.contains(schema.path("type").asString("")), schema.toString());
        assertEquals(schema.get("type").asString().equals("array"), schema.has("items"), schema.toString());
        if (schema.has("items")) {
            checked(schema.get("items"));
        }
        for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
            checked(property.getValue());
        }
        schema.path("required")
                .forEach(name -> assertTrue(schema.get("properties").has(name.asString()), name.asString()));
    }

    @Test
    void a_page_shows_all_of_it_to_a_person_without_a_script() {
        FormBrowser browser =
                new FormBrowser(office.avstemt.address(), "nb").signedIn("anna@kontor.example", DemoOffice.PASSWORD);

        String page = browser.get("/api-docs").body();

        for (Route route : office.routes()) {
            assertTrue(page.contains("<b>" + route.verb() + "</b> " + route.path() + "</code>"), route.path());
        }
        assertTrue(page.contains("må oppgis"));
        assertTrue(page.contains("href=\"/api/openapi.json\""));
        assertTrue(browser.get("/").body().contains("href=\"/api-docs\""));
    }

    @Test
    void what_was_filled_in_to_try_a_route_leads_to_the_route_and_empty_fields_are_left_out() {
        FormBrowser browser =
                new FormBrowser(office.avstemt.address(), "nb").signedIn("anna@kontor.example", DemoOffice.PASSWORD);

        FormBrowser.Answer report = browser.get("/api-docs/try?operation=getV2ReportsTrialBalance&client_account_id="
                + office.own + "&date_from=2026-01-01&date_to=2026-12-31&free_text=&account_codes=1920%2C3000");
        FormBrowser.Answer one =
                browser.get("/api-docs/try?operation=getV2AccountsById&client_account_id=1&id=1%2F..%2F2");

        assertEquals(303, report.status());
        assertEquals(
                "/api/v2/reports/trial-balance?client_account_id=" + office.own
                        + "&date_from=2026-01-01&date_to=2026-12-31&account_codes=1920%2C3000",
                report.location());
        assertEquals(200, browser.get(report.location()).status());
        assertEquals("/api/v2/accounts/1%2F..%2F2?client_account_id=1", one.location());
        assertEquals(
                404, browser.get("/api-docs/try?operation=postV2JournalEntries").status());
    }

    @Test
    void the_reports_show_what_the_demo_answered() {
        JsonNode example = document.at("/paths/~1api~1v2~1reports~1trial-balance/get/responses/200/content")
                .get("application/json")
                .get("example");

        assertTrue(example.isArray() && example.get(0).has("account_code"), example.toString());
        assertTrue(fetched("Authorization", "Bearer " + office.reader).body().contains("\"incoming_balance\":0.00"));
    }

    @Test
    void every_example_is_of_the_form_that_is_described() {
        int examples = 0;
        for (Route route : office.routes()) {
            JsonNode content = operation(route)
                    .get("responses")
                    .path(Integer.toString(route.contract().status()))
                    .at("/content/application~1json");
            if (content.has("example")) {
                Form form = new Form(route.contract().answer().orElseThrow());
                assertEquals(List.of(), form.faults(content.get("example")), route.path());
                examples++;
            }
        }
        assertTrue(examples > 40, examples + " examples");
    }

    private static JsonNode operation(Route route) {
        return document.get("paths").get(route.path()).get(route.verb().name().toLowerCase(Locale.ROOT));
    }
}
