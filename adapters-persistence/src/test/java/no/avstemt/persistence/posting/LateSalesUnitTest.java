package no.avstemt.persistence.posting;

import static no.avstemt.persistence.GivenBooks.DAY;
import static no.avstemt.persistence.GivenBooks.UNIT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import no.avstemt.application.audit.Actor;
import no.avstemt.application.watch.TakeSalesUnit;
import no.avstemt.application.watch.TakeSalesUnit.Answer;
import no.avstemt.domain.chart.TaxCode;
import no.avstemt.domain.client.SalesUnit.BookedFrom;
import no.avstemt.domain.client.VatRegistration;
import no.avstemt.domain.settlement.Topic;
import no.avstemt.persistence.GivenBooks;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** In the end it is the same whether a sales unit was taken into use before its money was booked, or after. */
final class LateSalesUnitTest {

    private static final String CART = "NO:77777";

    @AutoClose
    static final GivenBooks BOOKS = new GivenBooks();

    private final BookedMerchant cafe = new BookedMerchant(BOOKS, VatRegistration.ALWAYS, UNIT);

    private void moneyOfBoth() {
        cafe.vipps
                .funds("capture", DAY, 12500, "1")
                .row(Topic.FUNDS, "capture", DAY, 25000, "2", CART)
                .row(Topic.FUNDS, "capture", DAY, 10000, "3", "api:77777")
                .row(Topic.FUNDS, "capture", DAY, 4000, "5", "NO:88888")
                .row(Topic.FUNDS, "refund", DAY.plusDays(1), -5000, "4", CART, "order-2");
    }

    private void take(BookedFrom bookedFrom) {
        BOOKS.database()
                .asSuperuser(handle -> handle.execute(
                        "INSERT INTO vipps_ledger_unit (ledger_id, handle, name) VALUES (?, ?, 'Vogna')",
                        cafe.ledger().value(),
                        CART));
        Answer answer = new Answer(cafe.ledger(), CART, bookedFrom, TaxCode.OUTPUT_HIGH, TaxCode.ZERO_RATED);
        assertTrue(new TakeSalesUnit(BOOKS.unit(), Clock.fixed(GivenBooks.NOW, ZoneOffset.UTC))
                .run(cafe.client(), Actor.system("test"), answer)
                .isPresent());
    }

    @Test
    void what_stood_on_suspense_is_booked_on_its_unit_and_the_findings_about_it_close() {
        moneyOfBoth();
        cafe.roundOn(DAY.plusDays(3));
        assertEquals(List.of("1577 46500", "2700 -2500", "2995 -34000", "3000 -10000"), cafe.balances());
        assertEquals(
                List.of(
                        "V-11 " + DAY + " 10000",
                        "V-11 " + DAY + " 25000",
                        "V-11 " + DAY + " 4000",
                        "V-11 " + DAY.plusDays(1) + " -5000"),
                cafe.findings());

        take(BookedFrom.VIPPS);
        cafe.roundOn(DAY.plusDays(4));
        cafe.roundOn(DAY.plusDays(5));

        assertEquals(List.of("1577 46500", "2700 -8500", "2995 -4000", "3000 -34000"), cafe.balances());
        assertEquals(List.of("V-11 " + DAY + " 4000"), cafe.findings());
        assertEquals(
                List.of(
                        DAY + " funds",
                        DAY.plusDays(1) + " funds",
                        DAY + " late sales",
                        DAY.plusDays(1) + " late sales"),
                cafe.entries());
        assertEquals(List.of(), cafe.faults());
    }

    @Test
    void what_is_booked_elsewhere_goes_from_suspense_to_sales_clearing() {
        moneyOfBoth();
        cafe.roundOn(DAY.plusDays(3));

        take(BookedFrom.ELSEWHERE);
        cafe.roundOn(DAY.plusDays(4));

        assertEquals(List.of("1577 46500", "1594 -30000", "2700 -2500", "2995 -4000", "3000 -10000"), cafe.balances());
        assertEquals(List.of("V-11 " + DAY + " 4000"), cafe.findings());
    }

    @Test
    void nothing_is_booked_anew_while_the_unit_is_not_in_use() {
        moneyOfBoth();
        cafe.roundOn(DAY.plusDays(3));
        cafe.vipps.sold(DAY, 25000, "2");
        cafe.roundOn(DAY.plusDays(4));

        assertEquals(List.of("1577 46500", "2700 -2500", "2995 -34000", "3000 -10000"), cafe.balances());
        assertEquals(
                4,
                cafe.findings().stream().filter(each -> each.startsWith("V-11")).count());
    }
}
