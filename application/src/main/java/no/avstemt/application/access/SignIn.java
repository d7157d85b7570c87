package no.avstemt.application.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import no.avstemt.application.access.AccessStore.WithPassword;

/**
 * E-mail and password become a session. An address that is unknown, malformed or switched off costs the same work as a
 * wrong password. At most {@code hashesAtOnce} hashes run at a time, because each takes 19 MiB and a tenth of a second.
 */
public final class SignIn {

    public static final Duration SESSION_LIFE = Duration.ofHours(12);
    public static final int LONGEST_PASSWORD = 200;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final AccessStore store;
    private final PasswordHasher hasher;
    private final Randomness randomness;
    private final Clock clock;
    private final FailedAttempts failures = new FailedAttempts();
    private final Semaphore hashes;

    public SignIn(AccessStore store, PasswordHasher hasher, Randomness randomness, Clock clock, int hashesAtOnce) {
        this.store = store;
        this.hasher = hasher;
        this.randomness = randomness;
        this.clock = clock;
        this.hashes = new Semaphore(hashesAtOnce);
    }

    public Outcome run(String email, String password) {
        Instant now = clock.instant();
        Optional<Instant> barred = failures.barredUntil(email, now);
        if (barred.isPresent()) {
            return new TooManyAttempts(Duration.between(now, barred.get()));
        }
        if (!takeTurn()) {
            return new Busy();
        }
        try {
            return tryPassword(email, password, now);
        } finally {
            hashes.release();
        }
    }

    private Outcome tryPassword(String email, String password, Instant now) {
        Optional<WithPassword> found = EmailAddress.parse(email).flatMap(store::userByEmail);
        PasswordHash stored = found.map(WithPassword::password).orElseGet(hasher::decoy);
        boolean matches = hasher.matches(capped(password), stored);
        Optional<User> user = found.map(WithPassword::user).filter(User::active);
        if (!matches || user.isEmpty() || password.length() > LONGEST_PASSWORD) {
            failures.add(email, now);
            return new Refused();
        }
        failures.forget(email);
        return begin(user.get(), now);
    }

    private Started begin(User user, Instant now) {
        store.forgetSessionsEndedBefore(now);
        Token cookie = Token.next(randomness);
        Session session = new Session(cookie.hash(), user.id(), Token.next(randomness), now, now.plus(SESSION_LIFE));
        store.addSession(session);
        return new Started(cookie, session, user);
    }

    private boolean takeTurn() {
        try {
            return hashes.tryAcquire(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static String capped(String password) {
        return password.length() > LONGEST_PASSWORD ? password.substring(0, LONGEST_PASSWORD) : password;
    }

    public sealed interface Outcome permits Started, Refused, TooManyAttempts, Busy {}

    /** @param cookie shown to the browser once and kept nowhere else */
    public record Started(Token cookie, Session session, User user) implements Outcome {}

    /** Wrong address or wrong password: which of them is not told. */
    public record Refused() implements Outcome {}

    /** The password was not tried. */
    public record TooManyAttempts(Duration waiting) implements Outcome {}

    /** So many sign in at once that this one did not get its turn. */
    public record Busy() implements Outcome {}
}
