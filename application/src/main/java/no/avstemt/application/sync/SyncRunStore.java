package no.avstemt.application.sync;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import no.avstemt.application.access.UserId;
import no.avstemt.application.audit.Actor;
import no.avstemt.domain.client.ClientAccountId;

/** The runs of all copies of the program. */
public interface SyncRunStore {

    /**
     * @param by empty when it was time
     * @return its id
     */
    long begin(Optional<Actor> by, Instant at);

    /**
     * Takes the client accounts into a run. Those whose round waits or runs already, in whatever copy of the program, join
     * that one, which is asked to fetch once more if it has begun.
     *
     * @return the others, whose rounds are this run's
     */
    Set<ClientAccountId> take(long run, Collection<ClientAccountId> clients);

    /** The client accounts whose round waits or runs somewhere. */
    Set<ClientAccountId> open();

    /** Gives up the rounds of programs that were not heard of since. */
    void interrupt(Instant heardBefore);

    /**
     * Writes down how far these are; what has ended stays as it ended.
     *
     * @return those that somebody joined since the last time, all of the run: that they are over is not written down
     */
    Set<ClientAccountId> tell(long run, Instant at, List<SyncRun.Client> changed);

    Optional<SyncRun> find(long run);

    /** The one begun last of those that wait or run somewhere. */
    Optional<SyncRun> latestOpen();

    /**
     * Those begun last first.
     *
     * @param whose their runs only; empty for all there are
     */
    Found list(Optional<Whose> whose, long offset, long limit);

    /** Runs with one of these client accounts, and those that the user started. */
    record Whose(UserId user, Set<ClientAccountId> clients) {

        public Whose {
            clients = Set.copyOf(clients);
        }
    }

    /** @param count how many there are on all pages */
    record Found(long count, List<SyncRun> page) {

        public Found {
            page = List.copyOf(page);
        }
    }

    /** @return how many */
    int forgetBefore(Instant startedBefore);
}
