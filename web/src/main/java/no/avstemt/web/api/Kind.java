package no.avstemt.web.api;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import no.avstemt.web.text.IsoDay;
import no.avstemt.web.text.Message;
import tools.jackson.core.JsonToken;

/** What a field can hold: how it is read, how it is written, and how that is described. */
public final class Kind<T> implements Shown<T> {

    private static final Set<JsonToken> AMOUNTS =
            Set.of(JsonToken.VALUE_NUMBER_INT, JsonToken.VALUE_NUMBER_FLOAT, JsonToken.VALUE_STRING);

    private final Schema schema;
    private final Message allowed;
    private final Reading<T> reading;
    private final Function<T, Object> writing;

    /** Empty, with a fault told, for what is not allowed. */
    @FunctionalInterface
    interface Reading<T> {
        Optional<T> read(Place place, Message allowed);
    }

    private Kind(Schema schema, Message allowed, Reading<T> reading, Function<T, Object> writing) {
        this.schema = schema;
        this.allowed = allowed;
        this.reading = reading;
        this.writing = writing;
    }

    /** One line: not blank, at most this many characters, and no control characters. */
    public static Kind<String> text(int longest) {
        return scalar(
                Schema.of("string", "", lengths(longest)),
                Message.of("param.text", Integer.toString(longest)),
                Set.of(JsonToken.VALUE_STRING),
                text -> Optional.of(text).filter(t -> Text.isLine(t, longest)),
                text -> text);
    }

    /** As {@link #text}, with line breaks. */
    public static Kind<String> lines(int longest) {
        return scalar(
                Schema.of("string", "", lengths(longest)),
                Message.of("param.text", Integer.toString(longest)),
                Set.of(JsonToken.VALUE_STRING),
                text -> Optional.of(text).filter(t -> Text.isLines(t, longest)),
                text -> text);
    }

    /** A whole number, written without decimals and without an exponent. */
    public static Kind<Long> number(long least, long most) {
        return scalar(
                Schema.of("integer", "int64", limits("minimum", least, "maximum", most)),
                Message.of("param.number", Long.toString(least), Long.toString(most)),
                Set.of(JsonToken.VALUE_NUMBER_INT),
                text -> Decimals.whole(text).filter(number -> least <= number && number <= most),
                number -> number);
    }

    /** The number by which one of our resources is named. */
    public static Kind<Long> id() {
        return number(1, Decimals.LARGEST);
    }

    /** In øre, signed: a number or a text with at most two decimals, below 10^13 kroner. */
    public static Kind<Long> amount() {
        return scalar(
                Schema.of("number", "decimal", Map.of()),
                Message.of("body.amount"),
                AMOUNTS,
                Decimals::ore,
                ore -> BigDecimal.valueOf(ore, 2));
    }

    /** As {@link #amount}, and not negative. */
    public static Kind<Long> positiveOrZeroAmount() {
        return scalar(
                Schema.of("number", "decimal", Map.of("minimum", 0)),
                Message.of("body.unsignedAmount"),
                AMOUNTS,
                text -> Decimals.ore(text).filter(ore -> ore >= 0),
                ore -> BigDecimal.valueOf(ore, 2));
    }

    /** An exact decimal number, such as a rate: a number or a text, not negative, without an exponent. */
    public static Kind<BigDecimal> decimal(int digitsBefore, int digitsAfter) {
        return scalar(
                Schema.of("number", "decimal", Map.of("minimum", 0)),
                Message.of("body.decimal", Integer.toString(digitsBefore), Integer.toString(digitsAfter)),
                AMOUNTS,
                text -> Decimals.exact(text, digitsBefore, digitsAfter),
                number -> number);
    }

    /** {@code YYYY-MM-DD}, between 1900 and 2199. */
    public static Kind<LocalDate> date() {
        return scalar(
                Schema.of("string", "date", Map.of()),
                Message.of("param.date"),
                Set.of(JsonToken.VALUE_STRING),
                IsoDay::parse,
                LocalDate::toString);
    }

    /** A moment in UTC, as {@code 2026-01-31T12:00:00Z}. */
    public static Kind<Instant> moment() {
        return scalar(
                Schema.of("string", "date-time", Map.of()),
                Message.of("body.moment"),
                Set.of(JsonToken.VALUE_STRING),
                Kind::parseMoment,
                Instant::toString);
    }

