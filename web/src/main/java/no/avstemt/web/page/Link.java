package no.avstemt.web.page;

/** @param current whether this is where the reader stands already */
public record Link(String label, String href, boolean current) {

    public static Link to(String label, String href) {
        return new Link(label, href, false);
    }

    public static Link here(String label, String href) {
        return new Link(label, href, true);
    }
}
