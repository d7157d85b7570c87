package no.avstemt.persistence.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import no.avstemt.application.verify.Check;
import no.avstemt.application.verify.Fault;
import no.avstemt.application.verify.Sealing;
import no.avstemt.application.verify.Sealing.Column;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every column of a posted entry, changed in turn by whoever can get round the program. */
final class ChangedBytesTest {

    private static final String USED = """
            client_account_id = :client
            """;

    private static final List<String> ENDS =
            Boolean.getBoolean("avstemt.test.long") ? List.of("ASC", "DESC") : List.of("ASC");

    @AutoClose
    static final SealedBooks BOOKS = new SealedBooks();

    static List<Column> columns() {
        return Sealing.COLUMNS;
    }

    @Test
    void books_that_nobody_changed_are_whole() {
        assertEquals(List.of(), BOOKS.faults());
    }

    @Test
    void every_column_of_entries_and_lines_says_how_a_change_of_it_is_found_or_why_not() {
        for (String table : List.of("journal_entry", "journal_line")) {
            Set<String> told = Sealing.COLUMNS.stream()
                    .filter(column -> column.table().equals(table))
                    .map(Column::column)
                    .collect(Collectors.toCollection(TreeSet::new));

            assertEquals(new TreeSet<>(types(table).keySet()), told);
        }
    }

    @ParameterizedTest
    @MethodSource("columns")
    void a_change_of_any_column_is_found_as_it_is_written_down(Column column) {
        Map<String, List<Fault>> after = new LinkedHashMap<>();
        changes(column).forEach((how, change) -> BOOKS.faultsAfter(change).ifPresent(faults -> after.put(how, faults)));

        assertFalse(after.isEmpty(), "Nothing could be changed of " + column);
        if (column.foundBy().isEmpty()) {
            after.forEach((how, faults) -> assertEquals(List.of(), faults, column + " " + how));
            return;
        }
        after.forEach((how, faults) -> assertFalse(faults.isEmpty(), column + " " + how));
        Set<Check> checks =
                after.values().stream().flatMap(List::stream).map(Fault::check).collect(Collectors.toSet());
        boolean unreadable = column.foundBy().equals(Optional.of(Check.CHAIN_HASH)) && checks.contains(Check.READABLE);
        assertTrue(unreadable || checks.contains(column.foundBy().orElseThrow()), column + " " + after);
    }

    /** The value changed by one, set to nothing, given where there was none, and changed places with another's. */
    private static Map<String, String> changes(Column column) {
        String table = column.table();
        String name = column.column();
        String row = "SELECT ctid FROM " + table + " t WHERE " + used(table);
        String update = "UPDATE " + table + " SET " + name + " = ";
        Map<String, String> changes = new LinkedHashMap<>();
        for (String at : ENDS) {
            String one = " WHERE ctid = (" + row + " AND " + name + " IS NOT NULL ORDER BY ctid " + at + " LIMIT 1)";
            changes.put("changed " + at, update + other(table, name) + one);
            changes.put("emptied " + at, update + "NULL" + one);
        }
        changes.put(
                "given",
                update + "(SELECT " + name + " FROM " + table + " WHERE " + name
                        + " IS NOT NULL AND client_account_id = :client ORDER BY ctid LIMIT 1) WHERE ctid = (" + row
                        + " AND "
                        + name + " IS NULL ORDER BY ctid LIMIT 1)");
        changes.put("swapped", """
                WITH pair AS (
                  SELECT a.ctid AS one, a.<c> AS first, b.ctid AS two, b.<c> AS second
                    FROM <t> a, <t> b
                   WHERE a.ctid IN (<row>) AND b.ctid IN (<row>) AND a.<c> <> b.<c>
                   ORDER BY a.ctid, b.ctid
                   LIMIT 1)
                UPDATE <t> t
                   SET <c> = CASE t.ctid WHEN pair.one THEN pair.second ELSE pair.first END
                  FROM pair
                 WHERE t.ctid IN (pair.one, pair.two)
                """.replace("<row>", row).replace("<c>", name).replace("<t>", table));
        return changes;
    }

    /** Only rows that the journal points at. */
    private static String used(String table) {
        return USED
                + switch (table) {
                    case "account" -> "AND account_id IN (SELECT account_id FROM journal_line)";
                    case "dimension_value" ->
                        "AND dimension_value_id IN (SELECT dimension_value_id FROM dimension_set_member)";
                    default -> "";
                };
    }

    private static String other(String table, String column) {
        if (column.equals("kind")) {
            return "CASE kind WHEN 'VIPPS_SALES' THEN 'IMPORTED_FILE' ELSE 'VIPPS_SALES' END";
        }
        String type = Optional.ofNullable(types(table).get(column)).orElseThrow();
        return switch (type) {
            case "bytea" -> "set_byte(" + column + ", 31, 255 - get_byte(" + column + ", 31))";
            case "boolean" -> "NOT " + column;
            case "text" ->
                column.equals("currency") ? "'EUR'" : column.equals("code") ? "'9' || " + column : column + " || ' '";
            case "timestamp with time zone" -> column + " + interval '1 microsecond'";
            case "numeric" -> column + " + 0.000000000000000001";
            case "date" -> column + " + 1";
            default -> column + " + 1000";
        };
    }

    private static Map<String, String> types(String table) {
        return BOOKS.books
                .database()
                .asSuperuser(handle -> handle
                        .select(
                                "SELECT column_name, data_type FROM information_schema.columns WHERE table_name = ?",
                                table)
                        .map((row, context) -> Map.entry(row.getString("column_name"), row.getString("data_type")))
                        .stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }
}
