package no.avstemt.vipps.wire;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The members of one JSON object. Absent, null and the empty text are the same; a number may come as a text and the
 * other way round.
 *
 * @param where the object's place in the answer, such as {@code items[3].}, for messages
 */
record Fields(ObjectNode node, String where) {

    /** Text as it stands, save that U+0000, which no database keeps, is shown as the replacement character. */
    Optional<String> text(String name) {
        JsonNode value = node.get(name);
        if (value == null || value.isNull()) {
            return Optional.empty();
        }
        String text = scalar(name, value);
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    String requiredText(String name) {
        return text(name).orElseThrow(() -> missing(name));
    }

    Optional<Long> whole(String name) {
        JsonNode value = node.get(name);
        if (value != null && value.isIntegralNumber() && value.canConvertToLong()) {
            return Optional.of(Math.negateExact(Math.negateExact(value.asLong())));
        }
        return number(name).map(number -> exact(name, number));
    }

    long requiredWhole(String name) {
        return whole(name).orElseThrow(() -> missing(name));
    }

    Optional<BigDecimal> number(String name) {
        return text(name).map(text -> parseNumber(name, text));
    }

    Optional<Boolean> flag(String name) {
        return text(name).map(text -> switch (text.toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw unreadable(name, "is neither true nor false");
        });
    }

    Instant requiredMoment(String name) {
        try {
            return Moments.parse(requiredText(name));
        } catch (DateTimeException e) {
            throw new UnreadableAnswer("the field " + where + name + " is not a time with its zone", e);
        }
    }

    /** A day; what stands after it, such as a time, is not looked at. */
    Optional<LocalDate> day(String name) {
        Optional<String> text = text(name);
        try {
            return text.map(Moments::day);
        } catch (DateTimeException e) {
            throw new UnreadableAnswer("the field " + where + name + " is not a date", e);
        }
    }

    Optional<Currency> currency(String name) {
        Optional<String> code = text(name);
        try {
            return code.map(Currency::getInstance);
        } catch (IllegalArgumentException e) {
            throw new UnreadableAnswer("the field " + where + name + " is not a currency", e);
        }
    }

    Currency requiredCurrency(String name) {
        return currency(name).orElseThrow(() -> missing(name));
    }

    Optional<Fields> object(String name) {
        return present(name)
                .filter(ObjectNode.class::isInstance)
                .map(value -> new Fields((ObjectNode) value, where + name + "."));
    }

    /** The objects of an array; empty when it is absent or null. */
    List<Fields> objects(String name) {
        List<Fields> objects = new ArrayList<>();
        for (JsonNode element : array(name)) {
            String place = where + name + "[" + objects.size() + "]";
            if (!(element instanceof ObjectNode object)) {
                throw UnreadableAnswer.field(place, "is not an object");
            }
            objects.add(new Fields(object, place + "."));
        }
        return objects;
    }

    List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        for (JsonNode element : array(name)) {
            texts.add(scalar(name, element));
        }
        return texts;
    }

    boolean has(String name) {
        return present(name).isPresent();
    }

    UnreadableAnswer missing(String name) {
        return unreadable(name, "is missing");
    }

    UnreadableAnswer unreadable(String name, String problem) {
        return UnreadableAnswer.field(where + name, problem);
    }

    private Optional<JsonNode> present(String name) {
        return Optional.ofNullable(node.get(name)).filter(value -> !value.isNull());
    }

    private Iterable<JsonNode> array(String name) {
        Optional<JsonNode> value = present(name);
        if (value.isPresent() && !value.get().isArray()) {
            throw unreadable(name, "is not a list");
        }
        return value.isPresent() ? value.get() : List.of();
    }

    private String scalar(String name, JsonNode value) {
        if (value.isContainer()) {
            throw unreadable(name, "is not a plain value");
        }
        String text = value.asString();
        return text.indexOf('\u0000') < 0 ? text : text.replace('\u0000', '\ufffd');
    }

    private BigDecimal parseNumber(String name, String text) {
        try {
            BigDecimal number = new BigDecimal(text.strip());
            if (Math.abs((long) number.scale()) <= 100 && number.precision() <= 100) {
                return number;
            }
            throw unreadable(name, "is out of range");
        } catch (NumberFormatException e) {
            throw new UnreadableAnswer("the field " + where + name + " is not a number", e);
        }
    }

    private long exact(String name, BigDecimal number) {
        try {
            long value = number.longValueExact();
            return Math.negateExact(Math.negateExact(value));
        } catch (ArithmeticException e) {
            throw new UnreadableAnswer("the field " + where + name + " is not a whole number in range", e);
        }
    }
}
