package no.avstemt.application.sale;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.sale.Sale;
import no.avstemt.domain.sale.StoredSale;
import no.avstemt.domain.settlement.LedgerId;
import no.avstemt.domain.time.Period;

/**
 * Sales, only ever added.
 *
 * <p>A sale is outside the ledger when it has no {@code pspReference} and is of cash, or no settlement entry of its order
 * has its amount: no money row will ever tell of it.
 */
public interface SaleStore {

    /** Stores what is new; known rows are left alone. Returns how many were new. */
    int addNew(ClientAccountId client, List<SalePage.Fetched> page);

    List<Sale> byPspReference(ClientAccountId client, LedgerId ledger, Collection<String> pspReferences);

    List<Sale> byReference(ClientAccountId client, LedgerId ledger, Collection<String> references);

    /** Sales in kroner outside the ledger, of these business dates, in order of time. */
    List<StoredSale> outsideLedger(ClientAccountId client, LedgerId ledger, Period dates);

    /** Of these orders, the sales of cards that were booked as outside the ledger. */
    List<Sale> bookedOnCard(ClientAccountId client, LedgerId ledger, Collection<String> references);

    /** Sales of these business dates whose transaction has no settlement entry, nor has their order one of their amount. */
    List<StoredSale> withoutMoney(ClientAccountId client, LedgerId ledger, Period dates);

    /** How many sales without a {@code pspReference} there are on each business date that has any. */
    Map<LocalDate, Long> countWithoutPsp(ClientAccountId client, LedgerId ledger, Period dates);

    /** Queues sales without a {@code pspReference} of these dates, which are booked, where they are not booked themselves. */
    void queueLate(ClientAccountId client, LedgerId ledger, Period booked);

    /** Takes what is queued off the queue, and gives what of it is in kroner and outside the ledger, in order of time. */
    List<StoredSale> takeLate(ClientAccountId client, LedgerId ledger);
}
