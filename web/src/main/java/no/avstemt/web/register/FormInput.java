package no.avstemt.web.register;

import java.util.List;
import no.avstemt.web.http.Param;
import no.avstemt.web.http.ParamType;

/**
 * One question of a register's form.
 *
 * @param name of the field, in the form as in JSON
 * @param options what can be chosen, where it is a choice; each has a text {@code register.name.option}
 */
record FormInput(String name, Type type, List<String> options) {

    private static final List<String> YES_OR_NO = List.of("true", "false");

    enum Type {
        TEXT("text"),
        EMAIL("email"),
        DATE("date"),
        /** What is typed stands for an id. */
        REFERENCE("text"),
        FLAG(""),
        CHOICE("");

        private final String html;

        Type(String html) {
            this.html = html;
        }

        /** As HTML names it; empty for what is chosen. */
        String html() {
            return html;
        }
    }

    FormInput {
        options = List.copyOf(options);
    }

    static FormInput text(String name) {
        return of(name, Type.TEXT);
    }

    static FormInput of(String name, Type type) {
        return new FormInput(name, type, List.of());
    }

    static FormInput flag(String name) {
        return new FormInput(name, Type.FLAG, YES_OR_NO);
    }

    static FormInput choice(String name, List<String> options) {
        return new FormInput(name, Type.CHOICE, options);
    }

    boolean isChosen() {
        return type.html().isEmpty();
    }

    Param<String> param() {
        return Param.withDefault(name, ParamType.anyText(2_000), "").inForm();
    }

    String label() {
        return "register." + name;
    }

    String help() {
        return label() + ".help";
    }

    /** What is told beside the field whatever is wrong with it. */
    String fault() {
        return label() + ".fault";
    }

    String option(String value) {
        return type == Type.FLAG ? "register.flag." + value : label() + "." + value;
    }
}
