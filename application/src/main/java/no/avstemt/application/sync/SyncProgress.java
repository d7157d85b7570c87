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

    /** A round of the client account is to come; another one, where one was told of before. */
    default void begun(ClientAccountId client) {}

    /** Its new data is read; what follows is of this ledger. It has another turn when the round fetches once more. */
    default void ledger(ClientAccountId client, LedgerId ledger) {}

    void entries(ClientAccountId client, int stored);

    void sales(ClientAccountId client, int stored);

    void booked(ClientAccountId client, int journalEntries);

    /** Something of this ledger stopped; the others still have their turn. */
    default void failed(ClientAccountId client, LedgerId ledger, Trouble why) {}
}
