package no.avstemt.domain.report;

import java.util.List;

/**
 * One column of a report.
 *
 * @param key names it in code, and its heading: {@code column.<key>} in the texts
 * @param jsonPath members from the row's object inwards, parted by dots; may be empty for a document's own column
 */
public record Column(String key, Kind kind, String jsonPath, Shown shown) {

    public enum Kind {
        TEXT,
        /** Øre; shown right-aligned with two decimals. */
        AMOUNT,
        /** Øre in a presented statement, where nothing is a quiet dash. */
        STATED,
        DAY,
        /** A number that is counted or points at something, never money. */
        COUNT,
        /** Digits that are read as a text, such as an account's. */
        CODE
    }

    public enum Shown {
        JSON,
        DOCUMENT,
        BOTH
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

    public boolean inJson() {
        return shown != Shown.DOCUMENT;
    }

    public boolean inDocument() {
        return shown != Shown.JSON;
    }

    public List<String> jsonMembers() {
        return List.of(jsonPath.split("\\."));
    }
}
