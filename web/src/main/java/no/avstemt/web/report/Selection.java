package no.avstemt.web.report;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the report shows, as one sentence whose changeable parts are fields of a GET form.
 *
 * @param action the path of the report itself
 */
public record Selection(String action, List<Part> parts) {

    public Selection {
        parts = List.copyOf(parts);
    }

    /** The names of those parts that can be read. */
    Set<String> said() {
        return parts.stream().filter(part -> !part.isHidden()).map(Part::name).collect(Collectors.toSet());
    }

    public enum Kind {
        WORDS,
        DATE,
        CHOICE,
        TEXT,
        HIDDEN
    }

    /**
     * @param label for those who do not see the sentence around it
     * @param value of a date {@code YYYY-MM-DD} or empty; of words, the words
     */
    public record Part(Kind kind, String name, String label, String value, List<Option> options) {

        public Part {
            options = List.copyOf(options);
        }

        public static Part words(String words) {
            return new Part(Kind.WORDS, "", "", words, List.of());
        }

        public static Part date(String name, String label, String isoDay) {
            return new Part(Kind.DATE, name, label, isoDay, List.of());
        }

        public static Part choice(String name, String label, List<Option> options) {
            return new Part(Kind.CHOICE, name, label, "", options);
        }

        public static Part text(String name, String label, String value) {
            return new Part(Kind.TEXT, name, label, value, List.of());
        }

        public static Part hidden(String name, String value) {
            return new Part(Kind.HIDDEN, name, "", value, List.of());
        }

        public boolean isWords() {
            return kind == Kind.WORDS;
        }

        public boolean isDate() {
            return kind == Kind.DATE;
        }

        public boolean isChoice() {
            return kind == Kind.CHOICE;
        }

        public boolean isText() {
            return kind == Kind.TEXT;
        }

        public boolean isHidden() {
            return kind == Kind.HIDDEN;
        }
    }

    public record Option(String value, String label, boolean chosen) {}
}
