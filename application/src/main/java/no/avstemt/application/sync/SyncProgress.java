package no.avstemt.application.sync;

import no.avstemt.domain.client.ClientAccountId;

/** Told of what a round has done so far, in steps. */
public interface SyncProgress {

    SyncProgress SILENT = new SyncProgress() {
        @Override
        public void entries(ClientAccountId client, int stored) {}

        @Override
        public void sales(ClientAccountId client, int stored) {}

        @Override
        public void booked(ClientAccountId client, int journalEntries) {}
    };

    void entries(ClientAccountId client, int stored);

    void sales(ClientAccountId client, int stored);

    void booked(ClientAccountId client, int journalEntries);
}
