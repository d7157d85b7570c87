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
