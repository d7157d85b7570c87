package no.avstemt.persistence.posting;

import static no.avstemt.domain.sale.Sale.Kind.CAPTURE;
import static no.avstemt.domain.sale.Sale.Kind.REFUND;
import static no.avstemt.persistence.GivenBooks.DAY;
import static no.avstemt.persistence.GivenBooks.UNIT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import no.avstemt.domain.chart.TaxCode;
import no.avstemt.domain.client.SalesUnit;
import no.avstemt.domain.client.VatRegistration;
import no.avstemt.domain.settlement.Topic;
import no.avstemt.persistence.GivenBooks;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Cash, and cards outside the ledger: booked once per business date, whenever they come. */
final class SalesOutsideVippsTest {

    @AutoClose
    static final GivenBooks BOOKS = new GivenBooks();

    private static final SalesUnit WEB_SHOP = new SalesUnit(
            "NO:99", "Nettbutikk", SalesUnit.BookedFrom.ELSEWHERE, TaxCode.OUTPUT_HIGH, TaxCode.ZERO_RATED);

    @Test
    void a_day_of_cash_card_and_wallet_is_booked_beside_each_other() {
        BookedMerchant till = new BookedMerchant(BOOKS, VatRegistration.ALWAYS, UNIT);
        till.vipps
                .funds("capture", DAY, 12500, "1")
                .outside("CASH", CAPTURE, DAY, 25000, "a")
                .outside("CARD", CAPTURE, DAY, 50000, "b")
                .outside("CASH", REFUND, DAY, 12500, "c");

        till.roundOn(DAY.plusDays(2));

        assertEquals(List.of("1577 12500", "1578 50000", "1900 12500", "2700 -15000", "3000 -60000"), till.balances());
        assertEquals(List.of(DAY + " funds", DAY + " sales"), till.entries());
        assertEquals(List.of(), till.findings());
        assertEquals(0, till.badSaleLinks());
    }

    @Test
    void a_later_round_books_nothing_twice_and_what_comes_late_by_itself() {
        BookedMerchant till = new BookedMerchant(BOOKS, VatRegistration.ALWAYS, UNIT);
        till.vipps.outside("CASH", CAPTURE, DAY, 12500, "a");
        till.roundOn(DAY.plusDays(2));
        till.roundOn(DAY.plusDays(3));
        assertEquals(List.of(DAY + " sales"), till.entries());

        till.vipps.outside("CASH", CAPTURE, DAY, 25000, "late").outside("CASH", CAPTURE, DAY.plusDays(2), 1250, "next");
        till.roundOn(DAY.plusDays(4));
        till.roundOn(DAY.plusDays(5));

        assertEquals(List.of(DAY + " sales", DAY + " sales", DAY.plusDays(2) + " sales"), till.entries());
        assertEquals(List.of("1900 38750", "2700 -7750", "3000 -31000"), till.balances());
        assertEquals(0, till.badSaleLinks());
        assertEquals(0, BOOKS.count("SELECT count(*) FROM late_sale"));
    }

    @Test
    void a_day_is_not_booked_before_it_is_complete() {
        BookedMerchant till = new BookedMerchant(BOOKS, VatRegistration.ALWAYS, UNIT);
        till.vipps.outside("CASH", CAPTURE, DAY, 12500, "a");

        till.roundOn(DAY);

        assertEquals(List.of(), till.entries());
    }

    @Test
    void sales_before_the_start_date_are_not_booked_whenever_they_come() {
        BookedMerchant till = new BookedMerchant(BOOKS, VatRegistration.ALWAYS, UNIT);
        till.vipps.outside("CASH", CAPTURE, DAY.withDayOfYear(1).minusDays(1), 12500, "old");
        till.roundOn(DAY);
        till.vipps.outside("CASH", CAPTURE, DAY.withDayOfYear(1).minusDays(2), 12500, "older");
        till.roundOn(DAY.plusDays(1));

        assertEquals(List.of(), till.entries());
    }

    @Test
    void a_till_that_is_booked_elsewhere_is_left_alone() {
        BookedMerchant shop = new BookedMerchant(BOOKS, VatRegistration.ALWAYS, WEB_SHOP);
        shop.vipps.outside("CASH", CAPTURE, DAY, 12500, "a");

        shop.roundOn(DAY.plusDays(2));
        shop.vipps.outside("CASH", CAPTURE, DAY, 12500, "b");
        shop.roundOn(DAY.plusDays(3));

        assertEquals(List.of(), shop.entries());
    }

