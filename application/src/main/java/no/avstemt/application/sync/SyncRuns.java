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
 * Starts runs, and writes down how far they are, at most once a second, for every copy of the program to show. A client
 * account's round is in one run at a time; another run that wants it goes along.
 */
public final class SyncRuns implements AutoCloseable {

    private static final Duration KEPT = Duration.ofDays(30);
    private static final Duration HEARTBEAT = Duration.ofSeconds(10);

    private final UnitOfWork unit;
    private final Rounds rounds;
    private final Consumer<Throwable> incidents;
    private final Clock clock;
    private final Map<Long, Open> open = new ConcurrentHashMap<>();
    private final ScheduledExecutorService writer = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "runs");
        thread.setDaemon(true);
        return thread;
    });

    private record Open(RunProgress progress, Instant toldAt) {}

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
        tellOrReport();
        Instant now = clock.instant();
        Begun run = unit.write(Set.of(), stores -> {
            SyncRunStore runs = stores.syncRuns();
            runs.interrupt(now.minus(SyncRun.SILENCE));
            long id = runs.begin(by, now);
            return new Begun(id, runs.take(id, clients));
        });
        RunProgress progress = new RunProgress(run.own());
        open.put(run.id(), new Open(progress, now));
        run.own()
                .forEach(client -> rounds.start(client, progress)
                        .whenComplete((outcome, thrown) -> progress.ended(client, clock.instant(), thrown)));
        return run.id();
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

    private void tell(long id, Open run) {
        Instant now = clock.instant();
        boolean over = !run.progress().isOpen();
        List<SyncRun.Client> changed = run.progress().changed(now);
        if (over || !changed.isEmpty() || !run.toldAt().plus(HEARTBEAT).isAfter(now)) {
            write(id, run.progress(), changed, now);
            open.put(id, new Open(run.progress(), now));
        }
        if (over) {
            open.remove(id);
        }
    }

    private void write(long id, RunProgress progress, List<SyncRun.Client> changed, Instant now) {
        try {
            unit.write(Set.of(), stores -> {
                stores.syncRuns().tell(id, now, changed);
                return true;
            });
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
        open.values().forEach(run -> run.progress().stop(now));
        tellOrReport();
    }
}
