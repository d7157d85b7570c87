package no.avstemt.web.openapi;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The form of an answer as its example shows it, for reports, whose columns are not known before they are asked for. What
 * one row leaves open another may hold, so nothing is promised to be there.
 */
final class SeenSchema {

    private SeenSchema() {}

    static Map<String, Object> of(Object example) {
        if (example instanceof Map<?, ?> members) {
            Map<String, Object> properties = new LinkedHashMap<>();
            members.forEach((name, value) -> properties.put(String.valueOf(name), nullable(of(value))));
            return Map.of("type", "object", "properties", properties);
        }
        if (example instanceof List<?> items) {
            return Map.of("type", "array", "items", items.isEmpty() ? Map.of("type", "object") : of(items.get(0)));
        }
        return ofValue(example);
    }

    private static Map<String, Object> ofValue(Object value) {
        if (value instanceof Boolean) {
            return Map.of("type", "boolean");
        }
        if (value instanceof BigDecimal) {
            return Map.of("type", "number");
        }
        if (value instanceof Number) {
            return Map.of("type", "integer", "format", "int64");
        }
        if (value instanceof String text) {
            return text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")
                    ? Map.of("type", "string", "format", "date")
                    : Map.of("type", "string");
        }
        return Map.of();
    }

    private static Map<String, Object> nullable(Map<String, Object> schema) {
        Map<String, Object> also = new LinkedHashMap<>(schema);
        also.put("nullable", true);
        return also;
    }
}
