package no.avstemt.vipps.simulator;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** The members of a JSON object that somebody sent to the control API; a wrong one is refused by its name. */
record Fields(JsonNode object) {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    static Fields of(Request request) {
        if (request.header("Content-Type")
                .filter(type -> type.startsWith("application/json"))
                .isEmpty()) {
            throw Refused.control("Send JSON, with Content-Type: application/json");
        }
        try {
            JsonNode node = MAPPER.readTree(request.form());
            if (node.isObject()) {
                return new Fields(node);
            }
        } catch (JacksonException e) {
            throw Refused.control("This is not JSON: " + e.getOriginalMessage());
        }
        throw Refused.control("Send one JSON object");
    }

    /** Refuses every other member. */
    Fields only(List<String> names) {
        Set<String> others = new HashSet<>(object.propertyNames());
        names.forEach(others::remove);
        if (!others.isEmpty()) {
            throw Refused.control("Unknown here: " + others.stream().sorted().collect(Collectors.joining(", "))
                    + ". Possible are " + String.join(", ", names));
        }
        return this;
    }

    Optional<String> text(String name) {
        return given(name).map(node -> {
            if (!node.isString() || node.asString().isBlank()) {
                throw Refused.control(name + " must be a text, but is " + node);
            }
            return node.asString();
        });
    }

    String required(String name) {
        return text(name).orElseThrow(() -> Refused.control(name + " is missing"));
    }

    /** {@code low} and {@code high} are both allowed. */
    OptionalInt whole(String name, int low, int high) {
        Optional<JsonNode> node = given(name);
        if (node.isEmpty()) {
            return OptionalInt.empty();
        }
        if (!node.get().isInt() || node.get().asInt() < low || node.get().asInt() > high) {
            throw Refused.control(
                    name + " must be a whole number of " + low + " to " + high + ", but is " + node.get());
        }
        return OptionalInt.of(node.get().asInt());
    }

    Optional<LocalDate> date(String name) {
        return given(name).map(node -> date(name, node));
    }

    private static LocalDate date(String name, JsonNode node) {
        try {
            return LocalDate.parse(node.isString() ? node.asString() : "");
        } catch (DateTimeException e) {
            throw Refused.control(name + " must be a date as 2026-05-17, but is " + node);
        }
    }

    Optional<Boolean> flag(String name) {
        return given(name).map(node -> {
            if (!node.isBoolean()) {
                throw Refused.control(name + " must be true or false, but is " + node);
            }
            return node.asBoolean();
        });
    }

    /** Also true of a null, which takes back what stood. */
    boolean has(String name) {
        return object.has(name);
    }

    /** None for a null. */
    List<LocalDate> dates(String name) {
        List<LocalDate> dates = new ArrayList<>();
        given(name).ifPresent(node -> {
            if (!node.isArray()) {
                throw Refused.control(name + " must be a list of dates, but is " + node);
            }
            node.forEach(item -> dates.add(date(name, item)));
        });
        return dates;
    }

    /** None for a null. */
    Map<String, LocalDate> datesByName(String name) {
        Map<String, LocalDate> dates = new TreeMap<>();
        given(name).ifPresent(node -> {
            if (!node.isObject()) {
                throw Refused.control(name + " must be an object of dates, but is " + node);
            }
            node.forEachEntry((key, value) -> dates.put(key, date(name + "." + key, value)));
        });
        return dates;
    }

    Map<String, String> textsByName(String name) {
        Map<String, String> texts = new TreeMap<>();
        given(name).ifPresent(node -> {
            if (!node.isObject()) {
                throw Refused.control(name + " must be an object of texts, but is " + node);
            }
            node.forEachEntry((key, value) -> {
                if (!value.isString()) {
                    throw Refused.control(name + "." + key + " must be a text, but is " + value);
                }
                texts.put(key, value.asString());
            });
        });
        return texts;
    }

    /** The one of {@code words} that was given. */
    Optional<String> choice(String name, List<String> words) {
        Optional<String> given = text(name);
        if (given.filter(word -> !words.contains(word)).isPresent()) {
            throw Refused.control(name + " must be one of " + String.join(", ", words) + ", but is " + given.get());
        }
        return given;
    }

    private Optional<JsonNode> given(String name) {
        return Optional.ofNullable(object.get(name)).filter(node -> !node.isNull());
    }
}
