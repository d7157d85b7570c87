package no.avstemt.web.openapi;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import no.avstemt.web.api.Schema;
import no.avstemt.web.api.Schema.Property;
import no.avstemt.web.api.Shape;
import no.avstemt.web.http.Param;
import no.avstemt.web.http.Route;
import no.avstemt.web.http.RouteDraft;
import no.avstemt.web.openapi.ApiDocsPage.Entry;
import no.avstemt.web.openapi.ApiDocsPage.Row;
import no.avstemt.web.text.Texts;

/** From a route to what the page shows of it. */
record Rows(Texts texts, Examples examples) {

    Entry entry(Route route) {
        Operation operation = new Operation(route, examples);
        return new Entry(
                operation.id(),
                route.verb().name(),
                route.path(),
                route.description(),
                rights(route),
                parameters(route),
                body(route),
                answers(route, operation),
                route.contract().answer().map(Rows::fields).orElse(List.of()),
                new Example(route).curl(),
                examples.text(operation.id()),
                Trying.fields(route),
                Trying.isTried(route) ? route.answers() : List.of());
    }

    private String rights(Route route) {
        if (route.access().open()) {
            return texts.get("api.rights.all");
        }
        if (route.access().roles().size() == 1) {
            return texts.get("api.rights.administrators");
        }
        return texts.get(route.access().writing() ? "api.rights.writers" : "api.rights.readers");
    }

    private static List<Row> parameters(Route route) {
        List<Row> rows = new ArrayList<>();
        if (route.ofClient()) {
            rows.add(new Row(Route.CLIENT, "query, integer", true, "The client account."));
        }
        for (Param<?> param : route.params()) {
            String place = param.place().name().toLowerCase(Locale.ROOT);
            String whenMissing = param.defaultText().isEmpty() ? "" : " Default " + param.defaultText() + ".";
            rows.add(new Row(
                    param.name(),
                    place + ", " + param.type().schema(),
                    param.isRequired(),
                    Operation.description(param) + whenMissing));
        }
        return rows;
    }

    private static List<Row> body(Route route) {
        List<Row> rows = new ArrayList<>();
        route.contract().body().map(Shape::schema).map(Rows::fields).ifPresent(rows::addAll);
        route.contract().streams().forEach(type -> rows.add(new Row(type, "stream", true, "")));
        return rows;
    }

    private static List<Row> answers(Route route, Operation operation) {
        List<Row> rows = new ArrayList<>();
        int status = route.contract().status();
        String kinds = status == 204 ? "" : String.join(", ", route.answers());
        String named = route.contract().answer().map(Schema::name).orElse("");
        rows.add(new Row(Integer.toString(status), kinds, true, named));
        operation.refusals().forEach(refusal -> {
            String conflict = route.contract().conflict();
            String meaning = refusal == 409 && !conflict.isEmpty()
                    ? "When " + conflict + "."
                    : String.valueOf(Operation.MEANING.get(refusal));
            rows.add(new Row(refusal.toString(), RouteDraft.JSON, false, meaning));
        });
        return rows;
    }

    private static List<Row> fields(Schema schema) {
        List<Row> rows = new ArrayList<>();
        schema.items().ifPresent(item -> addFields("[].", item, rows));
        addFields("", schema, rows);
        return rows;
    }

    private static void addFields(String way, Schema schema, List<Row> rows) {
        for (Property property : schema.properties()) {
            rows.add(new Row(way + property.name(), kind(property), property.required(), told(property)));
            inside(way + property.name(), property.schema(), rows);
        }
    }

    private static void inside(String name, Schema schema, List<Row> rows) {
        schema.items().ifPresent(item -> inside(name + "[]", item, rows));
        addFields(name + ".", schema, rows);
    }

    private static String kind(Property property) {
        Schema schema = property.schema();
        String of = schema.items().map(item -> " of " + item.type()).orElse("");
        String format = schema.format().isEmpty() ? "" : ", " + schema.format();
        return schema.type() + of + format + (property.nullable() ? ", or null" : "");
    }

    private static String told(Property property) {
        List<String> told = new ArrayList<>();
        if (!property.description().isEmpty()) {
            told.add(property.description());
        }
        Object choices = property.schema().limits().get("enum");
        if (choices instanceof List<?> names) {
            told.add("One of "
                    + String.join(", ", names.stream().map(String::valueOf).toList()) + ".");
        }
        Object longest = property.schema().limits().get("maxLength");
        if (longest != null) {
            told.add("At most " + longest + " characters.");
        }
        property.whenMissing().ifPresent(value -> told.add("Default " + value + "."));
        return String.join(" ", told);
    }
}
