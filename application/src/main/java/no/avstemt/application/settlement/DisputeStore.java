package no.avstemt.application.settlement;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.posting.SettledDispute;
import no.avstemt.domain.settlement.LedgerId;
import no.avstemt.domain.settlement.SettlementEntry;
import no.avstemt.domain.settlement.StoredEntry;
import no.avstemt.domain.time.Period;

/** Captures that Vipps holds back because a customer disputes them, and what an accountant chose for those. */
public interface DisputeStore {

    /** Retained captures of these ledger dates that are not returned in full by the last of them. */
    List<Dispute> standing(ClientAccountId client, LedgerId ledger, Period dates);

    /**
     * @param stored the last time that it was retained
     * @param retained what is still retained and not settled, signed as the entry
     * @param generation of its next booking
     */
    record Dispute(StoredEntry stored, long retained, int generation) {

        public SettlementEntry lastRetained() {
            return stored.entry();
        }
    }

    /**
     * Writes down that what is still retained of a dispute is booked as it was chosen, until that entry is cancelled.
     *
     * @param entryId the journal entry that it is booked by
     */
    void settle(ClientAccountId client, Dispute dispute, SettledDispute.Choice choice, long entryId, Instant at);

    boolean isSettlement(ClientAccountId client, long entryId);

    /** Disputes that were settled, and of which more has been returned since than was left standing. */
    List<SettledAndReturned> settledAndReturned(ClientAccountId client, LedgerId ledger, Period dates);

    /**
     * @param entryId the journal entry that settled it
     * @param returnedOn the last ledger date on which some of it came back
     */
    record SettledAndReturned(long entryId, SettlementEntry retained, LocalDate returnedOn) {}
}
