package no.avstemt.persistence.database;

import java.sql.Array;
import java.sql.Connection;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/**
 * Many rows in one statement: each column is bound as one array, for {@code unnest(:a::bigint[], :b::text[])}. One round
 * trip and one plan, whatever the number of rows. Arrays go to the server in their binary form.
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

    public Bulk<R> longs(String name, ToLongFunction<R> column) {
        return bind(name, "int8", rows.stream().mapToLong(column).toArray());
    }

    public Bulk<R> ints(String name, ToIntFunction<R> column) {
        return bind(name, "int4", rows.stream().mapToInt(column).toArray());
    }

    public Bulk<R> texts(String name, Function<R, String> column) {
        return bind(name, "text", column(new String[rows.size()], column));
    }

    public Bulk<R> booleans(String name, Function<R, Boolean> column) {
        return bind(name, "bool", column(new Boolean[rows.size()], column));
    }

    public Bulk<R> uuids(String name, Function<R, UUID> column) {
        return bind(name, "uuid", column(new UUID[rows.size()], column));
    }

    /** As text, for {@code ::date}. */
    public Bulk<R> dates(String name, Function<R, LocalDate> column) {
        return bind(name, "text", column(new String[rows.size()], column.andThen(new DateTexts()::of)));
    }

    /** As days since 1970, for {@code date '1970-01-01' + unnest(:day::int[])}: less work for the server than a text. */
    public Bulk<R> days(String name, Function<R, LocalDate> column) {
        return ints(name, row -> Math.toIntExact(column.apply(row).toEpochDay()));
    }

    public Bulk<R> optionalTexts(String name, Function<R, Optional<String>> column) {
        return bind(name, "text", column(new String[rows.size()], column.andThen(value -> value.orElse(null))));
    }

    public Bulk<R> optionalLongs(String name, Function<R, Optional<Long>> column) {
        return bind(name, "int8", column(new Long[rows.size()], column.andThen(value -> value.orElse(null))));
    }

    private <T> @Nullable T[] column(@Nullable T[] values, Function<R, ? extends @Nullable T> column) {
        for (int index = 0; index < values.length; index++) {
            values[index] = column.apply(rows.get(index));
        }
        return values;
    }

    /** @param values an array */
    private Bulk<R> bind(String name, String type, Object values) {
        Argument argument = (position, prepared, context) -> {
            Connection connection = prepared.getConnection();
            Array array = connection.unwrap(PGConnection.class).createArrayOf(type, values);
            prepared.setArray(position, array);
        };
        statement.bind(name, argument);
        return this;
    }

    /** Rows that follow each other mostly have the same date. */
    private static final class DateTexts {

        private LocalDate last = LocalDate.EPOCH;
        private String text = last.toString();

        String of(LocalDate date) {
            if (!date.equals(last)) {
                last = date;
                text = date.toString();
            }
            return text;
        }
    }
}
