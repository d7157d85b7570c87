package no.avstemt.application.connection;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.settlement.Ledger;
import no.avstemt.domain.settlement.LedgerId;

/** The connections of the office, and which ledgers each sees. They belong to no client account. */
public interface ConnectionStore {

    /** A new id for a connection that is about to be added. */
    ConnectionId nextId();

    /** Adds it, or puts it in the place of the one with its id. */
    void save(Connection connection);

    Optional<Connection> find(ConnectionId connection);

    /** @return false, with nothing done, when a ledger in use is read over it, or there is none */
    boolean forget(ConnectionId connection);

    /** By name. */
    List<Overview> all();

    /**
     * Writes down what Vipps lists now. A ledger that another connection listed before is read over this one from now on,
     * unless this one has the keys of a sales unit: those see no sales, and take no ledger from others.
     */
    void remember(ConnectionId connection, List<Ledger> ledgers, Instant listedAt);

    /** Ledgers by id, those not taken into use first. */
    List<ListedLedger> ledgers(ConnectionId connection);

    Optional<ListedLedger> ledger(ConnectionId connection, LedgerId ledger);

    /** The connection that a ledger is read over. */
    Optional<Connection> ofLedger(LedgerId ledger);

    /** @param inUse how many of the ledgers belong to a client account */
    record Overview(Connection connection, int ledgers, int inUse) {}

    /** A ledger as Vipps listed it last, and whose it is. */
    record ListedLedger(Ledger ledger, Optional<Owner> owner) {}

    record Owner(ClientAccountId client, String name) {}
}