    @Test
    void a_card_sale_that_lost_its_transaction_is_the_sale_of_its_money_row() {
        BookedMerchant till = new BookedMerchant(BOOKS, VatRegistration.ALWAYS, UNIT);
        till.vipps.funds("capture", DAY, 12500, "1").outside("CARD", CAPTURE, DAY, 12500, "order-1");

        till.roundOn(DAY.plusDays(2));

        assertEquals(List.of(DAY + " funds"), till.entries());
        assertEquals(
                0,
                BOOKS.count(
                        "SELECT count(*) FROM default_vat_day WHERE ledger_id = ?",
                        till.ledger().value()));
    }

    @Test
    void money_that_comes_after_its_card_sale_was_booked_settles_the_card_and_sells_nothing_anew() {
        BookedMerchant till = new BookedMerchant(BOOKS, VatRegistration.ALWAYS, UNIT);
        till.vipps.outside("CARD", CAPTURE, DAY, 12500, "order-1").outside("CARD", REFUND, DAY, 2500, "order-2");
        till.roundOn(DAY.plusDays(2));
        assertEquals(List.of("1578 10000", "2700 -2000", "3000 -8000"), till.balances());

        till.vipps.funds("capture", DAY.plusDays(2), 12500, "1").funds("refund", DAY.plusDays(2), -2500, "2");
        till.roundOn(DAY.plusDays(4));

        assertEquals(List.of("1577 10000", "2700 -2000", "3000 -8000"), till.balances());
        assertEquals(List.of(), till.findings());
    }

    @Test
    void two_card_sales_alike_of_one_order_are_settled_by_their_two_money_rows() {
        BookedMerchant till = new BookedMerchant(BOOKS, VatRegistration.ALWAYS, UNIT);
        till.vipps.outside("CARD", CAPTURE, DAY, 12500, "order-1").outside("CARD", CAPTURE, DAY, 12500, "order-1");
        till.roundOn(DAY.plusDays(2));

        till.vipps
                .row(Topic.FUNDS, "capture", DAY.plusDays(2), 12500, "1", UNIT.handle(), "order-1")
                .row(Topic.FUNDS, "capture", DAY.plusDays(2), 12500, "2", UNIT.handle(), "order-1");
        till.roundOn(DAY.plusDays(4));

        assertEquals(List.of("1577 25000", "2700 -5000", "3000 -20000"), till.balances());
    }

    @Test
    void money_of_another_amount_than_the_card_sale_of_its_order_is_a_finding() {
        BookedMerchant till = new BookedMerchant(BOOKS, VatRegistration.ALWAYS, UNIT);
        till.vipps.outside("CARD", CAPTURE, DAY, 12500, "order-1");
        till.roundOn(DAY.plusDays(2));

        till.vipps.funds("capture", DAY.plusDays(2), 10000, "1");
        till.roundOn(DAY.plusDays(4));

        assertEquals(List.of("1577 10000", "1578 12500", "2700 -4500", "3000 -18000"), till.balances());
        assertEquals(List.of("V-15 " + DAY.plusDays(2) + " 10000"), till.findings());
    }

    @Test
    void a_sale_whose_money_has_not_come_in_thirty_days_is_a_finding_until_it_comes() {
        BookedMerchant till = new BookedMerchant(BOOKS, VatRegistration.ALWAYS, UNIT);
        till.vipps.sold(DAY, 12500, "1").sold(DAY, 5000, "2").funds("capture", DAY, 5000, "2");
        till.roundOn(DAY.plusDays(2));
        till.roundOn(DAY.plusDays(29));
        assertEquals(List.of(), till.findings());

        till.roundOn(DAY.plusDays(30));
        assertEquals(List.of("V-16 " + DAY + " 12500"), till.findings());

        till.roundOn(DAY.plusDays(45));
        assertEquals(List.of("V-16 " + DAY + " 12500"), till.findings());

        till.vipps.funds("capture", DAY.plusDays(45), 12500, "1");
        till.roundOn(DAY.plusDays(46));
        assertEquals(List.of(), till.findings());
    }

    @Test
    void the_database_refuses_to_book_a_sale_twice() {
        BookedMerchant till = new BookedMerchant(BOOKS, VatRegistration.ALWAYS, UNIT);
        till.vipps.outside("CASH", CAPTURE, DAY, 12500, "a");
        till.roundOn(DAY.plusDays(2));

        String refusal = BOOKS.database().asSuperuser(handle -> {
            try {
                handle.execute("INSERT INTO sale_link SELECT * FROM sale_link LIMIT 1");
                return "";
            } catch (RuntimeException e) {
                return String.valueOf(e.getMessage());
            }
        });
        assertTrue(refusal.contains("sale_link_pkey"), refusal);
    }
}
