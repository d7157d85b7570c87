package no.avstemt.application.connection;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import no.avstemt.application.settlement.Trouble;
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
     *
     * @param takesOver false leaves a ledger that another connection still lists to that one
     */
    void remember(ConnectionId connection, List<Ledger> ledgers, Instant listedAt, boolean takesOver);

    /** The ledgers that are read over it and were in its last list. */
    List<LedgerId> present(ConnectionId connection);

    /** Writes down that these are in its list no more. */
    void missing(ConnectionId connection, List<LedgerId> ledgers, Instant at);

    /** Writes down that its list was asked for in vain; {@link #remember} forgets it. */
    void failed(ConnectionId connection, Instant at, Trouble why);

    /** Ledgers by id, those not taken into use first. */
    List<ListedLedger> ledgers(ConnectionId connection);

    Optional<ListedLedger> ledger(ConnectionId connection, LedgerId ledger);

    /** Ledgers of all connections that Vipps lists and no client account has, the longest known first. */
    List<WaitingLedger> waiting();

    /** The connection that a ledger is read over. */
    Optional<Connection> ofLedger(LedgerId ledger);

    /**
     * @param inUse how many of the ledgers belong to a client account
     * @param failed why there is no newer list, where it was asked for in vain
     */
    record Overview(Connection connection, int ledgers, int inUse, Optional<Failed> failed) {

        /** When its list was asked for last, in vain or not. */
        Instant askedAt() {
            return failed.map(Failed::at)
                    .filter(at -> at.isAfter(connection.listedAt()))
                    .orElse(connection.listedAt());
        }
    }

    record Failed(Instant at, Trouble why) {}

    /**
     * A ledger as Vipps listed it last, and whose it is.
     *
     * @param missingSince since when Vipps lists it no more
     */
    record ListedLedger(Ledger ledger, Optional<Owner> owner, Instant firstSeen, Optional<Instant> missingSince) {}

    /** @param connection that it would be read over */
    record WaitingLedger(ConnectionId connection, Ledger ledger, Instant firstSeen) {}

    record Owner(ClientAccountId client, String name) {}
}
