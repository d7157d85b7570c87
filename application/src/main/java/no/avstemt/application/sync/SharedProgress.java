package no.avstemt.application.sync;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import no.avstemt.application.settlement.Trouble;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.settlement.LedgerId;

/** Tells everyone who waits for the same round. */
final class SharedProgress implements SyncProgress {

    private final ClientAccountId client;
    private final List<SyncProgress> listeners = new ArrayList<>();
    private Optional<LedgerId> at = Optional.empty();

    SharedProgress(ClientAccountId client, SyncProgress first) {
        this.client = client;
        listeners.add(first);
    }

    /** Told of what comes from now on, unless it is already. */
    synchronized void add(SyncProgress other) {
        if (listeners.contains(other)) {
            return;
        }
        at.ifPresent(ledger -> other.ledger(client, ledger));
        listeners.add(other);
    }

    private synchronized void each(Consumer<SyncProgress> telling) {
        listeners.forEach(telling);
    }

    @Override
    public void begun(ClientAccountId client) {
        each(listener -> listener.begun(client));
    }

    @Override
    public synchronized void ledger(ClientAccountId of, LedgerId ledger) {
        at = Optional.of(ledger);
        each(listener -> listener.ledger(of, ledger));
    }

    @Override
    public void entries(ClientAccountId client, int stored) {
        each(listener -> listener.entries(client, stored));
    }

    @Override
    public void sales(ClientAccountId client, int stored) {
        each(listener -> listener.sales(client, stored));
    }

    @Override
    public void booked(ClientAccountId client, int journalEntries) {
        each(listener -> listener.booked(client, journalEntries));
    }

    @Override
    public void failed(ClientAccountId client, LedgerId ledger, Trouble why) {
        each(listener -> listener.failed(client, ledger, why));
    }
}
