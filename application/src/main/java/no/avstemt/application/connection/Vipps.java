package no.avstemt.application.connection;

import java.util.List;
import no.avstemt.application.settlement.SettlementSource;
import no.avstemt.domain.settlement.Ledger;

/** The way to Vipps, given keys. */
public interface Vipps {

    /** A source that keeps its access token and its pace: one for each set of keys. */
    SettlementSource source(VippsKeys keys);

    /**
     * Asks at once and does not try for long, since a person waits.
     *
     * @throws no.avstemt.application.settlement.SourceUnavailable when the keys are refused or nobody answers
     */
    List<Ledger> ledgers(VippsKeys keys);
}
