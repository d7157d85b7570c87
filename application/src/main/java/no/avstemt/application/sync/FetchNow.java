package no.avstemt.application.sync;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import no.avstemt.application.UnitOfWork;
import no.avstemt.application.access.Caller;
import no.avstemt.application.audit.Actor;
import no.avstemt.application.connection.ListLedgers;
import no.avstemt.domain.client.ClientAccountId;

/** Starts runs, and leaves them to go on. */
public final class FetchNow {

    private final UnitOfWork unit;
    private final SyncRuns runs;

    public FetchNow(UnitOfWork unit, SyncRuns runs) {
        this.unit = unit;
        this.runs = runs;
    }

    /**
     * For every client account there is; nobody asks for it, it is time.
     *
     * @param listFirst asks which ledgers there are; whatever becomes of that, the run is started
     */
    public void all(ListLedgers listFirst) {
        runs.forgetOld();
        try {
            listFirst.all();
        } finally {
            runs.start(
                    Optional.empty(),
                    unit.read(Set.of(), stores -> stores.clients().allIds()));
        }
    }

    /** For every client account with a ledger that failed and is to be asked again by now, unless its round is under way. */
    public void again(Instant now) {
        Set<ClientAccountId> all =
                Set.copyOf(unit.read(Set.of(), stores -> stores.clients().allIds()));
        List<ClientAccountId> due = unit.read(all, stores -> stores.ledgers().due(now));
        if (!due.isEmpty()) {
            runs.startIdle(due);
        }
    }

    /** For one client account, which the caller has just been given or may see. */
    public long of(Caller caller, ClientAccountId client) {
        return runs.start(Optional.of(Actor.of(caller)), List.of(client));
    }

    /**
     * Whoever asks does not wait for a ledger that is to be asked again later.
     *
     * @param client one client account; empty for all that the caller may see
     * @return the run's id; empty, and nothing started, when the one asked for is none of the caller's
     */
    public OptionalLong run(Caller caller, Optional<ClientAccountId> client) {
        List<ClientAccountId> mine = unit
                .read(Set.of(), stores -> stores.clients().allIds())
                .stream()
                .filter(caller::maySee)
                .filter(id -> client.isEmpty() || client.get().equals(id))
                .toList();
        unit.write(Set.copyOf(mine), stores -> {
            stores.ledgers().tryNow();
            return true;
        });
        return client.isPresent() && mine.isEmpty()
                ? OptionalLong.empty()
                : OptionalLong.of(runs.start(Optional.of(Actor.of(caller)), mine));
    }
}
