package no.avstemt.persistence.database;

import java.sql.Array;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/**
 * Many rows into one table in one statement: {@code INSERT INTO t (a, b) SELECT unnest(:a), unnest(:b)}. Side by side in
 * the select list {@code unnest} streams; in {@code FROM} it would keep every column aside first. A column that is the
 * same in all rows is sent once, which saves the server taking it apart row by row. What is sent is made as the columns are
 * named, which another thread may do while the connection is busy.
 *
 * <p>Names of tables and columns come from the program, never from outside.
 */
public final class BulkInsert<R> {

    private static final String EPOCH = "date '1970-01-01' + ";
    private static final String MOMENT = "timestamptz 'epoch' + ";
    private static final String MICROSECONDS = " * interval '1 microsecond'";

    private final Handle handle;
    private final String table;
    private final List<R> rows;
    private final List<Column> columns = new ArrayList<>();
    private String overriding = "";

    /** @param rows at least one */
    public BulkInsert(Handle handle, String table, List<R> rows) {
        this.handle = handle;
        this.table = table;
        this.rows = rows;
    }

    /** @param before,after around what the server got, to make of it what the column holds */
    private record Column(String name, String type, Array values, boolean isSame, String before, String after) {

        /** The same in all rows: as a sub-select it is worked out once. */
        String expression() {
            String array = ":" + name + "::" + type + "[]";
            return isSame
                    ? "(SELECT " + before + "(" + array + ")[1]" + after + ")"
                    : before + "unnest(" + array + ")" + after;
        }
    }

    public BulkInsert<R> longs(String name, ToLongFunction<R> column) {
        long[] values = rows.stream().mapToLong(column).toArray();
        boolean same = Arrays.stream(values).allMatch(value -> value == values[0]);
        return add(name, "int8", same ? new long[] {values[0]} : values, same, "", "");
    }

    /** Of a column that the database numbers by itself where nothing is given. */
    public BulkInsert<R> ids(String name, ToLongFunction<R> column) {
        overriding = " OVERRIDING SYSTEM VALUE";
        return longs(name, column);
    }

    public BulkInsert<R> ints(String name, ToIntFunction<R> column) {
        int[] values = rows.stream().mapToInt(column).toArray();
        boolean same = Arrays.stream(values).allMatch(value -> value == values[0]);
        return add(name, "int4", same ? new int[] {values[0]} : values, same, "", "");
    }

    public BulkInsert<R> texts(String name, Function<R, String> column) {
        return values(name, "text", new String[rows.size()], column, "", "");
    }

    public BulkInsert<R> optionalTexts(String name, Function<R, Optional<String>> column) {
        return values(
                name, "text", new String[rows.size()], row -> column.apply(row).orElse(null), "", "");
    }

    /** As text, for a column of this type. */
    public BulkInsert<R> parsed(String name, String type, Function<R, String> column) {
        return values(name, "text", new String[rows.size()], column, "", "::" + type);
    }

    public BulkInsert<R> optionalParsed(String name, String type, Function<R, Optional<String>> column) {
        return values(
                name, "text", new String[rows.size()], row -> column.apply(row).orElse(null), "", "::" + type);
    }

    public BulkInsert<R> uuids(String name, Function<R, UUID> column) {
        return values(name, "uuid", new UUID[rows.size()], column, "", "");
    }

    /** As microseconds since 1970. */
    public BulkInsert<R> moments(String name, Function<R, Instant> column) {
        Long[] values = new Long[rows.size()];
        return values(name, "int8", values, row -> Rows.micros(column.apply(row)), MOMENT, MICROSECONDS);
    }

    public BulkInsert<R> bytes(String name, Function<R, byte[]> column) {
        return values(name, "bytea", new byte[rows.size()][], column, "", "");
    }

    public BulkInsert<R> optionalLongs(String name, Function<R, Optional<Long>> column) {
        return values(
                name, "int8", new Long[rows.size()], row -> column.apply(row).orElse(null), "", "");
    }

    /** As days since 1970: the server need not read a text for each. */
    public BulkInsert<R> dates(String name, Function<R, LocalDate> column) {
        Days days = new Days();
        return values(name, "int4", new Integer[rows.size()], row -> days.of(column.apply(row)), EPOCH, "");
    }

    public BulkInsert<R> optionalDates(String name, Function<R, Optional<LocalDate>> column) {
        Days days = new Days();
        return values(
                name,
                "int4",
                new Integer[rows.size()],
                row -> column.apply(row).map(days::of).orElse(null),
                EPOCH,
                "");
    }

    private <T> BulkInsert<R> values(
            String name,
            String type,
            @Nullable T[] values,
            Function<R, ? extends @Nullable T> column,
            String before,
            String after) {
        boolean same = true;
        for (int index = 0; index < values.length; index++) {
            values[index] = column.apply(rows.get(index));
            same = same && Objects.equals(values[index], values[0]);
        }
        return add(name, type, same ? Arrays.copyOf(values, 1) : values, same, before, after);
    }

    /** Brings the values into the form in which they are sent, which asks the server for nothing. */
    private BulkInsert<R> add(String name, String type, Object values, boolean same, String before, String after) {
        try {
            Array array = handle.getConnection().unwrap(PGConnection.class).createArrayOf(type, values);
            columns.add(new Column(name, type, array, same, before, after));
            return this;
        } catch (SQLException e) {
            throw new IllegalStateException("No array can be made for " + table + "." + name, e);
        }
    }

    /** The statement goes to the server when it is asked for its rows. */
    public Query returning(String columnsBack) {
        Query query = handle.createQuery(sql() + " RETURNING " + columnsBack);
        bind(query);
        return query;
    }

    /** @throws IllegalStateException when not every row was written */
    public void execute() {
        var update = handle.createUpdate(sql());
        bind(update);
        int written = update.execute();
        if (written != rows.size()) {
            throw new IllegalStateException(table + " took " + written + " rows, not " + rows.size());
        }
    }

    /** When all columns are the same in all rows, as with one row, one of them still has to make the rows. */
    private String sql() {
        String names = columns.stream().map(Column::name).collect(Collectors.joining(", "));
        String expressions = columns.stream().map(Column::expression).collect(Collectors.joining(", "));
        String made = columns.stream().allMatch(Column::isSame) ? " FROM generate_series(1, " + rows.size() + ")" : "";
        return "INSERT INTO " + table + " (" + names + ")" + overriding + " SELECT " + expressions + made;
    }

    private void bind(SqlStatement<?> statement) {
        for (Column column : columns) {
            Argument array = (position, prepared, context) -> prepared.setArray(position, column.values());
            statement.bind(column.name(), array);
        }
    }

    /** Rows that follow each other mostly have the same date, and then share the number. */
    private static final class Days {

        private LocalDate last = LocalDate.EPOCH;
        private Integer number = 0;

        Integer of(LocalDate date) {
            if (!date.equals(last)) {
                last = date;
                number = Math.toIntExact(date.toEpochDay());
            }
            return number;
        }
    }
}
