package no.avstemt.web.entry;

import java.util.Map;
import java.util.stream.Stream;

/** One line of the form, field by field as it was typed. */
record TypedLine(Map<LineField, String> typed) {

    static final TypedLine EMPTY = new TypedLine(Map.of());

    TypedLine {
        typed = Map.copyOf(typed);
    }

    String get(LineField field) {
        return typed.getOrDefault(field, "").strip();
    }

    /** A text alone says nothing that could be booked; a new line begins with that of the one before. */
    boolean isEmpty() {
        return Stream.of(LineField.values())
                .filter(field -> field != LineField.TEXT && field != LineField.APART)
                .allMatch(field -> get(field).isEmpty());
    }
}
