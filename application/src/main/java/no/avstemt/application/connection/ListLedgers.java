package no.avstemt.application.connection;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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

    private final UnitOfWork unit;
    private final Vipps vipps;
    private final Vault vault;
    private final WatchLinks watch;
    private final Clock clock;

    public ListLedgers(UnitOfWork unit, Vipps vipps, Vault vault, WatchLinks watch, Clock clock) {
        this.unit = unit;
        this.vipps = vipps;
        this.vault = vault;
        this.watch = watch;
        this.clock = clock;
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
            failed(connection, e.trouble());
        } catch (UnreadableSecret e) {
            failed(connection, Trouble.secretUnreadable(connection.name(), e.keyOrigin()));
        }
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
