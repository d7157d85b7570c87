package no.avstemt.application.connection;

import java.time.Instant;
import no.avstemt.application.secret.SealedSecret;

/**
 * A connection as stored.
 *
 * @param name what the office calls it, to tell several apart
 * @param listedAt when Vipps last told which ledgers there are
 */
public record Connection(
        ConnectionId id,
        String name,
        VippsAddress address,
        String clientId,
        SealedSecret clientSecret,
        Instant createdAt,
        Instant listedAt) {

    public Connection {
        if (name.isBlank()) {
            throw new IllegalArgumentException("A connection has a name: " + id);
        }
    }
}
