package no.avstemt.application.access;

/** A password as stored: a PHC string, which names its own algorithm and cost. */
public record PasswordHash(String phc) {

    public PasswordHash {
        if (!phc.startsWith("$")) {
            throw new IllegalArgumentException("Not a PHC string");
        }
    }

    @Override
    public String toString() {
        return "PasswordHash[…]";
    }
}
