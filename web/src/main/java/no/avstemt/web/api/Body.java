package no.avstemt.web.api;

import java.util.LinkedHashMap;
import java.util.Map;

/** The values of one JSON object that was read whole and without a fault. */
public final class Body {

    private final Shape shape;
    private final Map<Field<?>, Object> values;

    Body(Shape shape, Map<Field<?>, Object> values) {
        this.shape = shape;
        this.values = Map.copyOf(values);
    }

    /** What was given for a field, or what stands for it. */
    @SuppressWarnings("unchecked") // Shape puts a field's value in as its kind read it
    public <T> T get(Field<T> field) {
        Object value = values.get(field);
        if (value == null) {
            throw new IllegalArgumentException(shape.name() + " has no field " + field.name());
        }
        return (T) value;
    }

    Object json() {
        Map<String, Object> json = new LinkedHashMap<>();
        shape.fields().forEach(field -> put(field, json));
        return json;
    }

    private <T> void put(Field<T> field, Map<String, Object> json) {
        json.put(field.name(), field.kind().json(get(field)));
    }
}
