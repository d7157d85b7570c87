package no.avstemt.application.connection;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import no.avstemt.application.UnitOfWork;
import no.avstemt.application.connection.ConnectionStore.ListedLedger;
import no.avstemt.application.connection.ConnectionStore.Overview;
import no.avstemt.domain.settlement.LedgerId;

/** What the office knows of its connections and their ledgers, without asking Vipps. */
public final class ListConnections {

    private final UnitOfWork unit;

    public ListConnections(UnitOfWork unit) {
        this.unit = unit;
    }

    public List<Overview> all() {
        return unit.read(Set.of(), stores -> stores.connections().all());
    }

    public Optional<Connection> find(ConnectionId connection) {
        return unit.read(Set.of(), stores -> stores.connections().find(connection));
    }

    public List<ListedLedger> ledgers(ConnectionId connection) {
        return unit.read(Set.of(), stores -> stores.connections().ledgers(connection));
    }

    public Optional<ListedLedger> ledger(ConnectionId connection, LedgerId ledger) {
        return unit.read(Set.of(), stores -> stores.connections().ledger(connection, ledger));
    }
}
