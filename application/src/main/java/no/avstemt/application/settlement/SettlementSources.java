package no.avstemt.application.settlement;

import no.avstemt.domain.settlement.LedgerId;

/** Which source a ledger is read from. */
@FunctionalInterface
public interface SettlementSources {

    /** @throws SourceUnavailable when there is no way to the ledger */
    SettlementSource of(LedgerId ledger);
}
