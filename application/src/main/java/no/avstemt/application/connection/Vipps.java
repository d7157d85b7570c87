package no.avstemt.application.connection;

import no.avstemt.application.settlement.LedgerList;
import no.avstemt.application.settlement.SettlementSource;

/** The way to Vipps, given keys. */
public interface Vipps {

    /** A source that keeps its access token and its pace: one for each set of keys. */
    SettlementSource source(VippsKeys keys);

    /**
     * Asks at once and does not try for long, since a person waits.
     *
     * @throws no.avstemt.application.settlement.SourceUnavailable when the keys are refused or nobody answers
     */
    LedgerList ledgers(VippsKeys keys);
}
