package no.avstemt.application.sync;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import no.avstemt.application.UnitOfWork;
import no.avstemt.application.audit.Actor;
import no.avstemt.domain.client.ClientAccountId;

/**
 * Starts runs, and writes down how far they are, once a second, for every copy of the program to show. A client account's
 * round is in one run at a time; another run that wants it goes along, and the round then fetches once more.
 */
public final class SyncRuns implements AutoCloseable {

    private static final Duration KEPT = Duration.ofDays(30);

    private final UnitOfWork unit;
    private final Rounds rounds;
    private final Consumer<Throwable> incidents;
    private final Clock clock;
    private final Map<Long, RunProgress> open = new ConcurrentHashMap<>();
    private final ScheduledExecutorService writer = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "runs");
        thread.setDaemon(true);
        return thread;
    });

    private record Begun(long id, Set<ClientAccountId> own) {}

    /** @param incidents told when how far a run is could not be written down, before it is tried again */
    public SyncRuns(UnitOfWork unit, Rounds rounds, Consumer<Throwable> incidents, Clock clock) {
        this.unit = unit;
        this.rounds = rounds;
        this.incidents = incidents;
        this.clock = clock;
        writer.scheduleWithFixedDelay(this::tellOrReport, 1, 1, TimeUnit.SECONDS);
    }

    /** @return its id */
    long start(Optional<Actor> by, Collection<ClientAccountId> clients) {
        Instant now = toldAll();
        Begun run = unit.write(Set.of(), stores -> begun(stores.syncRuns(), by, clients, now));
        goOn(run);
        return run.id();
    }

    /** A run that nobody asked for, without those whose round waits or runs already; none of nothing. */
    void startIdle(Collection<ClientAccountId> clients) {
        Instant now = toldAll();
        unit.write(Set.of(), stores -> {
                    SyncRunStore runs = stores.syncRuns();
                    runs.interrupt(now.minus(SyncRun.SILENCE));
                    Set<ClientAccountId> busy = runs.open();
                    List<ClientAccountId> idle = clients.stream()
                            .filter(client -> !busy.contains(client))
                            .toList();
                    return idle.isEmpty()
                            ? Optional.<Begun>empty()
                            : Optional.of(begun(runs, Optional.empty(), idle, now));
                })
                .ifPresent(this::goOn);
    }

    /** What has ended here is not joined any more. */
    private Instant toldAll() {
        tellOrReport();
        return clock.instant();
    }

    private static Begun begun(
            SyncRunStore runs, Optional<Actor> by, Collection<ClientAccountId> clients, Instant now) {
        runs.interrupt(now.minus(SyncRun.SILENCE));
        long id = runs.begin(by, now);
        return new Begun(id, runs.take(id, clients));
    }

    private void goOn(Begun run) {
        RunProgress progress = new RunProgress(run.own());
        open.put(run.id(), progress);
        run.own().forEach(client -> start(client, progress));
    }

    private void start(ClientAccountId client, RunProgress progress) {
        rounds.start(client, progress)
                .whenComplete((outcome, thrown) -> progress.ended(client, clock.instant(), thrown));
    }

    /** Forgets the runs of more than thirty days ago. */
    void forgetOld() {
        unit.write(
                Set.of(),
                stores -> stores.syncRuns().forgetBefore(clock.instant().minus(KEPT)));
    }

    private void tellOrReport() {
        try {
            tell();
        } catch (RuntimeException e) {
            incidents.accept(e);
        }
    }

    private synchronized void tell() {
        open.forEach(this::tell);
    }

    private void tell(long id, RunProgress progress) {
        boolean over = !progress.isOpen();
        write(id, progress, clock.instant()).stream()
                .filter(client -> !progress.isStopped(client))
                .forEach(client -> start(client, progress));
        if (over && !progress.isOpen()) {
            open.remove(id);
        }
    }

    /** @return those that somebody joined */
    private Set<ClientAccountId> write(long id, RunProgress progress, Instant now) {
        List<SyncRun.Client> changed = progress.changed(now);
        try {
            return unit.write(Set.of(), stores -> stores.syncRuns().tell(id, now, changed));
        } catch (RuntimeException e) {
            progress.again(changed);
            throw e;
        }
    }

    /** Once the rounds have been stopped: what has not ended is told as interrupted. */
    @Override
    public void close() {
        writer.shutdownNow();
        Instant now = clock.instant();
        open.values().forEach(run -> run.stop(now));
        tellOrReport();
    }
}
