package no.avstemt.application.once;

import no.avstemt.application.access.UserId;
import no.avstemt.domain.client.ClientAccountId;

/**
 * A request that carries a key.
 *
 * @param user whose key it is: two callers may choose the same
 * @param operation what is asked for, without the body: method, path and query
 */
public record Keyed(ClientAccountId client, UserId user, String key, String operation) {

    private static final int LONGEST = 200;

    public Keyed {
        if (key.isEmpty() || key.length() > LONGEST) {
            throw new IllegalArgumentException("A key has 1 to " + LONGEST + " characters");
        }
    }
}
