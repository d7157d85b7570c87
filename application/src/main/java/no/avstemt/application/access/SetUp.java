package no.avstemt.application.access;

import java.security.MessageDigest;
import java.time.Clock;
import java.util.Optional;

/**
 * The first administrator of an empty installation is made by whoever holds the token that a start prints.
 *
 * <p>The token is 256 random bits and compared in constant time, which is why tries are not counted: nobody guesses it,
 * and a wrong one costs a hash. Each start makes a new one; the first administrator ends them all.
 */
public final class SetUp {

    private final SetupStore store;
    private final AccessStore access;
    private final PasswordHasher hasher;
    private final Randomness randomness;
    private final Clock clock;

    public SetUp(SetupStore store, AccessStore access, PasswordHasher hasher, Randomness randomness, Clock clock) {
        this.store = store;
        this.access = access;
        this.hasher = hasher;
        this.randomness = randomness;
        this.clock = clock;
    }

    public boolean isNeeded() {
        return !store.hasUsers();
    }

    /** A new token, to be shown this once; none when there is a user. */
    public Optional<Token> begin() {
        if (!isNeeded()) {
            return Optional.empty();
        }
        Token token = Token.next(randomness);
        store.replaceToken(token.hash(), clock.instant());
        return Optional.of(token);
    }

    public boolean admits(Token shown) {
        return isNeeded()
                && store.token()
                        .filter(known -> MessageDigest.isEqual(
                                known.bytes(), shown.hash().bytes()))
                        .isPresent();
    }

    /**
     * Empty when the token is not, or is no longer, the one.
     *
     * @throws IllegalArgumentException when the password is too short or too long
     */
    public Optional<UserId> run(Token shown, EmailAddress email, String name, String password, Language language) {
        CreateUser.requireLength(password);
        if (!admits(shown)) {
            return Optional.empty();
        }
        NewUser user = new NewUser(email, name, Role.ADMINISTRATOR, ClientScope.all(), hasher.hash(password));
        Optional<UserId> added = store.addFirst(shown.hash(), user, clock.instant());
        added.ifPresent(id -> access.chooseLanguage(id, language));
        return added;
    }
}
