package no.avstemt.application.verify;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import no.avstemt.application.audit.Actor;
import no.avstemt.domain.client.ClientAccountId;

/**
 * Proves books in the background, one client account at a time and never one twice at once. How far a proof is stands in the
 * database for everyone to read.
 */
public final class VerifyRuns implements AutoCloseable {

    private final VerifyBooks verifyBooks;
    private final Incidents incidents;
    private final Map<ClientAccountId, Running> running = new HashMap<>();
    private final ExecutorService worker = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "verify");
        thread.setDaemon(true);
        return thread;
    });

    public VerifyRuns(VerifyBooks verifyBooks, Incidents incidents) {
        this.verifyBooks = verifyBooks;
        this.incidents = incidents;
    }

    /** Told of what nobody foresaw; the proof itself then only shows that it stopped. */
    @FunctionalInterface
    public interface Incidents {

        void happened(ClientAccountId client, Throwable cause);
    }

    private record Running(Verification begun, Future<?> work) {}

    /**
     * Begins a proof, or goes along with the one that runs.
     *
     * @param patience how long to wait for its end
     * @return as it was begun; the store has how far it is
     */
    public Verification start(ClientAccountId client, Actor actor, Optional<ChainHead> kept, Duration patience) {
        VerifyBooks.checkOwn(client, kept);
        Running run = begun(client, actor, kept);
        try {
            run.work().get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException goesOn) {
            return run.begun();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException("The proof of client account " + client + " stopped", e.getCause());
        }
        return run.begun();
    }

    private synchronized Running begun(ClientAccountId client, Actor actor, Optional<ChainHead> kept) {
        Running before = running.get(client);
        if (before != null && kept.isEmpty()) {
            return before;
        }
        Verification begun = verifyBooks.begin(client, actor);
        Running run = new Running(begun, worker.submit(() -> prove(client, begun, kept)));
        running.put(client, run);
        return run;
    }

    private void prove(ClientAccountId client, Verification begun, Optional<ChainHead> kept) {
        try {
            verifyBooks.finish(client, begun, kept);
        } catch (RuntimeException | Error unforeseen) {
            incidents.happened(client, unforeseen);
            throw unforeseen;
        } finally {
            ended(client, begun);
        }
    }

    private synchronized void ended(ClientAccountId client, Verification begun) {
        Running run = running.get(client);
        if (run != null && run.begun().id() == begun.id()) {
            running.remove(client);
        }
    }

    @Override
    public void close() {
        worker.shutdownNow();
    }
}
