package no.avstemt.persistence.posting;

import static no.avstemt.persistence.GivenBooks.UNIT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import no.avstemt.domain.client.VatRegistration;
import no.avstemt.domain.sale.Sale;
import no.avstemt.domain.sale.SaleLine;
import no.avstemt.domain.settlement.Topic;
import no.avstemt.persistence.GivenBooks;
import no.avstemt.persistence.GivenVipps;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Captures that lack their sale, in rounds of the program. */
final class MissingSalesTest {

    @AutoClose
    static final GivenBooks BOOKS = new GivenBooks();

    private static final LocalDate DAY = LocalDate.of(2026, 5, 4);

    private final BookedMerchant shop = new BookedMerchant(BOOKS, VatRegistration.ALWAYS, UNIT);
    private final GivenVipps vipps = shop.vipps;

    @Test
    void a_sale_that_only_answers_to_its_transaction_is_stored_and_booked_as_what_was_sold() {
        vipps.funds("capture", DAY, 12500, "1").funds("capture", DAY, 11500, "2");
        vipps.sold(DAY, 12500, "1");
        soldAtLowRate("2").onlyWhenAskedFor();
        shop.roundOn(DAY.plusDays(2));
        assertEquals(List.of("1577 24000", "2700 -4800", "3000 -19200"), shop.accounts());
        assertEquals(List.of("2"), vipps.askedSales());

        shop.roundOn(DAY.plusDays(3));

        assertEquals(List.of("1577 24000", "2700 -2500", "2701 -1500", "3000 -10000", "3030 -10000"), sorted());
        assertEquals(List.of("FOUND 1"), questions());
        assertEquals(List.of("2"), vipps.askedSales());
        assertEquals(List.of(), shop.findings());
    }

    @Test
    void a_sale_is_asked_for_by_order_where_its_transaction_is_not_known() {
        vipps.funds("capture", DAY, 12500, "1").funds("capture", DAY, 25000, "2");
        vipps.sold(DAY, 12500, "1");
        vipps.sold("WALLET", Sale.Kind.CAPTURE, DAY, 25000, "order-2", Optional.of("other"))
                .onlyWhenAskedFor();
        shop.roundOn(DAY.plusDays(2));

        assertEquals(List.of("2", "order-2"), vipps.askedSales());
        assertEquals(List.of("FOUND 1"), questions());
    }

    @Test
    void what_vipps_does_not_know_is_asked_for_ever_more_seldom_and_given_up() {
        vipps.funds("capture", DAY, 12500, "1").funds("capture", DAY, 25000, "2");
        vipps.sold(DAY, 12500, "1");
        shop.roundsFrom(DAY.plusDays(2), 24);

        assertEquals(List.of("WAITING 5"), questions());

        for (int day = 3; day < 12; day++) {
            shop.roundOn(DAY.plusDays(day));
        }

        assertEquals(List.of("GIVEN_UP 10"), questions());
        assertEquals(20, vipps.askedSales().size());
    }

    @Test
    void no_answer_is_no_answer_however_often_and_holds_up_no_other_payment() {
        vipps.funds("capture", DAY, 12500, "1")
                .funds("capture", DAY, 25000, "2")
                .funds("capture", DAY, 7500, "3");
        vipps.sold(DAY, 12500, "1");
        soldAtLowRate("2").onlyWhenAskedFor();
        vipps.answersAboutSales(false);
        for (int day = 2; day < 14; day++) {
            shop.roundOn(DAY.plusDays(day));
        }

        assertEquals(List.of("WAITING 0", "WAITING 0"), questions());
        assertEquals(Set.of("2", "3"), Set.copyOf(vipps.askedSales()));

        vipps.answersAboutSales(true);
        shop.roundOn(DAY.plusDays(14));

        assertEquals(List.of("FOUND 1", "WAITING 1"), questions());
    }

    @Test
    void payments_of_long_ago_are_asked_for_once() {
        vipps.funds("capture", DAY, 12500, "1").funds("capture", DAY, 25000, "2");
        vipps.sold(DAY, 12500, "1");
        shop.roundsFrom(DAY.plusDays(60), 3);

        assertEquals(List.of("GIVEN_UP 1"), questions());
    }

    @Test
    void a_unit_that_vipps_tells_no_sales_of_is_not_asked_for() {
        BookedMerchant both = new BookedMerchant(BOOKS, VatRegistration.ALWAYS, UNIT);
        both.vipps.funds("capture", DAY, 12500, "1").row(Topic.FUNDS, "capture", DAY, 25000, "2", "api:99");
        both.vipps.sold(DAY, 12500, "1");
        both.roundOn(DAY.plusDays(2));

        assertEquals(List.of(), both.vipps.askedSales());
    }

    @Test
    void at_most_ten_payments_are_asked_for_in_a_round_and_none_twice() {
        vipps.funds("capture", DAY, 12500, "1").sold(DAY, 12500, "1");
        for (int i = 10; i < 34; i++) {
            vipps.funds("capture", DAY, 25000, Integer.toString(i));
        }
        shop.roundOn(DAY.plusDays(2));
        assertEquals(20, vipps.askedSales().size());

        shop.roundOn(DAY.plusDays(2));
        shop.roundOn(DAY.plusDays(2));
        shop.roundOn(DAY.plusDays(2));

        assertEquals(48, vipps.askedSales().size());
        assertEquals(48, Set.copyOf(vipps.askedSales()).size());
    }

    @Test
    void a_sale_that_the_feed_tells_meanwhile_is_not_asked_for_any_more() {
        vipps.funds("capture", DAY, 12500, "1").funds("capture", DAY, 25000, "2");
        vipps.sold(DAY, 12500, "1");
        shop.roundOn(DAY.plusDays(2));
        vipps.sold(DAY, 25000, "2");
        shop.roundOn(DAY.plusDays(3));

        assertEquals(List.of("FOUND 1"), questions());
        assertEquals(List.of("2", "order-2"), vipps.askedSales());
        assertTrue(shop.findings().isEmpty(), shop.findings()::toString);
    }

    private GivenVipps soldAtLowRate(String psp) {
        return vipps.sold(
                "WALLET",
                Sale.Kind.CAPTURE,
                DAY,
                11500,
                "order-" + psp,
                Optional.of(psp),
                new SaleLine(
                        "1",
                        "Bolle",
                        BigDecimal.ONE,
                        11500,
                        Optional.empty(),
                        Optional.of(1500),
                        Optional.empty(),
                        Optional.empty()));
    }

    private List<String> sorted() {
        return shop.accounts().stream().sorted().toList();
    }

    private List<String> questions() {
        return shop.texts("SELECT state || ' ' || times FROM sale_question WHERE client_account_id = ? ORDER BY 1");
    }
}
