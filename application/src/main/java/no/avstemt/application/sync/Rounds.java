package no.avstemt.application.sync;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import no.avstemt.application.settlement.SettlementSources;
import no.avstemt.application.sync.SyncClient.Outcome;
import no.avstemt.domain.client.ClientAccountId;

/**
 * Runs rounds in the background, three client accounts at a time, since a round waits for Vipps and for the database in
 * turn, and never one twice at once; between copies of the program {@link SyncRuns} sees to that.
 */
public final class Rounds implements AutoCloseable {

    private static final int AT_ONCE = 3;
    private static final int PATIENCE_SECONDS = 10;

    private final SyncClient syncClient;
    private final SettlementSources sources;
    private final Incidents incidents;
    private final Map<ClientAccountId, Round> running = new HashMap<>();
    private final ExecutorService workers = Executors.newFixedThreadPool(AT_ONCE, work -> {
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

    /** The round that is waiting or running already, else a new one; either tells of its progress from now on. */
    public synchronized CompletableFuture<Outcome> start(ClientAccountId client, SyncProgress progress) {
        Round before = running.get(client);
        if (before != null) {
            before.progress().add(progress);
            return before.end();
        }
        Round round = new Round(new SharedProgress(client, progress), new CompletableFuture<>());
        running.put(client, round);
        workers.execute(() -> run(client, round));
        return round.end();
    }

    private void run(ClientAccountId client, Round round) {
        try {
            Outcome outcome = syncClient.runDue(sources, client, round.progress());
            ended(client);
            round.end().complete(outcome);
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
