package no.avstemt.application.access;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The API keys of the office. They are never deleted, so that it stays known what there was. */
public interface ApiKeyStore {

    ApiKeyId add(ApiKey key);

    /** Of everybody, those that can be used first, and the latest first among them. */
    List<KnownKey> all();

    /** From now on it opens nothing; false when it was withdrawn before, or never was. */
    boolean withdraw(ApiKeyId key, Instant now);

    /**
     * What is known of a key afterwards, which is all but the key itself.
     *
     * @param lastUsedAt to the minute
     */
    record KnownKey(
            ApiKeyId id,
            UserId owner,
            String ownerName,
            String name,
            ClientScope scope,
            Right right,
            Instant createdAt,
            Optional<Instant> lastUsedAt,
            Optional<Instant> withdrawnAt) {}
}
