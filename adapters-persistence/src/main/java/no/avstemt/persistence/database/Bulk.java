package no.avstemt.persistence.database;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/**
 * Many rows in one statement: each column is bound as one array, for {@code unnest(:a::bigint[], :b::text[])}. One round
 * trip and one plan, whatever the number of rows.
 */
public final class Bulk<R> {

    private final List<R> rows;
    private final SqlStatement<?> statement;

    private Bulk(SqlStatement<?> statement, List<R> rows) {
        this.statement = statement;
        this.rows = rows;
    }

    public static <R> Bulk<R> of(SqlStatement<?> statement, List<R> rows) {
        return new Bulk<>(statement, rows);
    }

    public Bulk<R> longs(String name, Function<R, Long> column) {
        return bind(name, "int8", column, Long[]::new);
    }

    public Bulk<R> ints(String name, Function<R, Integer> column) {
        return bind(name, "int4", column, Integer[]::new);
    }

    public Bulk<R> texts(String name, Function<R, String> column) {
        return bind(name, "text", column, String[]::new);
    }

    public Bulk<R> booleans(String name, Function<R, Boolean> column) {
        return bind(name, "bool", column, Boolean[]::new);
    }

    public Bulk<R> uuids(String name, Function<R, UUID> column) {
        return bind(name, "uuid", column, UUID[]::new);
    }

    public Bulk<R> dates(String name, Function<R, LocalDate> column) {
        return texts(name, row -> column.apply(row).toString());
    }

    public Bulk<R> moments(String name, Function<R, OffsetDateTime> column) {
        return texts(name, row -> column.apply(row).toString());
    }

    public Bulk<R> optionalTexts(String name, Function<R, Optional<String>> column) {
        return bind(name, "text", column.andThen(value -> value.orElse(null)), String[]::new);
    }

    public Bulk<R> optionalLongs(String name, Function<R, Optional<Long>> column) {
        return bind(name, "int8", column.andThen(value -> value.orElse(null)), Long[]::new);
    }

    public Bulk<R> optionalDates(String name, Function<R, Optional<LocalDate>> column) {
        return bind(
                name, "text", row -> column.apply(row).map(LocalDate::toString).orElse(null), String[]::new);
    }

    /** As an array of its own type, which the driver sends in binary; an array of objects would be written out as text. */
    private <T> Bulk<R> bind(
            String name, String type, Function<R, ? extends @Nullable T> column, IntFunction<@Nullable T[]> array) {
        @Nullable T[] values = array.apply(rows.size());
        for (int index = 0; index < values.length; index++) {
            values[index] = column.apply(rows.get(index));
        }
        Argument argument = (position, prepared, context) ->
                prepared.setArray(position, prepared.getConnection().createArrayOf(type, values));
        statement.bind(name, argument);
        return this;
    }
}
