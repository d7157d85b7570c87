package no.avstemt.application.once;

import no.avstemt.application.access.UserId;

/**
 * A request that carries a key and is of the office, not of a client account.
 *
 * @param user whose key it is: two callers may choose the same
 * @param operation what is asked for, without the body: method, path and query
 */
public record OfficeKeyed(UserId user, String key, String operation) {

    private static final int LONGEST = 200;

    public OfficeKeyed {
        if (key.isEmpty() || key.length() > LONGEST) {
            throw new IllegalArgumentException("A key has 1 to " + LONGEST + " characters");
        }
    }
}
