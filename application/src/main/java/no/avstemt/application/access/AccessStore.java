package no.avstemt.application.access;

import java.time.Instant;
import java.util.Optional;
import no.avstemt.application.access.Authenticate.SignedIn;

/** Users, sessions and the keys that programs show. They belong to the office, not to a client account. */
public interface AccessStore {

    /** Empty when the address already has a user, who is then left as they were. */
    Optional<UserId> addUser(NewUser user, Instant now);

    Optional<User> user(UserId id);

    Optional<WithPassword> userByEmail(EmailAddress email);

    void chooseLanguage(UserId user, Language language);

    void setActive(UserId user, boolean active);

    void addSession(Session session);

    /** Asked at every request from a browser. */
    Optional<SignedIn> session(TokenHash id);

    void endSession(TokenHash id);

    /** Forgets sessions that ended before this moment. */
    void forgetSessionsEndedBefore(Instant moment);

    /** Asked at every request with a key; empty when it was withdrawn. */
    Optional<OwnedKey> apiKey(TokenHash hash);

    record OwnedKey(ApiKeyId id, ApiKey key, User owner) {}

    record WithPassword(User user, PasswordHash password) {}
}
