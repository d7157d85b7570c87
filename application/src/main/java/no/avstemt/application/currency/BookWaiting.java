package no.avstemt.application.currency;

import java.util.List;
import java.util.Set;
import no.avstemt.application.UnitOfWork;
import no.avstemt.application.posting.PostDays;
import no.avstemt.application.reconciliation.CheckLedger;
import no.avstemt.application.settlement.LedgerStore.OwnLedger;
import no.avstemt.domain.client.ClientAccountId;

/** Books dates of ledgers in other currencies that waited for a rate, without asking Vipps for more. */
public final class BookWaiting {

    private final UnitOfWork unit;
    private final PostDays postDays;
    private final CheckLedger checkLedger;

    public BookWaiting(UnitOfWork unit, PostDays postDays, CheckLedger checkLedger) {
        this.unit = unit;
        this.postDays = postDays;
        this.checkLedger = checkLedger;
    }

    /** @return how many journal entries that made */
    int run(ClientAccountId client, Set<String> currencies) {
        List<OwnLedger> ledgers = unit
                .read(Set.of(client), stores -> stores.ledgers().of(client))
                .stream()
                .filter(ledger -> currencies.contains(ledger.currency()))
                .toList();
        int booked = 0;
        for (OwnLedger ledger : ledgers) {
            booked += postDays.run(client, ledger);
            checkLedger.run(client, ledger);
        }
        return booked;
    }
}
