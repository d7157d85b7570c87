package no.avstemt.application.sale;

import java.util.Collection;
import java.util.List;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.sale.Sale;
import no.avstemt.domain.settlement.LedgerId;

/** Sales, only ever added. */
public interface SaleStore {

    /** Stores what is new; known rows are left alone. Returns how many were new. */
    int addNew(ClientAccountId client, List<SalePage.Fetched> page);

    List<Sale> byPspReference(ClientAccountId client, LedgerId ledger, Collection<String> pspReferences);

    List<Sale> byReference(ClientAccountId client, LedgerId ledger, Collection<String> references);
}
