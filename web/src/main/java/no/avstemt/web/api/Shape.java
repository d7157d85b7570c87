package no.avstemt.web.api;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import no.avstemt.web.text.Message;
import tools.jackson.core.JsonToken;

/**
 * What a JSON object in a request may hold.
 *
 * @param name as the API's description calls it, unique there
 */
public record Shape(String name, List<Field<?>> fields) {

    public Shape {
        fields = List.copyOf(fields);
        Set<String> names = new HashSet<>();
        for (Field<?> field : fields) {
            if (!names.add(field.name())) {
                throw new IllegalArgumentException(name + " has " + field.name() + " twice");
            }
        }
    }

    public static Shape of(String name, Field<?>... fields) {
        return new Shape(name, List.of(fields));
    }

    public Schema schema() {
        return Schema.closedObject(name, fields.stream().map(Field::property).toList());
    }

    /** Empty when there was a fault; all of them are told. */
    Optional<Body> read(Place place) {
        if (place.token() != JsonToken.START_OBJECT) {
            return place.refuse(Message.of("body.object"));
        }
        int before = place.faults().size();
        Map<Field<?>, Object> values = new HashMap<>();
        Set<String> seen = new HashSet<>();
        while (place.json().nextToken() != JsonToken.END_OBJECT) {
            String name = place.json().currentName();
            place.json().nextToken();
            Place inside = place.in(Place.shortened(name));
            Optional<Field<?>> field = named(name);
            if (field.isEmpty()) {
                inside.fault(Message.of("body.unknown", inside.path(), known()));
                inside.json().skipChildren();
            } else if (!seen.add(name)) {
                inside.fault(Message.of("body.repeated", inside.path()));
                inside.json().skipChildren();
            } else {
                read(field.get(), inside, values);
            }
        }
        fields.stream().filter(field -> !seen.contains(field.name())).forEach(field -> miss(field, place, values));
        return place.faults().size() == before ? Optional.of(new Body(this, values)) : Optional.empty();
    }

    private static void read(Field<?> field, Place inside, Map<Field<?>, Object> values) {
        if (inside.token() == JsonToken.VALUE_NULL && !field.isRequired()) {
            values.put(field, field.whenMissing().orElseThrow());
        } else {
            field.kind().read(inside).ifPresent(value -> values.put(field, value));
        }
    }

    private static void miss(Field<?> field, Place place, Map<Field<?>, Object> values) {
        if (field.isRequired()) {
            Place inside = place.in(field.name());
            inside.fault(
                    Message.of("body.missing", inside.path()).and(field.kind().allowed()));
        } else {
            values.put(field, field.whenMissing().orElseThrow());
        }
    }

    private Optional<Field<?>> named(String name) {
        return fields.stream().filter(field -> field.name().equals(name)).findFirst();
    }

    private String known() {
        return fields.isEmpty() ? "\u2013" : fields.stream().map(Field::name).collect(Collectors.joining(", "));
    }
}
