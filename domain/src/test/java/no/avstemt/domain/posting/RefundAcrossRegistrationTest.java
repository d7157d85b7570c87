package no.avstemt.domain.posting;

import static no.avstemt.domain.Given.line;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import no.avstemt.domain.Given;
import no.avstemt.domain.client.VatRegistration;
import no.avstemt.domain.sale.OrderCapture;
import no.avstemt.domain.sale.Sale;
import no.avstemt.domain.sale.SaleLine;
import no.avstemt.domain.sale.StoredSale;
import no.avstemt.domain.settlement.StoredEntry;
import no.avstemt.domain.settlement.Topic;
import org.junit.jupiter.api.Test;

/** Captured while registered and refunded when not, or the other way: what was booked is what is reversed. */
class RefundAcrossRegistrationTest {

    private static final LocalDate BEFORE = Given.DAY.minusDays(10);
    private static final LocalDate REFUNDED = Given.DAY;
    private static final VatRegistration ENDED =
            new VatRegistration(true, Optional.empty(), Optional.of(REFUNDED.minusDays(1)));
    private static final VatRegistration BEGUN = new VatRegistration(true, Optional.of(REFUNDED), Optional.empty());

    private static final SaleLine[] TWO_RATES = {line(11500, 1500, 1500), line(12500, 2500, 2500)};

    private final List<Sale> sales = new ArrayList<>();
    private final List<OrderCapture> captures = new ArrayList<>();

    @Test
    void a_refund_by_its_own_lines_has_the_vat_of_its_capture() {
        captured(BEFORE, 24000, TWO_RATES);
        sold(Sale.Kind.REFUND, "1002", REFUNDED, line(11500, 1500, 1500));

        assertEquals("31 10000 1500", refund(ENDED, 11500));
        assertEquals("7 11500 0, V-09 -1500", refund(BEGUN, 11500));
    }

    @Test
    void a_refund_in_the_proportions_of_its_capture_has_the_vat_of_its_capture() {
        captured(BEFORE, 24000, TWO_RATES);

        assertEquals("31 5000 750, 3 5000 1250", refund(ENDED, 12000));
        assertEquals("7 12000 0", refund(BEGUN, 12000));
    }

    @Test
    void a_refund_on_the_default_has_the_vat_of_its_capture() {
        captured(BEFORE, 24000);

        assertEquals("3 9600 2400", refund(ENDED, 12000));
        assertEquals("7 12000 0", refund(BEGUN, 12000));
    }

    @Test
    void a_refund_whose_capture_is_not_known_goes_by_its_own_day() {
        assertEquals("7 12000 0", refund(ENDED, 12000));
        assertEquals("3 9600 2400", refund(BEGUN, 12000));
    }

    @Test
    void an_order_captured_on_both_sides_is_reversed_in_the_proportions_of_both() {
        captured(BEFORE, 12500, line(12500, 2500, 2500));
        captured(REFUNDED, 12500, line(12500, 2500, 2500));

        assertEquals("3 4000 1000, 7 5000 0", refund(ENDED, 10000));
        assertEquals("7 5000 0, 3 4000 1000", refund(BEGUN, 10000));
    }

    @Test
    void an_order_captured_on_both_sides_without_sales_is_reversed_in_the_proportions_of_both() {
        captured(BEFORE, 7500);
        captured(REFUNDED, 2500);

        assertEquals("3 6000 1500, 7 2500 0", refund(ENDED, 10000));
        assertEquals("7 7500 0, 3 2000 500", refund(BEGUN, 10000));
    }

    @Test
    void a_capture_after_midnight_goes_by_the_day_that_it_was_booked_for() {
        LocalDate last = REFUNDED.minusDays(1);
        sold(Sale.Kind.CAPTURE, "1001", last, TWO_RATES);
        captures.add(new OrderCapture("purchase-1", REFUNDED, 24000));

        assertEquals("7 12000 0", refund(ENDED, 12000));
    }

    @Test
    void cash_that_is_given_back_has_the_vat_of_its_sale() {
        Sale told = at(Given.sale(Sale.Kind.CAPTURE, "", "purchase-1", false, TWO_RATES), BEFORE);
        Sale back = at(Given.sale(Sale.Kind.REFUND, "", "purchase-1", false, line(12500, 2500, -1)), REFUNDED);
        SalesOfEntries orders =
                new SalesOfEntries(List.of(told, back), List.of(new OrderCapture("purchase-1", BEFORE, 24000)));

        BookedDay day =
                SalesDay.book(Given.books(ENDED), Given.UNIT, REFUNDED, List.of(new StoredSale(1, back)), orders, 0);

        assertEquals("3 10000 2500", told(day));
    }

    private void captured(LocalDate day, long amount, SaleLine... lines) {
        captures.add(new OrderCapture("purchase-1", day, amount));
        if (lines.length > 0) {
            sold(Sale.Kind.CAPTURE, "100" + day, day, lines);
        }
    }

    private void sold(Sale.Kind kind, String psp, LocalDate day, SaleLine... lines) {
        sales.add(at(Given.sale(kind, psp, "purchase-1", true, lines), day));
    }

    private static Sale at(Sale sale, LocalDate day) {
        return new Sale(
                sale.ledger(),
                sale.kind(),
                day.atTime(12, 0).toInstant(ZoneOffset.UTC),
                sale.pspReference(),
                sale.reference(),
                sale.gross(),
                sale.net(),
                sale.vat(),
                sale.paymentType(),
                sale.solution(),
                sale.salesCategory(),
                sale.hasLineItems(),
                sale.hasVatBreakdown(),
                sale.lines());
    }

    private String refund(VatRegistration vat, long amount) {
        return told(TopicDay.book(
                Given.books(vat),
                Topic.FUNDS,
                REFUNDED,
                List.of(new StoredEntry(1, Given.refund(amount))),
                new SalesOfEntries(sales, captures),
                0));
    }

    /** Code, base and tax of each base line, and the findings. */
    private static String told(BookedDay day) {
        String lines = day.entry().lines().stream()
                .filter(line -> line.taxCode().isPresent())
                .map(line -> line.taxCode().get() + " " + line.taxBase().orElseThrow() + " "
                        + line.taxAmount().orElseThrow())
                .collect(Collectors.joining(", "));
        return lines
                + day.findings().stream()
                        .map(finding -> ", " + finding.code().number() + " "
                                + finding.amount().minor())
                        .collect(Collectors.joining());
    }
}
