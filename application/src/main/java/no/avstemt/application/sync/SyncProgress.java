package no.avstemt.application.sync;

import no.avstemt.application.settlement.Trouble;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.settlement.LedgerId;

/** Told of what a round has done so far, in steps. The ledgers of a client account have their turns one after the other. */
public interface SyncProgress {

    SyncProgress SILENT = new SyncProgress() {
        @Override
        public void entries(ClientAccountId client, int stored) {}

        @Override
        public void sales(ClientAccountId client, int stored) {}

        @Override
        public void booked(ClientAccountId client, int journalEntries) {}
    };

    /** What follows is of this ledger. */
    default void ledger(ClientAccountId client, LedgerId ledger) {}

    void entries(ClientAccountId client, int stored);

    void sales(ClientAccountId client, int stored);

    void booked(ClientAccountId client, int journalEntries);

    /** The round of this ledger stopped; the others still have their turn. */
    default void failed(ClientAccountId client, LedgerId ledger, Trouble why) {}
}
