package no.avstemt.web.http;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * One parameter of a route, with its type and what stands for it when it is missing.
 *
 * @param whenMissing empty when it must be given
 * @param defaultText as told in the API's description; empty when there is none
 * @param many whether it may be given more than once
 * @param wrap from what was given, in order, to what {@link Request#get} gives
 */
public record Param<T>(
        String name,
        Place place,
        ParamType<?> type,
        Optional<T> whenMissing,
        String defaultText,
        String description,
        boolean many,
        Function<List<String>, Optional<T>> wrap) {

    /** One that is given once. */
    public Param(
            String name,
            Place place,
            ParamType<?> type,
            Optional<T> whenMissing,
            String defaultText,
            String description,
            Function<List<String>, Optional<T>> wrap) {
        this(name, place, type, whenMissing, defaultText, description, false, wrap);
    }

    /** The number that names one of our resources, in its path. */
    public static final Param<Long> ID =
            required("id", ParamType.number(1, 999_999_999_999_999_999L)).inPath();

    public enum Place {
        PATH,
        QUERY,
        FORM,
        HEADER
    }

    public static <T> Param<T> required(String name, ParamType<T> type) {
        return new Param<>(name, Place.QUERY, type, Optional.empty(), "", "", false, single(type.parse()));
    }

    public static <T> Param<Optional<T>> optional(String name, ParamType<T> type) {
        return new Param<>(
                name,
                Place.QUERY,
                type,
                Optional.of(Optional.empty()),
                "",
                "",
                false,
                single(value -> type.parse().apply(value).map(Optional::of)));
    }

    public static <T> Param<T> withDefault(String name, ParamType<T> type, String defaultText) {
        Optional<T> value = type.parse().apply(defaultText);
        if (value.isEmpty()) {
            throw new IllegalArgumentException("The default of " + name + " is not allowed: " + defaultText);
        }
        return new Param<>(name, Place.QUERY, type, value, defaultText, "", false, single(type.parse()));
    }

    /** May be given any number of times; the values in their order. */
    public static <T> Param<List<T>> each(String name, ParamType<T> type) {
        return new Param<>(name, Place.QUERY, type, Optional.of(List.of()), "", "", true, given -> {
            List<T> values = given.stream()
                    .flatMap(text -> type.parse().apply(text).stream())
                    .toList();
            return values.size() == given.size() ? Optional.of(values) : Optional.empty();
        });
    }

    private static <T> Function<List<String>, Optional<T>> single(Function<String, Optional<T>> parse) {
        return given -> given.size() == 1 ? parse.apply(given.get(0)) : Optional.empty();
    }

    public boolean isRequired() {
        return whenMissing.isEmpty();
    }

    public Param<T> inForm() {
        return in(Place.FORM);
    }

    public Param<T> inPath() {
        return in(Place.PATH);
    }

    public Param<T> inHeader() {
        return in(Place.HEADER);
    }

    private Param<T> in(Place other) {
        return new Param<>(name, other, type, whenMissing, defaultText, description, many, wrap);
    }

    public Param<T> describedAs(String text) {
        return new Param<>(name, place, type, whenMissing, defaultText, text, many, wrap);
    }
}
