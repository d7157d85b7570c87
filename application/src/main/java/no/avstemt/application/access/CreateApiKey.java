package no.avstemt.application.access;

import java.time.Clock;

public final class CreateApiKey {

    private final AccessStore store;
    private final Randomness randomness;
    private final Clock clock;

    public CreateApiKey(AccessStore store, Randomness randomness, Clock clock) {
        this.store = store;
        this.randomness = randomness;
        this.clock = clock;
    }

    public Created run(UserId owner, String name, ClientScope scope, Right right) {
        Token key = Token.nextKey(randomness);
        return new Created(store.addApiKey(new ApiKey(key.hash(), owner, name, scope, right, clock.instant())), key);
    }

    /** @param key shown this once; it cannot be found again */
    public record Created(ApiKeyId id, Token key) {}
}
