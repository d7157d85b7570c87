package no.avstemt.application.access;

import java.time.Instant;
import java.util.Optional;

/** The one token that makes the first administrator. */
public interface SetupStore {

    boolean hasUsers();

    /** Any token before this one is worth nothing from now on. */
    void replaceToken(TokenHash token, Instant now);

    Optional<TokenHash> token();

    /** Uses the token up. Empty, and nothing changed, when it is not the token or there is a user already. */
    Optional<UserId> addFirst(TokenHash token, NewUser user, Instant now);
}
