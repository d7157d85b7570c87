package no.avstemt.web.api;

import java.util.List;
import java.util.Optional;

/**
 * One field of a body, with its kind and what stands for it when it is missing or {@code null}.
 *
 * @param whenMissing empty when it must be given
 * @param showsDefault whether the default is worth telling
 */
public record Field<T>(String name, Kind<T> kind, Optional<T> whenMissing, boolean showsDefault, String description) {

    public static <T> Field<T> required(String name, Kind<T> kind) {
        return new Field<>(name, kind, Optional.empty(), false, "");
    }

    public static <T> Field<Optional<T>> optional(String name, Kind<T> kind) {
        return new Field<>(name, kind.maybe(), Optional.of(Optional.empty()), false, "");
    }

    public static <T> Field<T> withDefault(String name, Kind<T> kind, T value) {
        return new Field<>(name, kind, Optional.of(value), true, "");
    }

    /** A list that is empty when it is missing. */
    public static <T> Field<List<T>> each(String name, Kind<T> item, int most) {
        return new Field<>(name, Kind.list(item, 0, most), Optional.of(List.of()), false, "");
    }

    public Field<T> describedAs(String text) {
        return new Field<>(name, kind, whenMissing, showsDefault, text);
    }

    boolean isRequired() {
        return whenMissing.isEmpty();
    }

    Schema.Property property() {
        Optional<Object> shown = showsDefault ? whenMissing.map(kind::json) : Optional.empty();
        return new Schema.Property(name, kind.schema(), isRequired(), !isRequired(), description, shown);
    }
}
