package no.avstemt.application.connection;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import no.avstemt.application.Stores;
import no.avstemt.application.UnitOfWork;
import no.avstemt.application.audit.Actor;
import no.avstemt.application.audit.OfficeEvent;
import no.avstemt.application.audit.OfficeEvent.Action;
import no.avstemt.application.connection.ConnectionStore.Owner;
import no.avstemt.application.secret.Vault;
import no.avstemt.application.watch.WatchLinks;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.settlement.Ledger;
import no.avstemt.domain.settlement.LedgerId;

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
    private final WatchLinks watch;
    private final Clock clock;

    public Connect(UnitOfWork unit, Vipps vipps, Vault vault, Clock clock) {
        this.unit = unit;
        this.vipps = vipps;
        this.vault = vault;
        this.watch = new WatchLinks(unit, clock);
        this.clock = clock;
    }

    public ConnectionId enter(Actor actor, String name, VippsKeys keys) {
        List<Ledger> ledgers = vipps.ledgers(keys).ledgers();
        ConnectionId id = unit.write(Set.of(), stores -> stores.connections().nextId());
        Instant now = clock.instant();
        Connection connection = sealed(id, name, keys, now, now);
        unit.write(Set.of(), stores -> {
            Map<String, String> after = ConnectionEvents.told(connection);
            after.putAll(stored(stores, connection, ledgers));
            record(stores, actor, Action.CONNECTION_ENTERED, name, Map.of(), after);
            return true;
        });
        lookAnew(id);
        return id;
    }

    /** Puts other keys in the place of those stored; the ledgers stay with the connection. */
    public void replace(Actor actor, Connection before, String name, VippsKeys keys) {
        change(actor, before, name, keys, ConnectionEvents.NEW_KEYS);
    }

    private void change(Actor actor, Connection before, String name, VippsKeys keys, Map<String, String> toldOfKeys) {
        List<Ledger> ledgers = vipps.ledgers(keys).ledgers();
        Connection connection = sealed(before.id(), name, keys, before.createdAt(), clock.instant());
        unit.write(Set.of(), stores -> {
            Map<String, String> after = ConnectionEvents.told(connection);
            after.putAll(toldOfKeys);
            after.putAll(stored(stores, connection, ledgers));
            Map<String, String> was = ConnectionEvents.told(before);
            record(stores, actor, Action.CONNECTION_CHANGED, before.name(), was, after);
            return true;
        });
        lookAnew(before.id());
    }

    /** Keys that Vipps answers may be what its ledgers waited for; and what it lists otherwise than before is found. */
    private void lookAnew(ConnectionId connection) {
        Set<ClientAccountId> owners = unit
                .read(Set.of(), stores -> stores.connections().ledgers(connection))
                .stream()
                .flatMap(listed -> listed.owner().stream())
                .map(Owner::client)
                .collect(Collectors.toSet());
        unit.write(owners, stores -> {
            stores.ledgers().tryNow();
            return true;
        });
        owners.forEach(watch::run);
    }

    /**
     * Another name; the keys stay.
     *
     * @throws no.avstemt.application.secret.UnreadableSecret when the stored secret does not open
     */
    public void rename(Actor actor, Connection before, String name) {
        change(actor, before, name, before.keys(vault), Map.of());
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
        lookAnew(connection.id());
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
    public boolean forget(Actor actor, Connection connection) {
        return unit.write(Set.of(), stores -> {
            boolean forgotten = stores.connections().forget(connection.id());
            if (forgotten) {
                Map<String, String> was = ConnectionEvents.told(connection);
                record(stores, actor, Action.CONNECTION_FORGOTTEN, connection.name(), was, Map.of());
            }
            return forgotten;
        });
    }

    /** @return what is told of the ledgers */
    private static Map<String, String> stored(Stores stores, Connection connection, List<Ledger> ledgers) {
        ConnectionStore connections = stores.connections();
        List<LedgerId> ofOthers = ledgers.stream()
                .map(Ledger::id)
                .filter(ledger -> connections
                        .ofLedger(ledger)
                        .filter(other -> !other.id().equals(connection.id()))
                        .isPresent())
                .toList();
        connections.save(connection);
        connections.remember(connection.id(), ledgers, connection.listedAt(), true);
        List<LedgerId> moved = ofOthers.stream()
                .filter(ledger -> connections
                        .ofLedger(ledger)
                        .filter(now -> now.id().equals(connection.id()))
                        .isPresent())
                .toList();
        return ConnectionEvents.told(ledgers.size(), moved);
    }

    private void record(
            Stores stores,
            Actor actor,
            Action action,
            String subject,
            Map<String, String> before,
            Map<String, String> after) {
        stores.office().history().record(new OfficeEvent(clock.instant(), actor, action, subject, before, after));
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
