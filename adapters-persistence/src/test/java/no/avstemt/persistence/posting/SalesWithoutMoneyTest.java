package no.avstemt.persistence.posting;

import static no.avstemt.domain.sale.Sale.Kind.CAPTURE;
import static no.avstemt.persistence.GivenBooks.DAY;
import static no.avstemt.persistence.GivenBooks.UNIT;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import no.avstemt.domain.client.VatRegistration;
import no.avstemt.domain.settlement.Topic;
import no.avstemt.persistence.GivenBooks;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** A sale whose money is nowhere at Vipps after thirty days is missed once, and only where there is something to miss. */
final class SalesWithoutMoneyTest {

    @AutoClose
    static final GivenBooks BOOKS = new GivenBooks();

    private final BookedMerchant till = new BookedMerchant(BOOKS, VatRegistration.ALWAYS, UNIT);

    @Test
    void a_sale_that_is_stored_long_after_its_date_is_missed_all_the_same() {
        till.roundOn(DAY.plusDays(52));
        till.vipps.sold(DAY, 12500, "1");
        till.roundOn(DAY.plusDays(54));

        assertEquals(List.of("V-16 " + DAY + " 12500"), till.findings());
    }

    @Test
    void a_part_without_money_is_missed_beside_a_part_alike_that_has_it() {
        till.vipps.sold("WALLET", CAPTURE, DAY, 12500, "order-1", Optional.of("1"));
        till.vipps.sold("WALLET", CAPTURE, DAY, 12500, "order-1", Optional.of("2"));
        till.vipps.row(Topic.FUNDS, "capture", DAY, 12500, "2", UNIT.handle(), "order-1");
        till.roundOn(DAY.plusDays(40));

        assertEquals(List.of("V-16 " + DAY + " 12500"), till.findings());
    }

    @Test
    void a_sale_of_nothing_has_no_money_to_miss() {
        till.vipps.sold(DAY, 0, "1");
        till.roundOn(DAY.plusDays(40));

        assertEquals(List.of(), till.findings());
    }
}
