package no.avstemt.web.openapi;

import static java.util.Map.entry;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import no.avstemt.application.access.Language;
import no.avstemt.web.api.Schema;
import no.avstemt.web.api.Shape;
import no.avstemt.web.http.Contract;
import no.avstemt.web.http.Param;
import no.avstemt.web.http.ParamType;
import no.avstemt.web.http.Route;
import no.avstemt.web.http.RouteDraft;
import no.avstemt.web.multipart.Multipart;
import no.avstemt.web.text.Texts;

/** One route as OpenAPI describes it. */
record Operation(Route route, Examples examples) {

    /** What each status means, wherever it is answered. */
    static final Map<Integer, String> MEANING = new TreeMap<>(Map.ofEntries(
            entry(400, "A parameter or a field is unknown, missing or wrong; the message names it."),
            entry(401, "No key, or not a valid one."),
            entry(403, "client_account_id is missing or not the caller's, or the caller may not do this."),
            entry(404, "There is no such thing, or the client account has none."),
            entry(406, "The answer is not made in an accepted format."),
            entry(409, "What the state forbids; the message says what to do instead."),
            entry(413, "The content is too large."),
            entry(415, "The content is not of a type that is taken."),
            entry(
                    429,
                    "The key has made its calls of a minute; Retry-After says in how many seconds there is one again."),
            entry(500, "Something unexpected; nothing is half stored."),
            entry(
                    502,
                    "Vipps did not answer as it should; the message says what it answered, and nothing was stored.")));

    private static final Map<String, Object> BINARY = Map.of("type", "string", "format", "binary");

    static Map<String, Object> errors() {
        Map<String, Object> errors = new LinkedHashMap<>();
        MEANING.forEach((status, meaning) -> {
            Map<String, Object> error = new LinkedHashMap<>();
            error.put("description", meaning);
            error.put("content", content(List.of(RouteDraft.JSON), Map.of("$ref", "#/components/schemas/Error")));
            errors.put("Error" + status, error);
        });
        return errors;
    }

    Map<String, Object> described() {
        Map<String, Object> operation = new LinkedHashMap<>();
        operation.put("operationId", id());
        operation.put("tags", List.of(OpenApi.tag(route)));
        operation.put("summary", route.description());
        List<Object> parameters = parameters();
        if (!parameters.isEmpty()) {
            operation.put("parameters", parameters);
        }
        if (route.contract().takesBody()) {
            operation.put("requestBody", body());
        }
        operation.put("responses", responses());
        if (route.access().open()) {
            operation.put("security", List.of());
        }
        return operation;
    }

    /** The verb and the words of the path, which no other route has. */
    String id() {
        StringBuilder id = new StringBuilder(route.verb().name().toLowerCase(Locale.ROOT));
        for (String word : route.path().replace("{", "by-").split("[^A-Za-z0-9]+")) {
            if (!word.isEmpty() && !word.equals("api")) {
                id.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
            }
        }
        return id.toString();
    }

    private List<Object> parameters() {
        List<Object> parameters = new ArrayList<>();
        if (route.ofClient()) {
            parameters.add(parameter(
                    Route.CLIENT,
                    route.path().contains("{" + Route.CLIENT + "}") ? Param.Place.PATH : Param.Place.QUERY,
                    true,
                    Map.of("type", "integer", "format", "int64", "minimum", 1),
                    "The client account."));
        }
        route.params()
                .forEach(param -> parameters.add(
                        parameter(param.name(), param.place(), param.isRequired(), schema(param), description(param))));
        return parameters;
    }

    private static Map<String, Object> parameter(
            String name, Param.Place place, boolean required, Map<String, Object> schema, String description) {
        Map<String, Object> parameter = new LinkedHashMap<>();
        parameter.put("name", name);
        parameter.put("in", place.name().toLowerCase(Locale.ROOT));
        if (required) {
            parameter.put("required", true);
        }
        parameter.put("description", description);
        parameter.put("schema", schema);
        return parameter;
    }

