package no.avstemt.application.connection;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import no.avstemt.application.UnitOfWork;
import no.avstemt.application.secret.Vault;
import no.avstemt.domain.settlement.Ledger;

/**
 * Keys become a connection once Vipps has answered them with its list of ledgers; until then nothing is stored, so that
 * what is stored has worked.
 *
 * <p>Every call may throw {@link no.avstemt.application.settlement.SourceUnavailable}.
 */
public final class Connect {

    private final UnitOfWork unit;
    private final Vipps vipps;
    private final Vault vault;
    private final Clock clock;

    public Connect(UnitOfWork unit, Vipps vipps, Vault vault, Clock clock) {
        this.unit = unit;
        this.vipps = vipps;
        this.vault = vault;
        this.clock = clock;
    }

    public ConnectionId enter(String name, VippsKeys keys) {
        List<Ledger> ledgers = vipps.ledgers(keys).ledgers();
        ConnectionId id = unit.write(Set.of(), stores -> stores.connections().nextId());
        Instant now = clock.instant();
        store(sealed(id, name, keys, now, now), ledgers);
        return id;
    }

    /** Puts other keys in the place of those stored; the ledgers stay with the connection. */
    public void replace(Connection before, String name, VippsKeys keys) {
        List<Ledger> ledgers = vipps.ledgers(keys).ledgers();
        store(sealed(before.id(), name, keys, before.createdAt(), clock.instant()), ledgers);
    }

    /**
     * Another name; the keys stay.
     *
     * @throws no.avstemt.application.secret.UnreadableSecret when the stored secret does not open
     */
    public void rename(Connection before, String name) {
        replace(before, name, before.keys(vault));
    }

    /**
     * Asks Vipps again which ledgers there are.
     *
     * @throws no.avstemt.application.secret.UnreadableSecret when the stored secret does not open
     */
    public void listAgain(Connection connection) {
        List<Ledger> ledgers = vipps.ledgers(connection.keys(vault)).ledgers();
        unit.write(Set.of(), stores -> {
            stores.connections().remember(connection.id(), ledgers, clock.instant(), true);
            return ledgers.size();
        });
    }

    /**
     * Asks Vipps which ledgers these keys see, and changes nothing.
     *
     * @throws no.avstemt.application.secret.UnreadableSecret when the stored secret does not open
     */
    public int tryOut(Connection connection) {
        return vipps.ledgers(connection.keys(vault)).ledgers().size();
    }

    /**
     * Forgets the connection with its keys, and what it listed and nobody uses.
     *
     * @return false, and nothing is done, when ledgers in use are read over it: they would not be read any more
     */
    public boolean forget(ConnectionId connection) {
        return unit.write(Set.of(), stores -> stores.connections().forget(connection));
    }

    private void store(Connection connection, List<Ledger> ledgers) {
        unit.write(Set.of(), stores -> {
            stores.connections().save(connection);
            stores.connections().remember(connection.id(), ledgers, connection.listedAt(), true);
            return ledgers.size();
        });
    }

    private Connection sealed(ConnectionId id, String name, VippsKeys keys, Instant createdAt, Instant listedAt) {
        return new Connection(
                id,
                name,
                keys.address(),
                keys.clientId(),
                vault.seal(keys.clientSecret(), id.secretOwner()),
                keys.salesUnit()
                        .map(own -> new Connection.SalesUnit(
                                vault.seal(own.subscriptionKey(), id.subscriptionOwner()), own.merchantSerialNumber())),
                createdAt,
                listedAt);
    }
}
