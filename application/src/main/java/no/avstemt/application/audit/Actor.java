package no.avstemt.application.audit;

import java.util.Optional;
import no.avstemt.application.access.Caller;
import no.avstemt.application.access.UserId;

/**
 * Who does something to the books.
 *
 * @param user empty for the program itself
 * @param name in words that stay readable for five years
 */
public record Actor(Optional<UserId> user, String name) {

    public Actor {
        if (name.isBlank()) {
            throw new IllegalArgumentException("Whoever does something has a name");
        }
    }

    public static Actor of(Caller caller) {
        return new Actor(Optional.of(caller.user()), caller.name());
    }

    /** A part of the program, not a person. */
    public static Actor system(String name) {
        return new Actor(Optional.empty(), name);
    }
}
