package no.avstemt.persistence.posting;

import static no.avstemt.domain.sale.Sale.Kind.CAPTURE;
import static no.avstemt.persistence.GivenBooks.DAY;
import static no.avstemt.persistence.GivenBooks.NOW;
import static no.avstemt.persistence.GivenBooks.UNIT;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.avstemt.application.audit.Actor;
import no.avstemt.application.chart.AccountFields;
import no.avstemt.application.chart.AssignRoles;
import no.avstemt.application.chart.EditAccounts;
import no.avstemt.domain.chart.AccountCode;
import no.avstemt.domain.chart.AccountRole;
import no.avstemt.domain.chart.SaftGrouping;
import no.avstemt.domain.client.VatRegistration;
import no.avstemt.domain.dimension.DimensionType;
import no.avstemt.domain.sale.OrderMoney;
import no.avstemt.persistence.GivenBooks;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

final class AcquirerOfBeforeTest {

    private static final AccountCode OTHER = new AccountCode("1581");

    @AutoClose
    static final GivenBooks BOOKS = new GivenBooks();

    @Test
    void what_was_settled_against_the_acquirers_account_of_before_is_settled_still() {
        BookedMerchant till = new BookedMerchant(BOOKS, VatRegistration.ALWAYS, UNIT);
        till.vipps.outside("CARD", CAPTURE, DAY, 12500, "order-1");
        till.roundOn(DAY.plusDays(2));
        till.vipps.funds("capture", DAY.plusDays(2), 12500, "1");
        till.roundOn(DAY.plusDays(4));
        List<String> before = till.balances();

        moveTheRole(till);
        till.vipps.outside("CARD", CAPTURE, DAY.plusDays(5), 2500, "order-1");
        till.roundOn(DAY.plusDays(7));

        assertEquals(List.of("1577 12500", "2700 -2500", "3000 -10000"), before);
        assertEquals(
                List.of(OrderMoney.State.SETTLED),
                BOOKS
                        .read(
                                till.client(),
                                stores -> stores.settlements()
                                        .moneyOf(till.client(), till.ledger(), Set.of("order-1"), OTHER))
                        .stream()
                        .map(OrderMoney::state)
                        .toList());
        assertEquals(List.of("1577 12500", "1581 2500", "2700 -3000", "3000 -12000"), till.balances());
    }

    private static void moveTheRole(BookedMerchant till) {
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        Actor kari = Actor.system("Kari");
        AccountFields fields = new AccountFields(
                "Ny innløser",
                "New acquirer",
                Optional.of(DimensionType.BANKACC),
                Optional.empty(),
                new SaftGrouping("balanseverdiForOmloepsmiddel", "1570"),
                true);
        new EditAccounts(BOOKS.unit(), clock).add(till.client(), kari, OTHER, fields);
        new AssignRoles(BOOKS.unit(), clock).run(till.client(), kari, Map.of(AccountRole.CARD_ACQUIRER, OTHER));
    }
}
