package no.avstemt.web.api;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A kind of JSON value as OpenAPI 3.0 describes it.
 *
 * @param format empty when there is none
 * @param limits {@code maxLength}, {@code enum} and so on
 * @param items of a list
 * @param name of an object that is described once and referred to by its name; else empty
 */
public record Schema(
        String type,
        String format,
        Map<String, Object> limits,
        Optional<Schema> items,
        String name,
        List<Property> properties) {

    /** @param whenMissing as JSON; empty when there is nothing that stands for it */
    public record Property(
            String name,
            Schema schema,
            boolean required,
            boolean nullable,
            String description,
            Optional<Object> whenMissing) {}

    public Schema {
        limits = Collections.unmodifiableMap(new LinkedHashMap<>(limits));
        properties = List.copyOf(properties);
    }

    public static Schema of(String type, String format, Map<String, Object> limits) {
        return new Schema(type, format, limits, Optional.empty(), "", List.of());
    }

    public static Schema list(Schema items, Map<String, Object> limits) {
        return new Schema("array", "", limits, Optional.of(items), "", List.of());
    }

    /** Of an answer, which may get more members later. */
    public static Schema object(String name, List<Property> properties) {
        return new Schema("object", "", Map.of(), Optional.empty(), name, properties);
    }

    /** Of a body, where nothing else may stand. */
    static Schema closedObject(String name, List<Property> properties) {
        return new Schema("object", "", Map.of("additionalProperties", false), Optional.empty(), name, properties);
    }

    /** The envelope of one page of a list. */
    public static Schema pageOf(Schema item) {
        Schema count = of("integer", "int64", Map.of());
        Schema meta = object(
                "PageMeta",
                List.of(
                        always("records", count),
                        always("per_page", count),
                        always("page", count),
                        always("pages", count)));
        return object(item.name() + "Page", List.of(always("meta", meta), always("data", list(item, Map.of()))));
    }

    /** The envelope of one page of a list that is too long to be counted. */
    public static Schema sliceOf(Schema item) {
        Property next = new Property(
                "next",
                of("string", "", Map.of()),
                true,
                true,
                "Given as after it leads to the next page; null on the last.",
                Optional.empty());
        Schema meta = object("SliceMeta", List.of(always("per_page", of("integer", "int64", Map.of())), next));
        return object(item.name() + "Slice", List.of(always("meta", meta), always("data", list(item, Map.of()))));
    }

    private static Property always(String name, Schema schema) {
        return new Property(name, schema, true, false, "", Optional.empty());
    }

    boolean isNamed() {
        return !name.isEmpty();
    }

    /** As it stands where it is used: by reference when it has a name. */
    public Map<String, Object> used() {
        return isNamed() ? Map.of("$ref", "#/components/schemas/" + name) : whole();
    }

    /** As it stands among the components. */
    public Map<String, Object> whole() {
        Map<String, Object> whole = new LinkedHashMap<>();
        whole.put("type", type);
        if (!format.isEmpty()) {
            whole.put("format", format);
        }
        whole.putAll(limits);
        items.ifPresent(item -> whole.put("items", item.used()));
        if (type.equals("object")) {
            Map<String, Object> members = new LinkedHashMap<>();
            properties.forEach(property -> members.put(property.name(), described(property)));
            whole.put("properties", members);
            List<String> required = properties.stream()
                    .filter(Property::required)
                    .map(Property::name)
                    .toList();
            if (!required.isEmpty()) {
                whole.put("required", required);
            }
        }
        return whole;
    }

    /** OpenAPI 3.0 takes no notice of what stands beside a reference, so that is wrapped. */
    private static Map<String, Object> described(Property property) {
        Map<String, Object> described = new LinkedHashMap<>();
        if (property.schema().isNamed()
                && (property.nullable() || !property.description().isEmpty())) {
            described.put("allOf", List.of(property.schema().used()));
        } else {
            described.putAll(property.schema().used());
        }
        if (property.nullable()) {
            described.put("nullable", true);
            described.computeIfPresent("enum", (key, values) -> withNull((List<?>) values));
        }
        if (!property.description().isEmpty()) {
            described.put("description", property.description());
        }
        property.whenMissing().ifPresent(value -> described.put("default", value));
        return described;
    }

    /** OpenAPI 3.0 asks for it by name where the values are listed. */
    private static List<Object> withNull(List<?> values) {
        List<Object> all = new ArrayList<>(values);
        all.add(null);
        return all;
    }

    /** This and everything inside it, the outermost first. */
    public void walk(Consumer<Schema> visitor) {
        visitor.accept(this);
        items.ifPresent(item -> item.walk(visitor));
        properties.forEach(property -> property.schema().walk(visitor));
    }
}
