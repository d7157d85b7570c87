package no.avstemt.application.journal;

import java.time.Instant;
import java.util.Optional;
import no.avstemt.application.access.UserId;

/**
 * When entries are written, and by which user.
 *
 * @param by empty for the program itself
 */
public record Stamp(Instant at, Optional<UserId> by) {

    public static Stamp at(Instant moment) {
        return new Stamp(moment, Optional.empty());
    }
}
