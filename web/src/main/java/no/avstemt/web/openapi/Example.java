package no.avstemt.web.openapi;

import java.util.stream.Collectors;
import no.avstemt.web.api.Schema;
import no.avstemt.web.http.Param;
import no.avstemt.web.http.Route;
import no.avstemt.web.http.Route.Verb;

/** How a route is called from a command line, with what must be given and nothing more. */
record Example(Route route) {

    String curl() {
        StringBuilder curl = new StringBuilder("curl");
        if (route.verb() != Verb.GET) {
            curl.append(" -X ").append(route.verb());
        }
        curl.append(" -H \"Authorization: Bearer $AVSTEMT_KEY\"");
        if (route.verb().changesSomething() && !route.access().open()) {
            curl.append(" \\\n  -H \"Idempotency-Key: $(uuidgen)\"");
        }
        route.contract()
                .body()
                .ifPresent(shape -> curl.append(" \\\n  -H \"Content-Type: application/json\" \\\n  -d '")
                        .append(json(shape.schema()))
                        .append('\''));
        route.contract().streams().stream()
                .findFirst()
                .ifPresent(type ->
                        curl.append(" \\\n  -H \"Content-Type: ").append(type).append("\" \\\n  --data-binary @file"));
        return curl.append(" \\\n  \"$AVSTEMT").append(address()).append('"').toString();
    }

    private String address() {
        String path = route.path();
        StringBuilder query = new StringBuilder();
        if (route.ofClient()) {
            query.append('&').append(Route.CLIENT).append("=1");
        }
        for (Param<?> param : route.params()) {
            if (param.place() == Param.Place.PATH) {
                path = path.replace("{" + param.name() + "}", value(param));
            } else if (param.place() == Param.Place.QUERY && param.isRequired()) {
                query.append('&').append(param.name()).append('=').append(value(param));
            }
        }
        path = path.replace("{" + Route.CLIENT + "}", "1");
        return query.isEmpty() ? path : path + "?" + query.substring(1);
    }

    private static String value(Param<?> param) {
        if (!param.type().values().isEmpty()) {
            return param.type().values().get(0);
        }
        return switch (param.type().schema()) {
            case "integer" -> "1";
            default ->
                switch (param.type().format()) {
                    case "date" -> "2026-01-31";
                    case "ids" -> "1,2";
                    default -> "text";
                };
        };
    }

    static String json(Schema schema) {
        return switch (schema.type()) {
            case "object" ->
                schema.properties().stream()
                        .filter(Schema.Property::required)
                        .map(property -> '"' + property.name() + "\": " + json(property.schema()))
                        .collect(Collectors.joining(", ", "{", "}"));
            case "array" -> schema.items().map(item -> '[' + json(item) + ']').orElse("[]");
            case "integer" -> "1";
            case "number" -> "100.00";
            case "boolean" -> "true";
            default -> text(schema);
        };
    }

    private static String text(Schema schema) {
        Object named = schema.limits().get("enum");
        if (named instanceof Iterable<?> values) {
            return "\"" + values.iterator().next() + '"';
        }
        return schema.format().equals("date") ? "\"2026-01-31\"" : "\"text\"";
    }
}
