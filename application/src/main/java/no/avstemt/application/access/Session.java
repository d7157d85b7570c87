package no.avstemt.application.access;

import java.time.Instant;

/**
 * One browser that is signed in.
 *
 * @param id hash of the cookie
 * @param csrf what every form of this session carries
 * @param endsAt from this moment on the session is worth nothing
 */
public record Session(TokenHash id, UserId user, Token csrf, Instant startedAt, Instant endsAt) {

    public Session {
        if (!endsAt.isAfter(startedAt)) {
            throw new IllegalArgumentException("A session ends after it starts: " + startedAt + " to " + endsAt);
        }
    }

    public boolean isOver(Instant now) {
        return !now.isBefore(endsAt);
    }
}
