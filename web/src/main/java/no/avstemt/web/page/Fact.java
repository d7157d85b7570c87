package no.avstemt.web.page;

/**
 * One line of what is known: what it is, and the value.
 *
 * @param href where it leads; may be empty
 */
public record Fact(String label, String value, String href) {

    public static Fact of(String label, String value) {
        return new Fact(label, value, "");
    }

    public static Fact linked(String label, String value, Address address) {
        return new Fact(label, value, address.toString());
    }
}
