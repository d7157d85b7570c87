package no.avstemt.application.favourite;

/** @param address path and query of the page */
public record Favourite(String name, String address) {

    public static final int LONGEST_NAME = 60;

    /** In characters: what a browser sends of an address. */
    public static final int LONGEST_ADDRESS = 8_000;

    public Favourite {
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            throw new IllegalArgumentException("A favourite has a name of at most 60 characters: " + name);
        }
        if (!address.startsWith("/") || address.startsWith("//") || address.length() > LONGEST_ADDRESS) {
            throw new IllegalArgumentException("A favourite is a page of ours: " + address);
        }
    }
}
