package no.avstemt.application.payout;

import no.avstemt.application.paging.From;
import no.avstemt.application.paging.Slice;
import no.avstemt.application.settlement.EntryQuery.Place;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.settlement.LedgerId;

/** Payouts as a person looks for them. */
public interface PayoutReads {

    /** Payouts of one ledger, the latest first. */
    Slice<Payout> page(ClientAccountId client, LedgerId ledger, From<Place> from);
}
