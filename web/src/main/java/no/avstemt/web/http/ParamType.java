package no.avstemt.web.http;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import no.avstemt.web.text.IsoDay;
import no.avstemt.web.text.Message;

/**
 * The values a parameter can take.
 *
 * @param schema the type as OpenAPI names it: {@code string}, {@code integer} or {@code boolean}
 * @param format as OpenAPI names it; may be empty
 * @param values all of them when they can be listed, else empty
 * @param allowed what is allowed, for the one who sent something else
 * @param parse empty for what is not allowed
 */
public record ParamType<T>(
        String schema, String format, List<String> values, Message allowed, Function<String, Optional<T>> parse) {

    public ParamType {
        values = List.copyOf(values);
    }

    /** {@code YYYY-MM-DD}, between 1900 and 2199. */
    public static ParamType<LocalDate> date() {
        return new ParamType<>("string", "date", List.of(), Message.of("param.date"), IsoDay::parse);
    }

    public static ParamType<Boolean> flag() {
        Map<String, Boolean> values = new LinkedHashMap<>();
        values.put("true", true);
        values.put("false", false);
        return choice(values).as("boolean");
    }

    /** Not empty, at most this many characters, and no control characters. */
    public static ParamType<String> text(int longest) {
        Message allowed = Message.of("param.text", Integer.toString(longest));
        return new ParamType<>(
                "string",
                "",
                List.of(),
                allowed,
                value -> Optional.of(value)
                        .filter(text -> !text.isEmpty() && text.length() <= longest)
                        .filter(text -> text.codePoints().noneMatch(Character::isISOControl)));
    }

    /** As {@link #text}, but empty and with any characters: what a password may be. */
    public static ParamType<String> anyText(int longest) {
        Message allowed = Message.of("param.anyText", Integer.toString(longest));
        return new ParamType<>(
                "string", "", List.of(), allowed, value -> Optional.of(value).filter(t -> t.length() <= longest));
    }

    public static ParamType<Long> number(long least, long most) {
        Message allowed = Message.of("param.number", Long.toString(least), Long.toString(most));
        return new ParamType<>(
                "integer",
                "int64",
                List.of(),
                allowed,
                value -> parseLong(value).filter(number -> least <= number && number <= most));
    }

    /** One of the values named; the order of the map is the order they are told in. */
    public static <T> ParamType<T> choice(Map<String, T> byName) {
        Map<String, T> ordered = new LinkedHashMap<>(byName);
        List<String> names = List.copyOf(ordered.keySet());
        Message allowed = Message.of("param.choice", String.join(", ", names));
        return new ParamType<>("string", "", names, allowed, value -> Optional.ofNullable(ordered.get(value)));
    }

    /** In the order of the list; what {@link #choice} takes. */
    public static <T> Map<String, T> byName(List<T> values, Function<T, String> name) {
        Map<String, T> byName = new LinkedHashMap<>();
        values.forEach(value -> byName.put(name.apply(value), value));
        return byName;
    }

    private ParamType<T> as(String otherSchema) {
        return new ParamType<>(otherSchema, format, values, allowed, parse);
    }

    private static Optional<Long> parseLong(String value) {
        return value.matches("-?[0-9]{1,18}") ? Optional.of(Long.parseLong(value)) : Optional.empty();
    }
}
