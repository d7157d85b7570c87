package no.avstemt.application.sync;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import no.avstemt.application.settlement.SettlementSources;
import no.avstemt.application.sync.SyncClient.Outcome;
import no.avstemt.domain.client.ClientAccountId;

/**
 * Runs rounds in the background, three client accounts at a time, since a round waits for Vipps and for the database in
 * turn, and never one twice at once; between copies of the program {@link SyncRuns} sees to that. New data goes first: dates
 * are compared when nobody waits to be fetched.
 */
public final class Rounds implements AutoCloseable {

    private static final int AT_ONCE = 3;
    private static final int PATIENCE_SECONDS = 10;

    private final SyncClient syncClient;
    private final SettlementSources sources;
    private final Incidents incidents;
    private final Map<ClientAccountId, Round> running = new HashMap<>();
    private final AtomicLong parts = new AtomicLong();
    private final ExecutorService workers =
            new ThreadPoolExecutor(AT_ONCE, AT_ONCE, 0, TimeUnit.SECONDS, new PriorityBlockingQueue<>(), work -> {
                Thread thread = new Thread(work, "round");
                thread.setDaemon(true);
                return thread;
            });

    public Rounds(SyncClient syncClient, SettlementSources sources, Incidents incidents) {
        this.syncClient = syncClient;
        this.sources = sources;
        this.incidents = incidents;
    }

    /** Told of what nobody foresaw, with its cause; the client account itself only shows that its round stopped. */
    @FunctionalInterface
    public interface Incidents {

        void happened(ClientAccountId client, Throwable cause);
    }

    private record Round(SharedProgress progress, CompletableFuture<Outcome> end) {}

    /** @param number in the order of their coming */
    private record Part(boolean fetches, long number, Runnable work) implements Runnable, Comparable<Part> {

        private static final Comparator<Part> ORDER =
                Comparator.comparing((Part part) -> !part.fetches()).thenComparing(Part::number);

        @Override
        public void run() {
            work.run();
        }

        @Override
        public int compareTo(Part other) {
            return ORDER.compare(this, other);
        }
    }

    /** The round that is waiting or running already, else a new one; either tells of its progress from now on. */
    public synchronized CompletableFuture<Outcome> start(ClientAccountId client, SyncProgress progress) {
        Round before = running.get(client);
        if (before != null) {
            before.progress().add(progress);
            return before.end();
        }
        Round round = new Round(new SharedProgress(client, progress), new CompletableFuture<>());
        running.put(client, round);
        next(true, () -> fetch(client, round));
        return round.end();
    }

    private void next(boolean fetches, Runnable work) {
        workers.execute(new Part(fetches, parts.incrementAndGet(), work));
    }

    private void fetch(ClientAccountId client, Round round) {
        part(client, round, () -> {
            ClientRound first = syncClient.fetchDue(sources, client, round.progress());
            try {
                next(false, () -> compare(client, round, first));
            } catch (RejectedExecutionException closed) {
                throw stopped(client, closed);
            }
        });
    }

    private static CancellationException stopped(ClientAccountId client, Throwable cause) {
        CancellationException stopped =
                new CancellationException("The round of client account " + client + " was stopped");
        stopped.initCause(cause);
        return stopped;
    }

    private void compare(ClientAccountId client, Round round, ClientRound first) {
        part(client, round, () -> {
            first.compare();
            Outcome outcome = first.outcome();
            ended(client);
            round.end().complete(outcome);
        });
    }

    /** A part that does not come to its end ends the round. */
    private void part(ClientAccountId client, Round round, Runnable work) {
        try {
            work.run();
        } catch (CancellationException stopped) {
            ended(client);
            round.end().completeExceptionally(stopped);
        } catch (RuntimeException | Error unforeseen) {
            ended(client);
            incidents.happened(client, unforeseen);
            round.end().completeExceptionally(unforeseen);
        }
    }

    private synchronized void ended(ClientAccountId client) {
        running.remove(client);
    }

    /** Interrupts what runs, which then goes on from the same page in the next round, and forgets what waits. */
    @Override
    public void close() {
        workers.shutdownNow();
        try {
            if (!workers.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                stillRunning()
                        .forEach(client -> incidents.happened(
                                client, new IllegalStateException("The round did not end when it was stopped")));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized Set<ClientAccountId> stillRunning() {
        return Set.copyOf(running.keySet());
    }
}