    public static Kind<Boolean> flag() {
        return scalar(
                Schema.of("boolean", "", Map.of()),
                Message.of("param.choice", "true, false"),
                Set.of(JsonToken.VALUE_TRUE, JsonToken.VALUE_FALSE),
                text -> Optional.of(Boolean.valueOf(text)),
                flag -> flag);
    }

    /** One of the values named; the order of the map is the order they are told in. */
    public static <T> Kind<T> choice(Map<String, T> byName) {
        Map<String, T> ordered = new LinkedHashMap<>(byName);
        List<String> names = List.copyOf(ordered.keySet());
        return scalar(
                Schema.of("string", "", Map.of("enum", names)),
                Message.of("param.choice", String.join(", ", names)),
                Set.of(JsonToken.VALUE_STRING),
                text -> Optional.ofNullable(ordered.get(text)),
                value -> names.stream()
                        .filter(name -> value.equals(ordered.get(name)))
                        .findFirst()
                        .orElseThrow());
    }

    public static Kind<Body> object(Shape shape) {
        return new Kind<>(shape.schema(), Message.of("body.object"), (place, allowed) -> shape.read(place), Body::json);
    }

    public static <T> Kind<List<T>> list(Kind<T> item, int least, int most) {
        return new Kind<>(
                Schema.list(item.schema, limits("minItems", least, "maxItems", most)),
                Message.of("body.list", Integer.toString(least), Integer.toString(most)),
                (place, allowed) -> Lists.read(place, item, least, most, allowed),
                values -> values.stream().map(item::json).toList());
    }

    /**
     * The same JSON as another type.
     *
     * @param parse empty for what is not allowed
     * @param allowed completes "It must be …"
     */
    public <U> Kind<U> as(Function<T, Optional<U>> parse, Function<U, T> write, Message allowed) {
        return new Kind<>(
                schema,
                allowed,
                (place, instead) -> {
                    Optional<T> raw = reading.read(place, instead);
                    Optional<U> parsed = raw.flatMap(parse);
                    return raw.isPresent() && parsed.isEmpty() ? place.refuse(instead) : parsed;
                },
                value -> json(write.apply(value)));
    }

    Kind<Optional<T>> maybe() {
        return new Kind<>(
                schema,
                allowed,
                (place, instead) -> reading.read(place, instead).map(Optional::of),
                value -> value.map(this::json).orElseThrow());
    }

    private static <T> Kind<T> scalar(
            Schema schema,
            Message allowed,
            Set<JsonToken> tokens,
            Function<String, Optional<T>> parse,
            Function<T, Object> writing) {
        return new Kind<>(
                schema,
                allowed,
                (place, instead) -> {
                    Optional<T> value = tokens.contains(place.token())
                            ? parse.apply(place.json().getString())
                            : Optional.empty();
                    return value.isPresent() ? value : place.refuse(instead);
                },
                writing);
    }

    private static Optional<Instant> parseMoment(String text) {
        try {
            Instant moment = Instant.parse(text);
            return text.startsWith("19") || text.startsWith("2") ? Optional.of(moment) : Optional.empty();
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static Map<String, Object> lengths(int longest) {
        return limits("minLength", 1, "maxLength", longest);
    }

    /** As a text, or empty: of an answer that tells of what may have none. */
    public static Kind<String> textOrEmpty(int longest) {
        return scalar(
                Schema.of("string", "", Map.of("maxLength", longest)),
                Message.of("param.text", Integer.toString(longest)),
                Set.of(JsonToken.VALUE_STRING),
                text -> Optional.of(text).filter(t -> t.isEmpty() || Text.isLine(t, longest)),
                text -> text);
    }

    private static Map<String, Object> limits(String least, long low, String most, long high) {
        Map<String, Object> limits = new LinkedHashMap<>();
        limits.put(least, low);
        limits.put(most, high);
        return limits;
    }

    Message allowed() {
        return allowed;
    }

    Optional<T> read(Place place) {
        return reading.read(place, allowed);
    }

    @Override
    public Schema schema() {
        return schema;
    }

    @Override
    public Object json(T value) {
        return writing.apply(value);
    }
}
