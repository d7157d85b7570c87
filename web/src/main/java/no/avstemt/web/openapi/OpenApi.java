package no.avstemt.web.openapi;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import no.avstemt.web.api.Schema;
import no.avstemt.web.api.Shape;
import no.avstemt.web.http.Route;

/** The document that OpenAPI 3.0.3 asks for, as maps and lists ready to be written. */
final class OpenApi {

    private static final String ABOUT = "The books of client accounts. Every route of a client account's data demands"
            + " client_account_id. Amounts are in kroner with exactly two decimals and may be sent as numbers or as texts."
            + " A field that is null is the same as one that is left out. Lists come in pages, in the envelope {meta,"
            + " data}. Everything that changes something takes an Idempotency-Key: the same key with the same request is"
            + " done once and answered alike for 30 days, also when either side dies in between; with another request it"
            + " is 409. Refusals are not kept. What is of no client account, as all under /api/v2/vipps, asks Vipps on its"
            + " way: should the program die just then, the same key does it anew after ten minutes. Each API key has so many"
            + " calls a minute; RateLimit-Limit, RateLimit-Remaining and RateLimit-Reset (seconds) on each answer say how"
            + " it stands, and beyond them the answer is 429 with Retry-After.";

    private OpenApi() {}

    /** @throws IllegalStateException when two different things have the same name */
    static Map<String, Object> of(List<Route> routes, Examples examples) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("openapi", "3.0.3");
        document.put("info", Map.of("title", "Avstemt", "version", "2", "description", ABOUT));
        document.put("servers", List.of(Map.of("url", "/")));
        document.put("tags", tags(routes));
        document.put("paths", paths(routes, examples));
        document.put("components", components(routes));
        document.put("security", List.of(Map.of("key", List.of())));
        return document;
    }

    private static List<Object> tags(List<Route> routes) {
        TreeSet<String> names = new TreeSet<>();
        routes.forEach(route -> names.add(tag(route)));
        return names.stream().<Object>map(name -> Map.of("name", name)).toList();
    }

    /** The first word of its path that names a thing. */
    static String tag(Route route) {
        for (String word : route.path().split("/")) {
            if (!word.isEmpty() && !word.equals("api") && !word.matches("v[0-9]+")) {
                return word.replace(".json", "");
            }
        }
        return "api";
    }

    private static Map<String, Object> paths(List<Route> routes, Examples examples) {
        Map<String, Map<String, Object>> paths = new LinkedHashMap<>();
        routes.forEach(route -> paths.computeIfAbsent(route.path(), path -> new LinkedHashMap<>())
                .put(route.verb().name().toLowerCase(Locale.ROOT), new Operation(route, examples).described()));
        return new LinkedHashMap<>(paths);
    }

    private static Map<String, Object> components(List<Route> routes) {
        Map<String, Object> schemas = new LinkedHashMap<>();
        schemas.put("Error", error());
        List<Schema> used = new ArrayList<>();
        routes.forEach(route -> {
            route.contract().body().map(Shape::schema).ifPresent(used::add);
            route.contract().answer().ifPresent(used::add);
        });
        used.forEach(schema -> schema.walk(inside -> collect(inside, schemas)));
        Map<String, Object> components = new LinkedHashMap<>();
        components.put("securitySchemes", Map.of("key", Map.of("type", "http", "scheme", "bearer")));
        components.put("responses", Operation.errors());
        components.put("schemas", schemas);
        return components;
    }

    private static void collect(Schema schema, Map<String, Object> schemas) {
        if (!schema.name().isEmpty()) {
            Object before = schemas.putIfAbsent(schema.name(), schema.whole());
            if (!Optional.ofNullable(before).orElseGet(schema::whole).equals(schema.whole())) {
                throw new IllegalStateException("Two different schemas are called " + schema.name());
            }
        }
    }

    private static Map<String, Object> error() {
        Map<String, Object> text = Map.of("type", "string");
        Map<String, Object> fault = new LinkedHashMap<>();
        fault.put("type", "object");
        fault.put("required", List.of("field", "message"));
        fault.put("properties", Map.of("field", text, "message", text));
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("status", Map.of("type", "integer"));
        properties.put("error", text);
        properties.put("message", text);
        properties.put(
                "faults",
                Map.of(
                        "type",
                        "array",
                        "items",
                        fault,
                        "description",
                        "Every fault of the body, with its place, as lines[2].account_code."));
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("type", "object");
        error.put("required", List.of("status", "error", "message"));
        error.put("properties", properties);
        return error;
    }
}
