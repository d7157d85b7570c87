package no.avstemt.domain.report;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * One column of a report.
 *
 * @param key names it in code, and its heading: {@code column.<key>} in the texts
 * @param jsonPath members from the row's object inwards, parted by dots; one that can be null ends with a question mark.
 *     May be empty for a document's own column
 */
public record Column(String key, Kind kind, String jsonPath, Shown shown) {

    /** What stands in the rows of a column. */
    public enum Kind {
        TEXT(Cell.Text.class, Cell.Term.class, Cell.Facts.class),
        /** Øre; shown right-aligned with two decimals. */
        AMOUNT(Cell.Amount.class),
        /** Øre in a presented statement, where nothing is a quiet dash. */
        STATED(Cell.Amount.class),
        DAY(Cell.Day.class),
        /** A text that says when something happened, to the second or closer. */
        MOMENT(Cell.Text.class),
        /** A number that is counted or points at something, never money. */
        COUNT(Cell.Count.class),
        /** A number with decimals that is no money. */
        FACTOR(Cell.Factor.class, Cell.Rate.class),
        /** Digits that are read as a text, such as an account's. */
        CODE(Cell.Text.class, Cell.Term.class),
        FLAG(Cell.Flag.class),
        /** Any number of dimension values. */
        VALUES(Cell.Values.class);

        private final Set<Class<? extends Cell>> cells;

        @SafeVarargs
        Kind(Class<? extends Cell>... cells) {
            this.cells = Set.of(cells);
        }
    }

    public enum Shown {
        JSON,
        DOCUMENT,
        BOTH
    }

    /** One name of a way into a row's object. */
    public record Member(String name, boolean nullable) {

        private static Member of(String written) {
            boolean nullable = written.endsWith("?");
            return new Member(nullable ? written.substring(0, written.length() - 1) : written, nullable);
        }
    }

    public Column {
        if (key.isBlank()) {
            throw new IllegalArgumentException("A column needs a key");
        }
        if (shown != Shown.DOCUMENT && jsonPath.isBlank()) {
            throw new IllegalArgumentException("Column " + key + " does not say where it stands in JSON");
        }
    }

    public static Column json(String key, Kind kind, String jsonPath) {
        return new Column(key, kind, jsonPath, Shown.JSON);
    }

    public static Column document(String key, Kind kind) {
        return new Column(key, kind, "", Shown.DOCUMENT);
    }

    public static Column both(String key, Kind kind, String jsonPath) {
        return new Column(key, kind, jsonPath, Shown.BOTH);
    }

    /** The same, wherever it is shown. */
    public Column everywhere() {
        return new Column(key, kind, jsonPath, Shown.BOTH);
    }

    public boolean inJson() {
        return shown != Shown.DOCUMENT;
    }

    public boolean inDocument() {
        return shown != Shown.JSON;
    }

    /** From the row's object inwards. */
    public List<Member> jsonMembers() {
        return Arrays.stream(jsonPath.split("\\.")).map(Member::of).toList();
    }

    /** Whether a row may have this here: programs are told what they will find. A document's own column promises nothing. */
    boolean takes(Cell cell) {
        return !inJson()
                || (cell instanceof Cell.Blank ? jsonPath.contains("?") : kind.cells.contains(cell.getClass()));
    }
}
