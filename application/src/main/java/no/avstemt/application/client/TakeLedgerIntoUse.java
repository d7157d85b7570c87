package no.avstemt.application.client;

import java.time.Clock;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import no.avstemt.application.Stores;
import no.avstemt.application.UnitOfWork;
import no.avstemt.domain.client.ClientAccount;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.client.SalesUnit;
import no.avstemt.domain.settlement.LedgerId;

/**
 * Gives a ledger to its client account, with what onboarding asked; a new client account gets the standard chart and an
 * empty journal. Throws {@link no.avstemt.application.settlement.LedgerTaken} when it belongs to another already.
 */
public final class TakeLedgerIntoUse {

    private final UnitOfWork unit;
    private final Clock clock;

    public TakeLedgerIntoUse(UnitOfWork unit, Clock clock) {
        this.unit = unit;
        this.clock = clock;
    }

    /** @param cutoff when the ledger's dates end, Oslo time */
    public record Terms(LedgerId ledger, List<SalesUnit> units, LocalTime cutoff) {

        public Terms {
            units = List.copyOf(units);
        }
    }

    /** @return the new client account's id */
    public ClientAccountId forNewClient(NewClient client, LedgerId ledger, List<SalesUnit> units) {
        return forNewClient(client, new Terms(ledger, units, LocalTime.MIDNIGHT));
    }

    /** @return the new client account's id */
    public ClientAccountId forNewClient(NewClient client, Terms terms) {
        ClientAccountId id = unit.write(Set.of(), stores -> stores.clients().nextId());
        return unit.write(Set.of(id), stores -> {
            ClientAccount account = client.withId(id);
            stores.clients().add(account, StandardChart.rows(), clock.instant());
            return take(stores, id, terms);
        });
    }

    /** Beside the ledgers that the client account has. */
    public ClientAccountId forClient(ClientAccountId client, Terms terms) {
        return unit.write(Set.of(client), stores -> take(stores, client, terms));
    }

    private static ClientAccountId take(Stores stores, ClientAccountId client, Terms terms) {
        stores.ledgers().takeIntoUse(client, terms.ledger(), terms.units());
        stores.ledgers().cutOffAt(client, terms.ledger(), terms.cutoff());
        return client;
    }
}
