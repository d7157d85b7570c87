package no.avstemt.persistence.posting;

import static no.avstemt.persistence.GivenBooks.UNIT;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import no.avstemt.application.sale.SalePage;
import no.avstemt.application.settlement.Stream;
import no.avstemt.domain.client.VatRegistration;
import no.avstemt.domain.money.Money;
import no.avstemt.domain.sale.Sale;
import no.avstemt.persistence.GivenBooks;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What the feed gave of a date's sales against Vipps's report of them. */
final class VerifiedSalesTest {

    @AutoClose
    static final GivenBooks BOOKS = new GivenBooks();

    private static final LocalDate DAY = LocalDate.of(2026, 5, 4);

    private final BookedMerchant shop = new BookedMerchant(BOOKS, VatRegistration.ALWAYS, UNIT);

    VerifiedSalesTest() {
        shop.vipps.capturesOn(DAY);
    }

    @Test
    void a_sale_told_with_another_amount_is_a_finding_of_its_own() {
        shop.vipps.sold(DAY, 12500, "1").sold(DAY, 25000, "2").sold(DAY.plusDays(1), 5000, "4");
        shop.vipps.reportsSales(DAY, sales -> List.of(sales.get(0), withGross(sales.get(1), 24900)));
        shop.roundOn(DAY.plusDays(3));

        assertEquals(List.of("V-18 2026-05-04 -100"), shop.findings());

        shop.vipps.reportsSales(DAY, sales -> sales);
        shop.roundOn(DAY.plusDays(4));

        assertEquals(List.of(), shop.findings());
    }

    @Test
    void a_sale_that_the_report_lacks_is_counted_and_one_that_the_feed_passed_over_is_stored() {
        shop.vipps.sold(DAY, 12500, "1").sold(DAY, 25000, "2").sold(DAY.plusDays(1), 5000, "4");
        shop.vipps.reportsSales(DAY, sales -> List.of(sales.get(0), withPsp(sales.get(0), "3")));
        shop.roundOn(DAY.plusDays(3));

        assertEquals(List.of("V-17 2026-05-04 -25000", "V-17 2026-05-04 12500"), shop.findings());
        assertEquals(
                1,
                BOOKS.count(
                        "SELECT count(*) FROM sale WHERE client_account_id = ? AND psp_reference = '3'",
                        shop.client().value()));
    }

    @Test
    void a_sale_at_night_is_looked_for_where_it_is_known_when_dates_end() {
        LocalDate next = DAY.plusDays(1);
        BOOKS.change(
                shop.client(), stores -> stores.ledgers().cutOffAt(shop.client(), shop.ledger(), LocalTime.of(4, 0)));
        shop.vipps.sold(DAY, 12500, "1").sold(DAY, 25000, "2").atHour(2).sold(next, 7500, "3");
        shop.vipps.reportsSales(DAY, sales -> sales);
        shop.vipps.reportsSales(next, sales -> List.of());
        shop.roundOn(DAY.plusDays(3));

        assertEquals(List.of("V-17 2026-05-04 -7500"), shop.findings());

        List<SalePage.Fetched> night =
                List.copyOf(shop.vipps.sales(shop.ledger(), Optional.empty()).items());
        shop.vipps.reportsSales(DAY, sales -> night);
        shop.roundOn(DAY.plusDays(4));

        assertEquals(List.of(), shop.findings());
    }

    @Test
    void a_date_whose_report_is_not_ready_is_asked_for_again_and_says_nothing_of_its_sales() {
        shop.vipps.sold(DAY, 12500, "1").sold(DAY, 25000, "2").sold(DAY.plusDays(1), 5000, "4");
        shop.vipps.openSales().add(DAY);
        shop.roundOn(DAY.plusDays(3));

        assertEquals(List.of(), shop.findings());
        assertEquals(1, openDates());
        assertEquals(List.of(), shop.vipps.askedSales());

        shop.vipps.openSales().remove(DAY);
        shop.roundOn(DAY.plusDays(4));

        assertEquals(List.of(), shop.findings());
        assertEquals(0, openDates());
        assertEquals(List.of("3", "order-3"), shop.vipps.askedSales());
    }

    private long openDates() {
        return Objects.requireNonNull(BOOKS.read(
                                shop.client(), stores -> stores.dateChecks().progress(shop.client(), shop.ledger()))
                        .get(Stream.SALES))
                .openDates();
    }

    private static SalePage.Fetched withGross(SalePage.Fetched told, long gross) {
        return sale(told, told.sale().pspReference(), told.sale().reference(), gross);
    }

    private static SalePage.Fetched withPsp(SalePage.Fetched told, String psp) {
        return sale(told, Optional.of(psp), "order-" + psp, told.sale().total());
    }

    private static SalePage.Fetched sale(SalePage.Fetched told, Optional<String> psp, String reference, long gross) {
        Sale sale = told.sale();
        return new SalePage.Fetched(
                new Sale(
                        sale.ledger(),
                        sale.kind(),
                        sale.time(),
                        psp,
                        reference,
                        Optional.of(Money.ofOre(gross)),
                        sale.net(),
                        sale.vat(),
                        sale.paymentType(),
                        sale.solution(),
                        sale.salesCategory(),
                        sale.hasLineItems(),
                        sale.hasVatBreakdown(),
                        sale.lines()),
                told.raw());
    }
}
