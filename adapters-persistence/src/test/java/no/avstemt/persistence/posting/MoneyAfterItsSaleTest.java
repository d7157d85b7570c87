package no.avstemt.persistence.posting;

import static no.avstemt.domain.sale.Sale.Kind.CAPTURE;
import static no.avstemt.domain.sale.Sale.Kind.REFUND;
import static no.avstemt.persistence.GivenBooks.DAY;
import static no.avstemt.persistence.GivenBooks.UNIT;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import no.avstemt.domain.chart.TaxCode;
import no.avstemt.domain.client.SalesUnit;
import no.avstemt.domain.client.VatRegistration;
import no.avstemt.domain.settlement.Topic;
import no.avstemt.persistence.GivenBooks;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** A card sale without its transaction is booked by itself, and settled by one money row, no more. */
final class MoneyAfterItsSaleTest {

    @AutoClose
    static final GivenBooks BOOKS = new GivenBooks();

    private static final SalesUnit WEB_SHOP = new SalesUnit(
            "NO:99", "Nettbutikk", SalesUnit.BookedFrom.ELSEWHERE, TaxCode.OUTPUT_HIGH, TaxCode.ZERO_RATED);

    private final BookedMerchant till = new BookedMerchant(BOOKS, VatRegistration.ALWAYS, UNIT, WEB_SHOP);
    private LocalDate today = DAY.plusDays(2);

    @Test
    void money_beyond_the_booked_sale_is_a_sale_of_its_own() {
        soldAndPaidOnce();
        paid("2", 12500);
        round();

        assertEquals(List.of("1577 25000", "2700 -5000", "3000 -20000"), till.balances());
        assertEquals(List.of(), till.findings());
    }

    @Test
    void the_sale_of_that_money_is_not_booked_again_when_it_comes_later() {
        money_beyond_the_booked_sale_is_a_sale_of_its_own();
        till.vipps.outside("CARD", CAPTURE, DAY, 12500, "order-1");
        round();

        assertEquals(List.of("1577 25000", "2700 -5000", "3000 -20000"), till.balances());
    }

    @Test
    void a_second_sale_whose_money_has_not_come_is_booked_though_the_first_ones_has() {
        soldAndPaidOnce();
        till.vipps.outside("CARD", CAPTURE, DAY, 12500, "order-1");
        round();
        assertEquals(List.of("1577 12500", "1578 12500", "2700 -5000", "3000 -20000"), till.balances());

        paid("2", 12500);
        round();
        assertEquals(List.of("1577 25000", "2700 -5000", "3000 -20000"), till.balances());
        assertEquals(List.of(), till.findings());
    }

    /** The refund's date is known but not whole in the first round, so the first sale waits and the second is booked. */
    @Test
    void a_sale_that_waited_for_its_money_gets_it_though_another_was_booked_meanwhile() {
        till.vipps.outside("CARD", REFUND, DAY.minusDays(2), 12500, "order-1");
        moved("capture", DAY, 12500, "1");
        moved("refund", DAY, -12500, "2");
        till.vipps.outside("CARD", REFUND, DAY.minusDays(1), 12500, "order-1");
        moved("capture", DAY.minusDays(2), 12500, "3");
        till.roundOn(DAY);
        assertEquals(List.of("1577 12500", "1578 -12500"), till.balances());

        till.roundOn(DAY.plusDays(3));
        till.roundOn(DAY.plusDays(4));
        assertEquals(List.of("1577 12500", "1578 -12500"), till.balances());
    }

    private void moved(String type, LocalDate day, long amount, String psp) {
        till.vipps.row(Topic.FUNDS, type, day, amount, psp, UNIT.handle(), "order-1");
    }

    @Test
    void a_second_sale_and_both_captures_may_come_in_one_round() {
        till.vipps.outside("CARD", CAPTURE, DAY, 12500, "order-1");
        round();
        till.vipps.outside("CARD", CAPTURE, DAY, 12500, "order-1");
        paid("1", 12500);
        paid("2", 12500);
        round();

        assertEquals(List.of("1577 25000", "2700 -5000", "3000 -20000"), till.balances());
        assertEquals(List.of(), till.findings());
    }

    @Test
    void refunds_are_paid_one_to_one_too() {
        till.vipps.outside("CARD", REFUND, DAY, 12500, "order-1");
        round();
        refunded("1", 12500);
        round();
        refunded("2", 12500);
        round();

        assertEquals(List.of("1577 -25000", "2700 5000", "3000 20000"), till.balances());
        assertEquals(List.of(), till.findings());
    }

    @Test
    void money_of_a_unit_that_is_booked_elsewhere_or_unknown_settles_what_is_booked() {
        till.vipps.outside("CARD", CAPTURE, DAY, 12500, "order-1").outside("CARD", CAPTURE, DAY, 5000, "order-2");
        round();
        till.vipps
                .row(Topic.FUNDS, "capture", today.minusDays(2), 12500, "1", WEB_SHOP.handle(), "order-1")
                .row(Topic.FUNDS, "capture", today.minusDays(2), 5000, "2", "NO:123", "order-2");
        round();

        assertEquals(List.of("1577 17500", "2700 -3500", "3000 -14000"), till.balances());
        assertEquals(List.of(), till.findings());
    }

    @Test
    void a_sale_told_of_twice_first_without_its_transaction_is_a_finding() {
        till.vipps.outside("CARD", CAPTURE, DAY, 12500, "order-1");
        round();
        till.vipps.sold(DAY, 12500, "1");
        paid("1", 12500);
        round();

        assertEquals(List.of("1577 12500", "1578 12500", "2700 -5000", "3000 -20000"), till.balances());
        assertEquals(List.of("V-15 " + DAY.plusDays(2) + " 12500"), till.findings());
    }

    @Test
    void a_sale_told_of_twice_first_with_its_transaction_is_a_finding_too() {
        till.vipps.sold(DAY, 12500, "1");
        paid("1", 12500);
        round();
        till.vipps.outside("CARD", CAPTURE, DAY, 12500, "order-1");
        round();

        assertEquals(List.of("1577 12500", "1578 12500", "2700 -5000", "3000 -20000"), till.balances());
        assertEquals(List.of("V-15 " + DAY + " 12500"), till.findings());
    }

    @Test
    void a_card_sale_after_money_of_another_amount_is_a_finding() {
        paid("1", 10000);
        round();
        till.vipps.outside("CARD", CAPTURE, DAY, 12500, "order-1");
        round();

        assertEquals(List.of("1577 10000", "1578 12500", "2700 -4500", "3000 -18000"), till.balances());
        assertEquals(List.of("V-15 " + DAY + " 12500"), till.findings());
    }

    private void soldAndPaidOnce() {
        till.vipps.outside("CARD", CAPTURE, DAY, 12500, "order-1");
        round();
        paid("1", 12500);
        round();
        assertEquals(List.of("1577 12500", "2700 -2500", "3000 -10000"), till.balances());
    }

    private void paid(String psp, long amount) {
        till.vipps.row(Topic.FUNDS, "capture", today.minusDays(2), amount, psp, UNIT.handle(), "order-1");
    }

    private void refunded(String psp, long amount) {
        till.vipps.row(Topic.FUNDS, "refund", today.minusDays(2), -amount, psp, UNIT.handle(), "order-1");
    }

    /** The next two days' worth: all that is told by now is complete. */
    private void round() {
        till.roundOn(today);
        today = today.plusDays(2);
    }
}
