package no.avstemt.application.sync;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import no.avstemt.application.UnitOfWork;
import no.avstemt.application.access.Caller;
import no.avstemt.application.audit.Actor;
import no.avstemt.application.sync.SyncRunStore.Found;
import no.avstemt.application.sync.SyncRunStore.Whose;

/** How far runs are, whichever copy of the program they are in, with the client accounts that the caller may see. */
public final class ShowRuns {

    private static final Duration FRESH = Duration.ofMillis(900);

    private final UnitOfWork unit;
    private final Clock clock;
    private final Map<Long, Seen> watched = new ConcurrentHashMap<>();

    private record Seen(Instant at, Optional<SyncRun> run) {

        boolean isFresh(Instant now) {
            return at.plus(FRESH).isAfter(now);
        }
    }

    public ShowRuns(UnitOfWork unit, Clock clock) {
        this.unit = unit;
        this.clock = clock;
    }

    /** Empty for one that has no client account of the caller's, as for one that never was. */
    public Optional<SyncRun> find(Caller caller, long id) {
        return find(id).flatMap(run -> seen(run, caller));
    }

    /** The same for those who ask each second: the database is asked once for all of them. */
    public Optional<SyncRun> watch(Caller caller, long id) {
        Instant now = clock.instant();
        watched.values().removeIf(seen -> !seen.isFresh(now));
        return watched.computeIfAbsent(id, unseen -> new Seen(now, find(unseen)))
                .run()
                .flatMap(run -> seen(run, caller));
    }

    /** The run begun last that waits or runs somewhere, if the caller may see something of it. */
    public Optional<SyncRun> latestOpen(Caller caller) {
        return unit.read(Set.of(), stores -> stores.syncRuns().latestOpen())
                .map(run -> run.asOf(clock.instant()))
                .filter(run -> run.state().isOpen())
                .flatMap(run -> seen(run, caller));
    }

    /** Begun last first: runs that the caller may see something of, each with that. */
    public Found list(Caller caller, long offset, long limit) {
        Instant now = clock.instant();
        Found found = unit.read(Set.of(), stores -> {
            Optional<Whose> whose = caller.scope().everyClient()
                    ? Optional.empty()
                    : Optional.of(new Whose(
                            caller.user(),
                            stores.clients().allIds().stream()
                                    .filter(caller::maySee)
                                    .collect(Collectors.toSet())));
            return stores.syncRuns().list(whose, offset, limit);
        });
        return new Found(
                found.count(),
                found.page().stream()
                        .map(run -> run.asOf(now).of(caller::maySee))
                        .toList());
    }

    private Optional<SyncRun> find(long id) {
        return unit.read(Set.of(), stores -> stores.syncRuns().find(id)).map(run -> run.asOf(clock.instant()));
    }

    /** What the caller may see of it; empty when that is nothing, and it was not the caller who started it. */
    private static Optional<SyncRun> seen(SyncRun run, Caller caller) {
        boolean own = run.startedBy().flatMap(Actor::user).equals(Optional.of(caller.user()));
        return Optional.of(run.of(caller::maySee))
                .filter(seen ->
                        own || caller.scope().everyClient() || !seen.clients().isEmpty());
    }
}
