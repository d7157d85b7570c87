package no.avstemt.vipps.wire;

import java.util.Map;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** JSON in and out; numbers with decimals stay exactly what they were. */
final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private static final int USUAL_LENGTH = 320;

    private Json() {}

    static Fields object(byte[] body) {
        if (parse(body) instanceof ObjectNode object) {
            return new Fields(object, "");
        }
        throw new UnreadableAnswer("the answer is not a JSON object");
    }

    private static JsonNode parse(byte[] body) {
        try {
            return MAPPER.readTree(body);
        } catch (JacksonException e) {
            throw new UnreadableAnswer("the answer is not JSON or was cut short", e);
        }
    }

    static String write(ObjectNode object) {
        StringBuilder text = new StringBuilder(USUAL_LENGTH);
        write(object, text);
        return text.toString();
    }

    /** Most of a row is plain text and whole numbers; only what is not goes the long way. */
    private static void write(JsonNode node, StringBuilder text) {
        if (node.isObject()) {
            char before = '{';
            for (Map.Entry<String, JsonNode> member : node.properties()) {
                write(member.getKey(), text.append(before));
                write(member.getValue(), text.append(':'));
                before = ',';
            }
            text.append(node.isEmpty() ? "{}" : "}");
        } else if (node.isArray()) {
            char before = '[';
            for (JsonNode element : node) {
                write(element, text.append(before));
                before = ',';
            }
            text.append(node.isEmpty() ? "[]" : "]");
        } else if (node.isString()) {
            write(node.stringValue(), text);
        } else if (node.isInt() || node.isLong()) {
            text.append(node.longValue());
        } else {
            text.append(MAPPER.writeValueAsString(node));
        }
    }

    private static void write(String value, StringBuilder text) {
        if (isPlain(value)) {
            text.append('"').append(value).append('"');
        } else {
            text.append(MAPPER.writeValueAsString(value));
        }
    }

    /** Whether every sign stands for itself. */
    private static boolean isPlain(String value) {
        for (int index = 0; index < value.length(); index++) {
            char sign = value.charAt(index);
            if (sign < ' ' || sign == '"' || sign == '\\' || Character.isSurrogate(sign)) {
                return false;
            }
        }
        return true;
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
