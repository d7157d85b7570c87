package no.avstemt.web.page;

import java.util.List;

/**
 * A field of a form that offers what can be chosen.
 *
 * @param id of the element, where several have the same name
 * @param help beside the field; may be empty
 */
public record Choice(String name, String id, String label, List<Option> options, String help) {

    public Choice {
        options = List.copyOf(options);
    }

    public static Choice of(String name, String label, List<Option> options) {
        return new Choice(name, name, label, options, "");
    }

    public Choice helped(String text) {
        return new Choice(name, id, label, options, text);
    }

    public Choice withId(String other) {
        return new Choice(name, other, label, options, help);
    }

    public record Option(String value, String label, boolean chosen) {}
}
