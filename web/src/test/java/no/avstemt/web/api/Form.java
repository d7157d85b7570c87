package no.avstemt.web.api;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import no.avstemt.web.api.Schema.Property;
import tools.jackson.databind.JsonNode;

/** Says where an answer is not what its description promises; a member that is not described is a fault too. */
public record Form(Schema schema) {

    public List<String> faults(JsonNode answer) {
        List<String> faults = new ArrayList<>();
        look("", schema, answer, faults);
        return faults;
    }

    private static void look(String way, Schema schema, JsonNode value, List<String> faults) {
        boolean fits = switch (schema.type()) {
            case "object" -> value.isObject();
            case "array" -> value.isArray();
            case "integer" -> value.isIntegralNumber();
            case "number" -> value.isNumber();
            case "boolean" -> value.isBoolean();
            default -> value.isString() && isText(schema, value.asString());
        };
        if (!fits) {
            faults.add(way + " is " + value + ", not " + schema.type() + " " + schema.format());
            return;
        }
        schema.items().ifPresent(item -> value.forEach(one -> look(way + "[]", item, one, faults)));
        if (value.isObject() && !schema.properties().isEmpty()) {
            members(way, schema, value, faults);
        }
    }

    private static void members(String way, Schema schema, JsonNode value, List<String> faults) {
        Set<String> unknown = new HashSet<>(value.propertyNames());
        for (Property property : schema.properties()) {
            String here = way + "." + property.name();
            Optional<JsonNode> member = value.optional(property.name());
            unknown.remove(property.name());
            if (member.isEmpty()) {
                if (property.required()) {
                    faults.add(here + " is missing");
                }
            } else if (!member.get().isNull()) {
                look(here, property.schema(), member.get(), faults);
            } else if (!property.nullable()) {
                faults.add(here + " is null");
            }
        }
        unknown.forEach(name -> faults.add(way + "." + name + " is not described"));
    }

    private static boolean isText(Schema schema, String text) {
        boolean listed = !(schema.limits().get("enum") instanceof List<?> values) || values.contains(text);
        return listed
                && switch (schema.format()) {
                    case "date" -> parses(LocalDate::parse, text);
                    case "date-time" -> parses(Instant::parse, text);
                    default -> true;
                };
    }

    private static <T> boolean parses(Function<String, T> parser, String text) {
        try {
            return parser.apply(text) != null;
        } catch (DateTimeParseException e) {
            return false;
        }
    }
}
