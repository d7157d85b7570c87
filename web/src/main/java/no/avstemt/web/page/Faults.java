package no.avstemt.web.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is wrong with a form, told at the top and beside each field. The empty field name is the form as a whole. */
public final class Faults {

    private final Map<String, String> byField = new LinkedHashMap<>();

    public static Faults none() {
        return new Faults();
    }

    /** The first fault of a field stays. */
    public void add(String field, String text) {
        byField.putIfAbsent(field, text);
    }

    public boolean any() {
        return !byField.isEmpty();
    }

    /** Empty when nothing is wrong with it. */
    public String of(String field) {
        return byField.getOrDefault(field, "");
    }

    /** In the order they were found; a fault of the form as a whole leads nowhere. */
    public List<Link> all() {
        List<Link> all = new ArrayList<>();
        byField.forEach((field, text) -> all.add(Link.to(text, field.isEmpty() ? "" : "#" + field)));
        return all;
    }
}
