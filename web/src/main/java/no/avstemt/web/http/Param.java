package no.avstemt.web.http;

import java.util.Optional;
import java.util.function.Function;

/**
 * One parameter of a route, with its type and what stands for it when it is missing.
 *
 * @param whenMissing empty when it must be given
 * @param defaultText as told in the API's description; empty when there is none
 * @param wrap from what was given to what {@link Request#get} gives
 */
public record Param<T>(
        String name,
        Place place,
        ParamType<?> type,
        Optional<T> whenMissing,
        String defaultText,
        String description,
        Function<String, Optional<T>> wrap) {

    public enum Place {
        PATH,
        QUERY,
        FORM
    }

    public static <T> Param<T> required(String name, ParamType<T> type) {
        return new Param<>(name, Place.QUERY, type, Optional.empty(), "", "", type.parse());
    }

    public static <T> Param<Optional<T>> optional(String name, ParamType<T> type) {
        return new Param<>(
                name,
                Place.QUERY,
                type,
                Optional.of(Optional.empty()),
                "",
                "",
                value -> type.parse().apply(value).map(Optional::of));
    }

    public static <T> Param<T> withDefault(String name, ParamType<T> type, String defaultText) {
        Optional<T> value = type.parse().apply(defaultText);
        if (value.isEmpty()) {
            throw new IllegalArgumentException("The default of " + name + " is not allowed: " + defaultText);
        }
        return new Param<>(name, Place.QUERY, type, value, defaultText, "", type.parse());
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

    private Param<T> in(Place other) {
        return new Param<>(name, other, type, whenMissing, defaultText, description, wrap);
    }

    public Param<T> describedAs(String text) {
        return new Param<>(name, place, type, whenMissing, defaultText, text, wrap);
    }
}
