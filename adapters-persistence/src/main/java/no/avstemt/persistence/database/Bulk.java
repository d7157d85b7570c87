package no.avstemt.persistence.database;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
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
        return bind(name, Long.class, column);
    }

    public Bulk<R> ints(String name, Function<R, Integer> column) {
        return bind(name, Integer.class, column);
    }

    public Bulk<R> texts(String name, Function<R, String> column) {
        return bind(name, String.class, column);
    }

    public Bulk<R> booleans(String name, Function<R, Boolean> column) {
        return bind(name, Boolean.class, column);
    }

    public Bulk<R> uuids(String name, Function<R, UUID> column) {
        return bind(name, UUID.class, column);
    }

    public Bulk<R> dates(String name, Function<R, LocalDate> column) {
        return bind(name, String.class, row -> column.apply(row).toString());
    }

    public Bulk<R> moments(String name, Function<R, OffsetDateTime> column) {
        return bind(name, String.class, row -> column.apply(row).toString());
    }

    public Bulk<R> optionalTexts(String name, Function<R, Optional<String>> column) {
        return bind(name, String.class, column.andThen(value -> value.orElse(null)));
    }

    public Bulk<R> optionalLongs(String name, Function<R, Optional<Long>> column) {
        return bind(name, Long.class, column.andThen(value -> value.orElse(null)));
    }

    public Bulk<R> optionalDates(String name, Function<R, Optional<LocalDate>> column) {
        return bind(
                name,
                String.class,
                row -> column.apply(row).map(LocalDate::toString).orElse(null));
    }

    private <T> Bulk<R> bind(String name, Class<T> type, Function<R, ? extends @Nullable T> column) {
        List<@Nullable T> values = new ArrayList<>(rows.size());
        for (R row : rows) {
            values.add(column.apply(row));
        }
        statement.bindArray(name, type, values);
        return this;
    }
}
