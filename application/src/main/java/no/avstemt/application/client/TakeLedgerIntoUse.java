package no.avstemt.application.client;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import no.avstemt.application.UnitOfWork;
import no.avstemt.domain.client.ClientAccount;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.client.SalesUnit;
import no.avstemt.domain.settlement.LedgerId;

/** Makes a new client account with the standard chart and gives it its ledger. */
public final class TakeLedgerIntoUse {

    private final UnitOfWork unit;
    private final Clock clock;

    public TakeLedgerIntoUse(UnitOfWork unit, Clock clock) {
        this.unit = unit;
        this.clock = clock;
    }

    /** @return the new client account's id */
    public ClientAccountId forNewClient(NewClient client, LedgerId ledger, List<SalesUnit> units) {
        ClientAccountId id = unit.write(Set.of(), stores -> stores.clients().nextId());
        unit.write(Set.of(id), stores -> {
            ClientAccount account = client.withId(id);
            stores.clients().add(account, StandardChart.rows(), clock.instant());
            stores.ledgers().takeIntoUse(id, ledger, units);
            return null;
        });
        return id;
    }
}
