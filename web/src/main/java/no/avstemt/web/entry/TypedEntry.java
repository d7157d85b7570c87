package no.avstemt.web.entry;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import no.avstemt.web.http.Param;
import no.avstemt.web.http.Request;

/** The form as it was typed. */
record TypedEntry(Map<HeadField, String> head, List<TypedLine> lines) {

    /** So many that the fields of all of them are fewer than a form may have. */
    static final int MOST_LINES = 100;

    private static final int LEAST_LINES = 2;

    TypedEntry {
        head = Map.copyOf(head);
        List<TypedLine> enough = new ArrayList<>(lines);
        while (enough.size() < LEAST_LINES) {
            enough.add(TypedLine.EMPTY);
        }
        lines = List.copyOf(enough);
    }

    static Param<?>[] params() {
        List<Param<?>> params = new ArrayList<>();
        for (HeadField field : HeadField.values()) {
            params.add(field.param());
        }
        for (LineField field : LineField.values()) {
            params.add(field.param());
        }
        return params.toArray(Param<?>[]::new);
    }

    static TypedEntry of(Request request) {
        Map<HeadField, String> head = new EnumMap<>(HeadField.class);
        for (HeadField field : HeadField.values()) {
            head.put(field, request.get(field.param()));
        }
        int count = request.get(LineField.ACCOUNT.param()).size();
        List<TypedLine> lines = new ArrayList<>();
        for (int at = 0; at < count; at++) {
            Map<LineField, String> typed = new EnumMap<>(LineField.class);
            for (LineField field : LineField.values()) {
                List<String> values = request.get(field.param());
                typed.put(field, at < values.size() ? values.get(at) : "");
            }
            lines.add(new TypedLine(typed));
        }
        return new TypedEntry(head, lines);
    }

    String get(HeadField field) {
        return head.getOrDefault(field, "").strip();
    }

    /** All of it as one text, the same for the same form. */
    String told() {
        StringBuilder told = new StringBuilder();
        for (HeadField field : HeadField.values()) {
            told.append(get(field)).append('\n');
        }
        for (TypedLine line : lines) {
            for (LineField field : LineField.values()) {
                told.append(line.get(field)).append('\n');
            }
        }
        return told.toString();
    }

    boolean isFull() {
        return lines.size() >= MOST_LINES;
    }

    /** With an empty line at the end that has the text of the one before. */
    TypedEntry withOneMore() {
        if (isFull()) {
            return this;
        }
        List<TypedLine> more = new ArrayList<>(lines);
        more.add(
                new TypedLine(Map.of(LineField.TEXT, lines.get(lines.size() - 1).get(LineField.TEXT))));
        return new TypedEntry(head, more);
    }

    /** @param lineNo from 1; one that is not there is none the less gone */
    TypedEntry without(int lineNo) {
        List<TypedLine> fewer = new ArrayList<>(lines);
        if (lineNo >= 1 && lineNo <= fewer.size()) {
            fewer.remove(lineNo - 1);
        }
        return new TypedEntry(head, fewer);
    }

    /** The same, with what was typed for this field as we understood it. */
    TypedEntry with(LineField field, Map<Integer, String> byLine) {
        List<TypedLine> changed = new ArrayList<>();
        for (TypedLine line : lines) {
            int lineNo = changed.size() + 1;
            if (byLine.containsKey(lineNo)) {
                Map<LineField, String> typed = new EnumMap<>(LineField.class);
                typed.putAll(line.typed());
                typed.put(field, byLine.get(lineNo));
                changed.add(new TypedLine(typed));
            } else {
                changed.add(line);
            }
        }
        return new TypedEntry(head, changed);
    }
}
