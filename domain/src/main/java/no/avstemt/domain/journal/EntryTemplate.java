package no.avstemt.domain.journal;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * An entry that comes again, by the name that people call it. It has neither a date nor a document of its own.
 *
 * @param description of the entries made of it; may be empty
 */
public record EntryTemplate(String name, String description, List<DraftLine> lines) {

    public static final int LONGEST_NAME = 100;

    public EntryTemplate {
        name = name.strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw new IllegalArgumentException("A template's name has 1 to " + LONGEST_NAME + " characters");
        }
        lines = List.copyOf(lines);
    }

    public static EntryTemplate of(String name, EntryDraft entry) {
        return new EntryTemplate(name, entry.description(), entry.lines());
    }

    public EntryDraft on(LocalDate date) {
        return new EntryDraft(date, description, Optional.empty(), lines);
    }

    public EntryTemplate named(String other) {
        return new EntryTemplate(other, description, lines);
    }
}
