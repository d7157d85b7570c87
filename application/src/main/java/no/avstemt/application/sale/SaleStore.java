package no.avstemt.application.sale;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.sale.CardSale;
import no.avstemt.domain.sale.Sale;
import no.avstemt.domain.sale.StoredSale;
import no.avstemt.domain.settlement.LedgerId;
import no.avstemt.domain.time.Period;

/** Sales, only ever added. */
public interface SaleStore {

    /** Stores what is new; known rows are left alone. Returns how many were new. */
    int addNew(ClientAccountId client, List<SalePage.Fetched> page);

    /** Most ledgers never have any, and need not be asked for them. */
    boolean hasAny(ClientAccountId client, LedgerId ledger);

    List<Sale> byPspReference(ClientAccountId client, LedgerId ledger, Collection<String> pspReferences);

    List<Sale> byReference(ClientAccountId client, LedgerId ledger, Collection<String> references);

    /** Sales in the ledger's currency without a {@code pspReference}, of these business dates, in order of time. */
    List<StoredSale> withoutPsp(ClientAccountId client, LedgerId ledger, Period dates);

    /** Which of these orders have a sale of a card in the ledger's currency without a {@code pspReference}. */
    Set<String> ordersOfCards(ClientAccountId client, LedgerId ledger, Collection<String> references);

    /** Of these orders, the sales of cards in the ledger's currency without a {@code pspReference}. */
    List<CardSale> ofCards(ClientAccountId client, LedgerId ledger, Collection<String> references);

    /**
     * Sales of these business dates whose transaction has no settlement entry, nor has their order one of their amount
     * that is not another sale's.
     */
    List<StoredSale> withoutMoney(ClientAccountId client, LedgerId ledger, Period dates);

    /** How many sales without a {@code pspReference} there are on each business date that has any. */
    Map<LocalDate, Long> countWithoutPsp(ClientAccountId client, LedgerId ledger, Period dates);

    /** Queues sales without a {@code pspReference} of these dates, which are booked, where they are not booked themselves. */
    void queueLate(ClientAccountId client, LedgerId ledger, Period booked);

    /** Takes what is queued off the queue, and gives what of it is in the ledger's currency, in order of time. */
    List<StoredSale> takeLate(ClientAccountId client, LedgerId ledger);

    /** Puts back on the queue what was taken off it in this transaction and cannot be booked yet. */
    void putBackLate(ClientAccountId client, LedgerId ledger, Collection<Long> sales);
}
