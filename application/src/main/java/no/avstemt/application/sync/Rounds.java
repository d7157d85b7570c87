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
 * turn, and never one twice at once; between copies of the program, locks in the database see to that. How far a round is stands in the database for everyone to read.
 */
public final class Rounds implements AutoCloseable {

    private static final int AT_ONCE = 3;
    private static final int PATIENCE_SECONDS = 10;

    private final SyncClient syncClient;
    private final SettlementSources sources;
    private final Incidents incidents;
    private final Map<ClientAccountId, CompletableFuture<Outcome>> running = new HashMap<>();
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

    public void start(Iterable<ClientAccountId> clients) {
        clients.forEach(client -> start(client, SyncProgress.SILENT));
    }

    /** The round that is waiting or running already, else a new one, which then tells of its progress. */
    public synchronized CompletableFuture<Outcome> start(ClientAccountId client, SyncProgress progress) {
        CompletableFuture<Outcome> before = running.get(client);
        if (before != null) {
            return before;
        }
        CompletableFuture<Outcome> round = new CompletableFuture<>();
        running.put(client, round);
        workers.execute(() -> run(client, progress, round));
        return round;
    }

    private void run(ClientAccountId client, SyncProgress progress, CompletableFuture<Outcome> round) {
        try {
            Outcome outcome = syncClient.runDue(sources, client, progress);
            ended(client);
            round.complete(outcome);
        } catch (CancellationException stopped) {
            ended(client);
            round.completeExceptionally(stopped);
        } catch (RuntimeException | Error unforeseen) {
            ended(client);
            incidents.happened(client, unforeseen);
            round.completeExceptionally(unforeseen);
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
