package no.avstemt.application.access;

import java.time.Instant;

/**
 * @param owner whose rights bound those of the key; mail that the key causes goes to them
 * @param name what the key is for, in the owner's words
 */
public record ApiKey(TokenHash hash, UserId owner, String name, ClientScope scope, Right right, Instant createdAt) {

    public ApiKey {
        if (name.isBlank()) {
            throw new IllegalArgumentException("An API key has a name");
        }
    }
}
