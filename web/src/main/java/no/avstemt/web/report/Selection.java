package no.avstemt.web.report;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the report shows, as one sentence whose changeable parts are fields of a GET form, and what else can be chosen.
 *
 * @param action the path of the report itself
 */
public record Selection(String action, List<Part> parts, More more) {

    public Selection {
        parts = List.copyOf(parts);
    }

    public Selection(String action, List<Part> parts) {
        this(action, parts, More.NONE);
    }

    /** The names of those parts that can be read. */
    Set<String> said() {
        return Stream.concat(parts.stream(), more.parts().stream())
                .filter(part -> !part.isHidden())
                .map(Part::name)
                .collect(Collectors.toSet());
    }

    public enum Kind {
        WORDS,
        DATE,
        CHOICE,
        TEXT,
        LISTED,
        HIDDEN
    }

    /**
     * @param label for those who do not see the sentence around it
     * @param value of a date {@code YYYY-MM-DD} or empty; of words, the words
     * @param options of a choice, all that can be chosen; of what is listed, what is proposed
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

        /** Is written into, with proposals. */
        public static Part listed(String name, String label, String value, List<Option> proposed) {
            return new Part(Kind.LISTED, name, label, value, proposed);
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

        public boolean isListed() {
            return kind == Kind.LISTED;
        }

        public boolean isHidden() {
            return kind == Kind.HIDDEN;
        }

        /** Of the list of proposals. */
        public String listId() {
            return name + "-list";
        }
    }

    /**
     * Choices that do not stand in the sentence.
     *
     * @param parts each with its label
     * @param values what the lines are about, by kind
     * @param isUsed whether the report is narrowed by any of them
     */
    public record More(List<Part> parts, List<Values> values, boolean isUsed) {

        static final More NONE = new More(List.of(), List.of(), false);

        public More {
            parts = List.copyOf(parts);
            values = List.copyOf(values);
        }

        public boolean isNone() {
            return parts.isEmpty() && values.isEmpty();
        }
    }

    /**
     * Any of some values.
     *
     * @param chosen with what a box sends as long as it is ticked
     * @param another where one more is written
     */
    public record Values(String label, List<Option> chosen, Part another) {

        public Values {
            chosen = List.copyOf(chosen);
        }
    }

    public record Option(String value, String label, boolean chosen) {}
}
