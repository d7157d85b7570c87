package no.avstemt.application.connection;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import no.avstemt.application.UnitOfWork;
import no.avstemt.application.connection.ConnectionStore.ListedLedger;
import no.avstemt.application.connection.ConnectionStore.Overview;
import no.avstemt.application.connection.ConnectionStore.Owner;
import no.avstemt.application.secret.UnreadableSecret;
import no.avstemt.application.secret.Vault;
import no.avstemt.application.settlement.LedgerList;
import no.avstemt.application.settlement.SourceUnavailable;
import no.avstemt.application.settlement.Trouble;
import no.avstemt.application.watch.WatchLinks;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.settlement.LedgerId;

/**
 * Asks every connection which ledgers it sees, before they are fetched: new ones then wait to be taken into use, and what is
 * gone or changed is found. A connection that fails says so on its page and holds up no other.
 */
public final class ListLedgers {

    /** A list is as good as new for so long, that of all and of each client account alike. */
    private static final Duration FRESH = Duration.ofMinutes(4);

    private final UnitOfWork unit;
    private final Vipps vipps;
    private final Vault vault;
    private final WatchLinks watch;
    private final Clock clock;
    private final Map<ConnectionId, Object> asking = new ConcurrentHashMap<>();

    public ListLedgers(UnitOfWork unit, Vipps vipps, Vault vault, WatchLinks watch, Clock clock) {
        this.unit = unit;
        this.vipps = vipps;
        this.vault = vault;
        this.watch = watch;
        this.clock = clock;
    }

    /**
     * Asks the connections that a client account's ledgers are read over, unless they were asked a moment ago, and compares
     * the ledgers with the lists. Any thread may call: it waits for another that asks the same connection.
     *
     * @throws CancellationException when its thread is interrupted
     */
    public void of(ClientAccountId client) {
        connections(client).forEach(connection -> {
            synchronized (asking.computeIfAbsent(connection, id -> new Object())) {
                stale(connection).ifPresent(this::list);
            }
        });
        watch.run(client);
    }

    private Set<ConnectionId> connections(ClientAccountId client) {
        return unit.read(
                Set.of(client),
                stores -> stores.ledgers().of(client).stream()
                        .flatMap(ledger -> stores.connections().ofLedger(ledger.id()).stream())
                        .map(Connection::id)
                        .collect(Collectors.toUnmodifiableSet()));
    }

    private Optional<Connection> stale(ConnectionId connection) {
        Instant since = clock.instant().minus(FRESH);
        return unit.read(Set.of(), stores -> stores.connections().all()).stream()
                .filter(each -> each.connection().id().equals(connection))
                .filter(each -> !each.askedAt().isAfter(since))
                .map(Overview::connection)
                .findFirst();
    }

    /** Then compares the ledgers of every client account with the lists. */
    public void all() {
        List<Connection> connections = unit.read(
                Set.of(),
                stores -> stores.connections().all().stream()
                        .map(Overview::connection)
                        .toList());
        connections.forEach(this::list);
        owners(connections).forEach(watch::run);
    }

    private void list(Connection connection) {
        try {
            remember(connection, listed(connection));
        } catch (SourceUnavailable e) {
            if (Thread.currentThread().isInterrupted()) {
                throw stopped(e);
            }
            failed(connection, e.trouble());
        } catch (UnreadableSecret e) {
            failed(connection, Trouble.secretUnreadable(connection.name(), e.keyOrigin()));
        }
    }

    /** What fails while the program is being stopped is no failure of the connection. */
    private static CancellationException stopped(SourceUnavailable cause) {
        CancellationException stopped = new CancellationException("Asking for the ledgers was stopped");
        stopped.initCause(cause);
        return stopped;
    }

    /** A ledger that one list lacks is looked for in another: a list that broke off is no proof. */
    private LedgerList listed(Connection connection) {
        VippsKeys keys = connection.keys(vault);
        LedgerList list = vipps.ledgers(keys);
        return lacking(connection, list).isEmpty() ? list : list.and(vipps.ledgers(keys));
    }

    private List<LedgerId> lacking(Connection connection, LedgerList list) {
        return unit.read(Set.of(), stores -> stores.connections().present(connection.id())).stream()
                .filter(list::lacks)
                .toList();
    }

    private void remember(Connection connection, LedgerList list) {
        List<LedgerId> lacking = lacking(connection, list);
        unit.write(Set.of(), stores -> {
            ConnectionStore store = stores.connections();
            store.remember(connection.id(), list.ledgers(), clock.instant(), false);
            if (list.whole()) {
                store.missing(connection.id(), lacking, clock.instant());
            }
            return true;
        });
    }

    private void failed(Connection connection, Trouble why) {
        unit.write(Set.of(), stores -> {
            stores.connections().failed(connection.id(), clock.instant(), why);
            return true;
        });
    }

    private Set<ClientAccountId> owners(List<Connection> connections) {
        List<ListedLedger> ledgers = new ArrayList<>();
        connections.forEach(each -> ledgers.addAll(
                unit.read(Set.of(), stores -> stores.connections().ledgers(each.id()))));
        Set<ClientAccountId> owners = new HashSet<>();
        ledgers.stream()
                .map(ListedLedger::owner)
                .flatMap(Optional::stream)
                .map(Owner::client)
                .forEach(owners::add);
        return owners;
    }
}
