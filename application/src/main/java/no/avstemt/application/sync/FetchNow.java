package no.avstemt.application.sync;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import no.avstemt.application.UnitOfWork;
import no.avstemt.application.access.Caller;
import no.avstemt.application.connection.ListLedgers;
import no.avstemt.domain.client.ClientAccountId;

/** Starts rounds, and leaves them to run. */
public final class FetchNow {

    private final UnitOfWork unit;
    private final Rounds rounds;

    public FetchNow(UnitOfWork unit, Rounds rounds) {
        this.unit = unit;
        this.rounds = rounds;
    }

    /**
     * For every client account there is; nobody asks for it, it is time.
     *
     * @param listFirst asks which ledgers there are; whatever becomes of that, the rounds are started
     */
    public void all(ListLedgers listFirst) {
        try {
            listFirst.all();
        } finally {
            rounds.start(unit.read(Set.of(), stores -> stores.clients().allIds()));
        }
    }

    /** For every client account with a ledger that failed and is to be asked again by now. */
    public void again(Instant now) {
        Set<ClientAccountId> all = Set.copyOf(unit.read(Set.of(), stores -> stores.clients().allIds()));
        rounds.start(unit.read(all, stores -> stores.ledgers().due(now)));
    }

    /**
     * Whoever asks does not wait for a ledger that is to be asked again later.
     *
     * @param client one client account; empty for all that the caller may see
     * @return false, and nothing started, when the one asked for is none of the caller's
     */
    public boolean run(Caller caller, Optional<ClientAccountId> client) {
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
        rounds.start(mine);
        return client.isEmpty() || !mine.isEmpty();
    }
}
