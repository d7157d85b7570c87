package no.avstemt.persistence.client;

import static no.avstemt.persistence.GivenBooks.DAY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Currency;
import java.util.List;
import no.avstemt.application.client.ClientStore.ClientOverview;
import no.avstemt.application.settlement.LedgerState;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.money.Money;
import no.avstemt.domain.settlement.LedgerId;
import no.avstemt.persistence.GivenBooks;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Clients with ledgers in several currencies. */
final class OverviewsTest {

    private static final Currency DKK = Currency.getInstance("DKK");

    @AutoClose
    static final GivenBooks BOOKS = new GivenBooks();

    private final ClientAccountId client = BOOKS.client("Kaffebaren Sør AS");

    @Test
    void amounts_of_different_currencies_are_never_added_up() {
        LedgerId kroner = ledger("600001", Money.NOK);
        LedgerId alsoKroner = ledger("600002", Money.NOK);
        LedgerId danish = ledger("600003", DKK);
        differs(kroner, -700);
        differs(alsoKroner, 200);
        differs(danish, 500);

        assertEquals(List.of(Money.ofOre(-500), new Money(500, DKK)), overview().differences());
        assertEquals(List.of(Money.ofOre(0), new Money(0, DKK)), overview().atVipps());
        assertTrue(overview().differs());

        differs(kroner, 0);
        differs(alsoKroner, 0);
        assertFalse(overview().isReconciled());
        differs(danish, 0);
        assertTrue(overview().isReconciled());
    }

    private LedgerId ledger(String id, Currency currency) {
        LedgerId ledger = new LedgerId(id);
        BOOKS.change(client, stores -> {
            stores.ledgers().remember(GivenBooks.ledger(ledger, currency));
            stores.ledgers().takeIntoUse(client, ledger, List.of());
        });
        return ledger;
    }

    private void differs(LedgerId ledger, long difference) {
        BOOKS.change(
                client,
                stores -> stores.ledgers()
                        .save(client, ledger, LedgerState.NEW.bookedTo(DAY).checked(DAY, difference)));
    }

    private ClientOverview overview() {
        return BOOKS.read(client, stores -> stores.clients().overviews()).get(0);
    }
}
