package no.avstemt.web.page;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A path and a query within the portal, as it stands in a link. Two with the same parameters given in the same order are
 * the same text.
 */
public final class Address {

    private final String path;
    private final List<String> query;
    private final String fragment;

    private Address(String path, List<String> query, String fragment) {
        this.path = path;
        this.query = List.copyOf(query);
        this.fragment = fragment;
    }

    public static Address of(String path) {
        return new Address(path, List.of(), "");
    }

    public Address with(String name, Object value) {
        List<String> more = new ArrayList<>(query);
        more.add(name + "=" + URLEncoder.encode(value.toString(), StandardCharsets.UTF_8));
        return new Address(path, more, fragment);
    }

    public Address with(Map<String, ?> more) {
        Address address = this;
        for (Map.Entry<String, ?> entry : more.entrySet()) {
            address = address.with(entry.getKey(), entry.getValue());
        }
        return address;
    }

    /** @param id of an element of the page */
    public Address at(String id) {
        return new Address(path, query, "#" + id);
    }

    /** Without query and fragment: where a form is sent. */
    public String path() {
        return path;
    }

    @Override
    public String toString() {
        return path + (query.isEmpty() ? "" : "?" + String.join("&", query)) + fragment;
    }
}
