package no.avstemt.application.connection;

import java.time.Instant;
import java.util.Optional;
import no.avstemt.application.secret.SealedSecret;
import no.avstemt.application.secret.Vault;

/**
 * A connection as stored.
 *
 * @param name what the office calls it, to tell several apart
 * @param salesUnit of a merchant's own keys
 * @param listedAt when Vipps last told which ledgers there are
 */
public record Connection(
        ConnectionId id,
        String name,
        VippsAddress address,
        String clientId,
        SealedSecret clientSecret,
        Optional<SalesUnit> salesUnit,
        Instant createdAt,
        Instant listedAt) {

    /** As {@link SalesUnitKeys}, encrypted. */
    public record SalesUnit(SealedSecret subscriptionKey, Optional<String> merchantSerialNumber) {}

    public Connection {
        if (name.isBlank()) {
            throw new IllegalArgumentException("A connection has a name: " + id);
        }
    }

    public KeyKind kind() {
        return salesUnit.isPresent() ? KeyKind.SALES_UNIT : KeyKind.ACCOUNTING;
    }

    VippsKeys keys(Vault vault) {
        return new VippsKeys(
                address,
                clientId,
                vault.open(clientSecret, id.secretOwner()),
                salesUnit.map(unit -> new SalesUnitKeys(
                        vault.open(unit.subscriptionKey(), id.subscriptionOwner()), unit.merchantSerialNumber())));
    }

    /** Whether these are the very same keys, sent to the same place. */
    boolean hasKeysOf(Connection other) {
        return address.equals(other.address)
                && clientId.equals(other.clientId)
                && clientSecret.equals(other.clientSecret)
                && salesUnit.equals(other.salesUnit);
    }
}
