package no.avstemt.persistence.posting;

import static no.avstemt.domain.Given.line;
import static no.avstemt.persistence.GivenBooks.DAY;
import static no.avstemt.persistence.GivenBooks.UNIT;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import no.avstemt.domain.client.VatRegistration;
import no.avstemt.domain.sale.Sale;
import no.avstemt.domain.sale.SaleLine;
import no.avstemt.domain.settlement.Topic;
import no.avstemt.persistence.GivenBooks;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** In full refunded on the other side of the date of registration, nothing is left of a sale or of its VAT. */
final class RefundAcrossRegistrationTest {

    private static final LocalDate LATER = DAY.plusDays(10);
    private static final VatRegistration ENDED =
            new VatRegistration(true, Optional.empty(), Optional.of(DAY.plusDays(5)));
    private static final VatRegistration BEGUN =
            new VatRegistration(true, Optional.of(DAY.plusDays(5)), Optional.empty());

    @AutoClose
    static final GivenBooks BOOKS = new GivenBooks();

    private static BookedMerchant merchant(VatRegistration vat) {
        BookedMerchant cafe = new BookedMerchant(BOOKS, vat, UNIT);
        money(cafe, "capture", DAY, 24000, "both lines");
        money(cafe, "capture", DAY, 24000, "proportions");
        money(cafe, "capture", DAY, 24000, "default");
        for (String order : List.of("both lines", "proportions")) {
            sold(cafe, Sale.Kind.CAPTURE, DAY, order, line(11500, 1500), line(12500, 2500));
        }
        cafe.vipps.outside("CASH", Sale.Kind.CAPTURE, DAY, 5000, "cash");
        cafe.roundOn(DAY.plusDays(2));
        return cafe;
    }

    private static void sold(BookedMerchant cafe, Sale.Kind kind, LocalDate day, String order, SaleLine... lines) {
        long gross = List.of(lines).stream().mapToLong(SaleLine::gross).sum();
        cafe.vipps.sold("WALLET", kind, day, gross, order, Optional.of(order + kind), lines);
    }

    private static void money(BookedMerchant cafe, String type, LocalDate day, long amount, String order) {
        cafe.vipps.row(Topic.FUNDS, type, day, amount, order + type.toUpperCase(Locale.ROOT), UNIT.handle(), order);
    }

    private static void refundAll(BookedMerchant cafe) {
        sold(cafe, Sale.Kind.REFUND, LATER, "both lines", line(11500, 1500), line(12500, 2500));
        for (String order : List.of("both lines", "proportions", "default")) {
            money(cafe, "refund", LATER, -24000, order);
        }
        cafe.vipps.outside("CASH", Sale.Kind.REFUND, LATER, 5000, "cash");
        cafe.roundOn(LATER.plusDays(2));
    }

    @Test
    void nothing_is_left_of_what_was_sold_while_registered() {
        BookedMerchant cafe = merchant(ENDED);
        assertEquals(List.of("3 -43200 -10800", "31 -20000 -3000"), cafe.taxLines());

        refundAll(cafe);

        assertEquals(List.of(), cafe.balances());
        assertEquals(List.of(), cafe.taxLines());
        assertEquals(List.of(), cafe.faults());
    }

    @Test
    void nothing_is_left_of_what_was_sold_before_registration() {
        BookedMerchant cafe = merchant(BEGUN);
        assertEquals(List.of("7 -77000 0"), cafe.taxLines());

        refundAll(cafe);

        assertEquals(List.of(), cafe.balances());
        assertEquals(List.of(), cafe.taxLines());
        assertEquals(List.of(), cafe.faults());
    }

    @Test
    void a_sale_that_is_told_after_its_refund_was_booked_moves_both() {
        BookedMerchant cafe = merchant(ENDED);
        money(cafe, "refund", LATER, -24000, "default");
        cafe.roundOn(LATER.plusDays(2));
        long before = cafe.onDefaultVat();
        sold(cafe, Sale.Kind.CAPTURE, DAY, "default", line(24000, 1500));
        cafe.roundOn(LATER.plusDays(4));

        assertEquals(List.of("3 -24000 -6000", "31 -20000 -3000"), cafe.taxLines());
        assertEquals(List.of(48002L, 0L), List.of(before, cafe.onDefaultVat()));
        assertEquals(List.of(), cafe.faults());
    }
}
