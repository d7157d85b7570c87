package no.avstemt.application.access;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import no.avstemt.application.access.Authenticate.SignedIn;

/** An {@link AccessStore} for tests. */
public final class InMemoryAccess implements AccessStore {

    private final Map<UserId, WithPassword> users = new LinkedHashMap<>();
    private final Map<TokenHash, Session> sessions = new HashMap<>();
    private final Map<TokenHash, OwnKey> keys = new HashMap<>();

    @Override
    public synchronized Optional<UserId> addUser(NewUser user, Instant now) {
        if (userByEmail(user.email()).isPresent()) {
            return Optional.empty();
        }
        UserId id = new UserId(users.size() + 1);
        User added = new User(id, user.email(), user.name(), user.role(), user.scope(), Optional.empty(), true);
        users.put(id, new WithPassword(added, user.password()));
        return Optional.of(id);
    }

    @Override
    public synchronized Optional<User> user(UserId id) {
        return Optional.ofNullable(users.get(id)).map(WithPassword::user);
    }

    @Override
    public synchronized Optional<WithPassword> userByEmail(EmailAddress email) {
        return users.values().stream()
                .filter(known -> known.user().email().equals(email))
                .findFirst();
    }

    @Override
    public void chooseLanguage(UserId user, Language language) {
        change(
                user,
                u -> new User(u.id(), u.email(), u.name(), u.role(), u.scope(), Optional.of(language), u.active()));
    }

    @Override
    public void setActive(UserId user, boolean active) {
        change(user, u -> new User(u.id(), u.email(), u.name(), u.role(), u.scope(), u.language(), active));
    }

    private synchronized void change(UserId id, UnaryOperator<User> change) {
        users.computeIfPresent(id, (same, known) -> new WithPassword(change.apply(known.user()), known.password()));
    }

    @Override
    public synchronized void addSession(Session session) {
        sessions.put(session.id(), session);
    }

    @Override
    public synchronized Optional<SignedIn> session(TokenHash id) {
        return Optional.ofNullable(sessions.get(id))
                .flatMap(session -> user(session.user()).map(user -> new SignedIn(user, session)));
    }

    @Override
    public synchronized void endSession(TokenHash id) {
        sessions.remove(id);
    }

    @Override
    public synchronized void forgetSessionsEndedBefore(Instant moment) {
        sessions.values().removeIf(session -> session.endsAt().isBefore(moment));
    }

    /** A new key, as its owner is shown it. */
    public Token newKey(UserId owner, ClientScope scope, Right right, Randomness randomness, Instant now) {
        Token key = Token.nextKey(randomness);
        addKey(new ApiKey(key.hash(), owner, "Test", scope, right, now));
        return key;
    }

    synchronized ApiKeyId addKey(ApiKey key) {
        ApiKeyId id = new ApiKeyId(keys.size() + 1);
        keys.put(key.hash(), new OwnKey(id, key));
        return id;
    }

    @Override
    public synchronized Optional<OwnedKey> apiKey(TokenHash hash) {
        return Optional.ofNullable(keys.get(hash))
                .flatMap(own -> user(own.key().owner()).map(owner -> new OwnedKey(own.id(), own.key(), owner)));
    }

    private record OwnKey(ApiKeyId id, ApiKey key) {}
}
