package no.avstemt.bench;

import java.util.concurrent.atomic.AtomicLong;
import no.avstemt.application.sync.SyncProgress;
import no.avstemt.domain.client.ClientAccountId;

/** What rounds have done. */
final class Counted implements SyncProgress {

    private final AtomicLong entries = new AtomicLong();
    private final AtomicLong sales = new AtomicLong();
    private final AtomicLong journal = new AtomicLong();

    @Override
    public void entries(ClientAccountId client, int stored) {
        entries.addAndGet(stored);
    }

    @Override
    public void sales(ClientAccountId client, int stored) {
        sales.addAndGet(stored);
    }

    @Override
    public void booked(ClientAccountId client, int journalEntries) {
        journal.addAndGet(journalEntries);
    }

    long entries() {
        return entries.get();
    }

    long sales() {
        return sales.get();
    }

    long journal() {
        return journal.get();
    }
}