    static String description(Param<?> param) {
        String allowed = Texts.in(Language.ENGLISH).get(param.type().allowed());
        String said = param.description().isEmpty() ? "" : param.description() + " ";
        return said + "Must be " + allowed + ".";
    }

    private static Map<String, Object> schema(Param<?> param) {
        ParamType<?> type = param.type();
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", type.schema());
        if (!type.format().isEmpty()) {
            schema.put("format", type.format());
        }
        if (!type.values().isEmpty() && type.schema().equals("string")) {
            schema.put("enum", type.values());
        }
        if (!param.defaultText().isEmpty()) {
            schema.put("default", typed(type.schema(), param.defaultText()));
        }
        return param.many() ? Map.of("type", "array", "items", schema) : schema;
    }

    private static Object typed(String type, String text) {
        return switch (type) {
            case "boolean" -> Boolean.valueOf(text);
            case "integer" -> Long.valueOf(text);
            default -> text;
        };
    }

    private Map<String, Object> body() {
        Contract contract = route.contract();
        Map<String, Object> content = contract.body()
                .map(Shape::schema)
                .map(schema -> content(List.of(RouteDraft.JSON), schema.used()))
                .orElseGet(() -> content(contract.streams(), BINARY));
        contract.files()
                .filter(files -> content.containsKey(Multipart.MEDIA_TYPE))
                .ifPresent(files -> content.put(Multipart.MEDIA_TYPE, Map.of("schema", form(files.field()))));
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("required", !contract.bodyLeftOut());
        body.put("content", content);
        return body;
    }

    private static Map<String, Object> form(String field) {
        return Map.of("type", "object", "required", List.of(field), "properties", Map.of(field, BINARY));
    }

    private static Map<String, Object> content(List<String> mediaTypes, Map<String, Object> schema) {
        Map<String, Object> content = new LinkedHashMap<>();
        mediaTypes.forEach(type -> content.put(type, schema.isEmpty() ? Map.of() : Map.of("schema", schema)));
        return content;
    }

    private Map<String, Object> responses() {
        Contract contract = route.contract();
        Map<String, Object> fine = new LinkedHashMap<>();
        fine.put("description", contract.status() == 204 ? "Done." : route.description());
        if (contract.status() != 204) {
            Map<String, Object> content = content(route.answers(), Map.of());
            content.computeIfPresent(RouteDraft.JSON, (type, none) -> json());
            fine.put("content", content);
        }
        Map<String, Object> responses = new LinkedHashMap<>();
        responses.put(Integer.toString(contract.status()), fine);
        refusals().forEach(status -> responses.put(Integer.toString(status), refusal(status)));
        return responses;
    }

    private Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        route.contract().answer().map(Schema::used).ifPresent(schema -> json.put("schema", schema));
        examples.of(id()).ifPresent(example -> json.put("example", example));
        return json;
    }

    private Map<String, Object> refusal(int status) {
        return status == 409 && !route.contract().conflict().isEmpty()
                ? Map.of(
                        "description",
                        "When " + route.contract().conflict() + ".",
                        "content",
                        content(List.of(RouteDraft.JSON), Map.of("$ref", "#/components/schemas/Error")))
                : Map.of("$ref", "#/components/responses/Error" + status);
    }

    Set<Integer> refusals() {
        Set<Integer> statuses = new TreeSet<>(Set.of(400, 406, 500));
        if (!route.access().open()) {
            statuses.addAll(Set.of(401, 403, 429));
        }
        if (route.path().contains("{")) {
            statuses.add(404);
        }
        if (route.verb().changesSomething()) {
            statuses.addAll(Set.of(413, 415));
        }
        if (route.verb().changesSomething() && !route.access().open()
                || !route.contract().conflict().isEmpty()) {
            statuses.add(409);
        }
        if (route.contract().asksVipps()) {
            statuses.add(502);
        }
        return statuses;
    }
}
