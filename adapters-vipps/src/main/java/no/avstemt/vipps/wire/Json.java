package no.avstemt.vipps.wire;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** JSON in and out; numbers with decimals stay exactly what they were. */
final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private Json() {}

    static Fields object(byte[] body) {
        if (parse(body) instanceof ObjectNode object) {
            return new Fields(object, "");
        }
        throw new UnreadableAnswer("the answer is not a JSON object");
    }

    /** The objects of an array, or of the array with this name in an object; else the object itself. */
    static List<Fields> objects(byte[] body, String name) {
        JsonNode root = parse(body);
        if (root instanceof ArrayNode array) {
            ObjectNode whole = MAPPER.createObjectNode();
            whole.set(name, array);
            return new Fields(whole, "").objects(name);
        }
        Fields fields = object(body);
        return fields.has(name) ? fields.objects(name) : List.of(fields);
    }

    private static JsonNode parse(byte[] body) {
        try {
            return MAPPER.readTree(body);
        } catch (JacksonException e) {
            throw new UnreadableAnswer("the answer is not JSON or was cut short", e);
        }
    }

    static String write(ObjectNode object) {
        return MAPPER.writeValueAsString(object);
    }

    /** The object's own members with these names, as an object; empty when it has none. */
    static Optional<String> only(ObjectNode object, Set<String> names) {
        ObjectNode only = MAPPER.createObjectNode();
        names.stream()
                .sorted()
                .filter(name -> object.path(name).isString())
                .forEach(name -> only.set(name, object.get(name)));
        return only.isEmpty() ? Optional.empty() : Optional.of(write(only));
    }

    /** Takes the members with these names out, at every depth. */
    static void cut(JsonNode node, Set<String> names) {
        if (node instanceof ObjectNode object) {
            names.forEach(object::remove);
        }
        for (JsonNode child : node) {
            if (child.isContainer()) {
                cut(child, names);
            }
        }
    }
}
