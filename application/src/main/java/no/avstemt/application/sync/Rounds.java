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
import java.util.function.Consumer;
import no.avstemt.application.settlement.SettlementSources;
import no.avstemt.application.sync.SyncClient.Outcome;
import no.avstemt.domain.client.ClientAccountId;

/**
 * Runs rounds in the background, three client accounts at a time, since a round waits for Vipps and for the database in
 * turn, and never one twice at once; between copies of the program {@link SyncRuns} sees to that. New data goes first: dates
 * are compared when nobody waits to be fetched, and whoever asks while they are gets what is new then.
 */
public final class Rounds implements AutoCloseable {

    private static final int AT_ONCE = 3;
    private static final int PATIENCE_SECONDS = 10;

    private final SyncClient syncClient;
    private final SettlementSources sources;
    private final Consumer<ClientAccountId> listFirst;
    private final Incidents incidents;
    private final Map<ClientAccountId, Round> running = new HashMap<>();
    private final AtomicLong parts = new AtomicLong();
    private final ExecutorService workers =
            new ThreadPoolExecutor(AT_ONCE, AT_ONCE, 0, TimeUnit.SECONDS, new PriorityBlockingQueue<>(), work -> {
                Thread thread = new Thread(work, "round");
                thread.setDaemon(true);
                return thread;
            });

    /** @param listFirst looks at which ledgers Vipps lists, before they are fetched; whatever becomes of that, they are */
    public Rounds(
            SyncClient syncClient,
            SettlementSources sources,
            Consumer<ClientAccountId> listFirst,
            Incidents incidents) {
        this.syncClient = syncClient;
        this.sources = sources;
        this.listFirst = listFirst;
        this.incidents = incidents;
    }

    /** Told of what nobody foresaw, with its cause; the client account itself only shows that its round stopped. */
    @FunctionalInterface
    public interface Incidents {

        void happened(ClientAccountId client, Throwable cause);
    }

    private static final class Round {

        private final SharedProgress progress;
        private final ClientRound work;
        private final CompletableFuture<Outcome> end = new CompletableFuture<>();

        /** Since it last began to fetch; guarded by the rounds. */
        private boolean asked;

        Round(SharedProgress progress, ClientRound work) {
            this.progress = progress;
            this.work = work;
        }
    }

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

    /**
     * The round that is waiting or running already, else a new one; either tells of its progress from now on, and fetches
     * what there is from now on.
     */
    public synchronized CompletableFuture<Outcome> start(ClientAccountId client, SyncProgress progress) {
        Round before = running.get(client);
        if (before != null) {
            before.progress.add(progress);
            before.asked = true;
            return before.end;
        }
        SharedProgress shared = new SharedProgress(client, progress);
        Round round = new Round(shared, syncClient.round(sources, client, shared));
        running.put(client, round);
        shared.begun(client);
        next(true, () -> fetch(client, round));
        return round.end;
    }

    private void next(boolean fetches, Runnable work) {
        workers.execute(new Part(fetches, parts.incrementAndGet(), work));
    }

    private void fetch(ClientAccountId client, Round round) {
        part(client, round, () -> {
            begun(round);
            list(client);
            syncClient.fetchDue(round.work);
            nextOrStopped(false, client, () -> compare(client, round));
        });
    }

    private synchronized void begun(Round round) {
        round.asked = false;
    }

    private void list(ClientAccountId client) {
        try {
            listFirst.accept(client);
        } catch (CancellationException stopped) {
            throw stopped;
        } catch (RuntimeException unforeseen) {
            incidents.happened(client, unforeseen);
        }
    }

    private void nextOrStopped(boolean fetches, ClientAccountId client, Runnable work) {
        try {
            next(fetches, work);
        } catch (RejectedExecutionException closed) {
            throw stopped(client, closed);
        }
    }

    private static CancellationException stopped(ClientAccountId client, Throwable cause) {
        CancellationException stopped =
                new CancellationException("The round of client account " + client + " was stopped");
        stopped.initCause(cause);
        return stopped;
    }

    private void compare(ClientAccountId client, Round round) {
        part(client, round, () -> {
            round.work.compare(() -> !isAsked(round));
            if (!endedUnlessAsked(client, round)) {
                nextOrStopped(true, client, () -> fetch(client, round));
            }
        });
    }

    private synchronized boolean isAsked(Round round) {
        return round.asked;
    }

    /** Under the lock, so that nobody joins a round that fetches no more, and its end is told before the next one begins. */
    private synchronized boolean endedUnlessAsked(ClientAccountId client, Round round) {
        if (!round.asked) {
            Outcome outcome = round.work.outcome();
            running.remove(client);
            round.end.complete(outcome);
        }
        return !round.asked;
    }

    /** A part that does not come to its end ends the round. */
    private void part(ClientAccountId client, Round round, Runnable work) {
        try {
            work.run();
        } catch (CancellationException stopped) {
            ended(client, round, stopped);
        } catch (RuntimeException | Error unforeseen) {
            incidents.happened(client, unforeseen);
            ended(client, round, unforeseen);
        }
    }

    private synchronized void ended(ClientAccountId client, Round round, Throwable why) {
        running.remove(client);
        round.end.completeExceptionally(why);
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
