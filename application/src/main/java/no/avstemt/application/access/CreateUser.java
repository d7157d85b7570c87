package no.avstemt.application.access;

import java.time.Clock;
import java.util.Optional;

public final class CreateUser {

    public static final int SHORTEST_PASSWORD = 12;

    private final AccessStore store;
    private final PasswordHasher hasher;
    private final Clock clock;

    public CreateUser(AccessStore store, PasswordHasher hasher, Clock clock) {
        this.store = store;
        this.hasher = hasher;
        this.clock = clock;
    }

    /**
     * Empty when the address already has a user.
     *
     * @throws IllegalArgumentException when the password has fewer than 12 or more than 200 characters
     */
    public Optional<UserId> run(EmailAddress email, String name, Role role, ClientScope scope, String password) {
        requireLength(password);
        return store.addUser(new NewUser(email, name, role, scope, hasher.hash(password)), clock.instant());
    }

    static void requireLength(String password) {
        if (password.length() < SHORTEST_PASSWORD || password.length() > SignIn.LONGEST_PASSWORD) {
            throw new IllegalArgumentException("A password has " + SHORTEST_PASSWORD + " to " + SignIn.LONGEST_PASSWORD
                    + " characters, this one has " + password.length());
        }
    }
}
