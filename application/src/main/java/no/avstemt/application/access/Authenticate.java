package no.avstemt.application.access;

import java.time.Clock;
import java.util.Optional;

/** From what a request shows to who asks. Nothing that is unknown, ended or switched off gets through. */
public final class Authenticate {

    private final AccessStore store;
    private final Clock clock;

    public Authenticate(AccessStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    public Optional<SignedIn> byCookie(String cookie) {
        return store.session(new Token(cookie).hash())
                .filter(known -> known.user().active() && !known.session().isOver(clock.instant()));
    }

    public Optional<WithKey> byKey(String key) {
        return store.apiKey(new Token(key).hash())
                .filter(known -> known.owner().active())
                .map(known -> new WithKey(
                        known.id(),
                        Caller.withKey(known.key(), known.owner()),
                        known.owner().language()));
    }

    /**
     * A program.
     *
     * @param language what the owner of the key chose to read, if anything
     */
    public record WithKey(ApiKeyId key, Caller caller, Optional<Language> language) {}

    /** A person in a browser. */
    public record SignedIn(User user, Session session) {

        public Caller caller() {
            return Caller.inBrowser(user);
        }
    }
}
