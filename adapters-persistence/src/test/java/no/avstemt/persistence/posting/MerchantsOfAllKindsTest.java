package no.avstemt.persistence.posting;

import static no.avstemt.persistence.GivenBooks.DAY;
import static no.avstemt.persistence.GivenBooks.UNIT;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import no.avstemt.domain.chart.TaxCode;
import no.avstemt.domain.client.SalesUnit;
import no.avstemt.domain.client.VatRegistration;
import no.avstemt.domain.settlement.Topic;
import no.avstemt.persistence.GivenBooks;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Every kind of merchant: an accountant's stories, the balances they end on, and the findings, no more and no less. */
final class MerchantsOfAllKindsTest {

    @AutoClose
    static final GivenBooks BOOKS = new GivenBooks();

    private static final SalesUnit WEB_SHOP = new SalesUnit(
            "NO:99", "Nettbutikk", SalesUnit.BookedFrom.ELSEWHERE, TaxCode.OUTPUT_HIGH, TaxCode.ZERO_RATED);

    private final BookedMerchant shop = new BookedMerchant(BOOKS, VatRegistration.ALWAYS, UNIT);

    @Test
    void gross_settlement_pays_out_all_and_the_fees_wait_for_their_invoice() {
        story("""
                funds capture           0 12500 1
                fees  capture-fee       0  -219 1
                funds capture           1 25000 2
                fees  capture-fee       1  -438 2
                funds payout-scheduled  1 -37500 2000001
                fees  fees-invoiced     2   657 f
                """);

        assertEquals(List.of("1591 37500", "2700 -7500", "2993 -657", "3000 -30000", "7771 657"), booked(shop));
        assertEquals(List.of(), shop.findings());
    }

    @Test
    void weekly_payout_leaves_a_balance_between_and_none_after() {
        StringBuilder week = new StringBuilder();
        for (int day = 0; day < 7; day++) {
            week.append("funds capture %d 12500 c%d\nfees capture-fee %d -219 c%d\n".formatted(day, day, day, day));
        }
        story(week + """
                funds fees-retained     6 -1533 r
                fees  fees-retained     6  1533 r
                funds payout-scheduled  6 -85967 2000001
                """);

        assertEquals(List.of("1591 85967", "2700 -17500", "3000 -70000", "7771 1533"), booked(shop));
        assertEquals(List.of(), shop.findings());
    }

    @Test
    void a_rolling_reserve_stays_on_the_vipps_account() {
        story("""
                funds capture           0 100000 1
                funds payout-scheduled  0 -90000 2000001
                funds capture           1 100000 2
                funds payout-scheduled  1 -90000 2000002
                """);

        assertEquals(List.of("1577 20000", "1591 180000", "2700 -40000", "3000 -160000"), booked(shop));
        assertEquals(List.of(), shop.findings());
    }

    @Test
    void an_aborted_payout_is_back_on_the_balance_and_a_finding() {
        story("""
                funds capture           0 12500 1
                funds payout-scheduled  0 -12500 302321-2000001
                funds payout-aborted    1  12500 302321-2000001
                """);

        assertEquals(List.of("1577 12500", "2700 -2500", "3000 -10000"), booked(shop));
        assertEquals(List.of("V-12 " + DAY.plusDays(1) + " 12500"), shop.findings());
        assertEquals(
                1,
                BOOKS.count(
                        "SELECT count(*) FROM finding WHERE ledger_id = ? AND 'payout' = ANY (facts) AND '2000001' = ANY (facts)",
                        shop.ledger().value()));
    }

    @Test
    void two_units_in_one_ledger_are_booked_each_in_its_way() {
        BookedMerchant both = new BookedMerchant(BOOKS, VatRegistration.ALWAYS, UNIT, WEB_SHOP);
        both.vipps
                .row(Topic.FUNDS, "capture", DAY, 12500, "1", UNIT.handle())
                .row(Topic.FUNDS, "capture", DAY, 25000, "2", "api:99")
                .row(Topic.FUNDS, "refund", DAY, -5000, "3", "api:99")
                .row(Topic.FUNDS, "payout-scheduled", DAY, -32500, "2000001", "");

        assertEquals(List.of("1591 32500", "1594 -20000", "2700 -2500", "3000 -10000"), booked(both));
        assertEquals(List.of(), both.findings());
    }

    @Test
    void who_is_not_registered_for_vat_has_income_and_no_vat() {
        BookedMerchant club = new BookedMerchant(BOOKS, VatRegistration.NONE, UNIT);
        club.vipps.funds("capture", DAY, 12500, "1").funds("refund", DAY, -2500, "2");

        assertEquals(List.of("1577 10000", "3200 -10000"), booked(club));
        assertEquals(List.of(), club.findings());
    }

    @Test
    void corrections_credit_notes_and_the_unknown_are_one_finding_each() {
        story("""
                funds correction         0   700 k
                funds credit-note        0  -300 n
                funds loyalty-adjustment 0    42 u
                fees  credit-note        0  -100 n
                """);

        assertEquals(List.of("1577 442", "1593 300", "2992 -100", "2993 100", "2995 -742"), booked(shop));
        assertEquals(
                List.of(
                        "V-01 " + DAY + " 42",
                        "V-02 " + DAY + " 700",
                        "V-03 " + DAY + " -100",
                        "V-03 " + DAY + " -300"),
                shop.findings());
    }

    @Test
    void a_fee_is_late_when_it_comes_more_than_a_date_after_its_capture() {
        story("""
                funds capture           0 12500 1
                funds capture           0 12500 2
                funds capture           0 12500 3
                fees  capture-fee       0  -219 1
                fees  capture-fee       1  -219 2
                fees  capture-fee       5  -221 3
                fees  capture-fee       5  -219 unknown
                """);
        shop.roundOn(DAY.plusDays(3));
        shop.roundOn(DAY.plusDays(9));

        assertEquals(List.of("V-14 " + DAY.plusDays(5) + " -221"), shop.findings());
    }

    @Test
    void a_late_fee_is_found_where_its_capture_was_booked_long_ago() {
        story("funds capture 0 12500 1\n");
        shop.roundOn(DAY.plusDays(3));
        story("fees capture-fee 8 -219 1\n");
        shop.roundOn(DAY.plusDays(10));

        assertEquals(List.of("V-14 " + DAY.plusDays(8) + " -219"), shop.findings());
    }

    @Test
    void a_dispute_stands_when_120_days_have_gone_since_it_was_last_retained() {
        story("""
                funds capture                   0  12500 1
                funds capture                   0  12500 2
                funds retained-disputed-capture 1 -12500 1
                funds retained-disputed-capture 1 -12500 2
                funds returned-disputed-capture 2  12500 1
                funds returned-disputed-capture 2  12500 2
                funds retained-disputed-capture 10 -12500 1
                """);
        shop.roundOn(DAY.plusDays(129));
        assertEquals(List.of(), shop.findings());
        Optional<LocalDate> booked = shop.state().bookedTo();

        shop.roundOn(DAY.plusDays(130));
        assertEquals(List.of("V-13 " + DAY.plusDays(10) + " -12500"), shop.findings());
        assertEquals(booked.map(to -> to.plusDays(1)), shop.state().bookedTo());

        shop.roundOn(DAY.plusDays(130));
        assertEquals(1, shop.findings().size());

        story("funds returned-disputed-capture 131 12500 1\n");
        shop.roundOn(DAY.plusDays(133));
        assertEquals(List.of(), shop.findings());
    }

    /** Topic, type, days after the first, øre, psp reference. */
    private void story(String rows) {
        for (String row : rows.lines().toList()) {
            String[] cell = row.trim().split("\\s+");
            LocalDate day = DAY.plusDays(Integer.parseInt(cell[2]));
            long amount = Long.parseLong(cell[3]);
            if (cell[0].equals("funds")) {
                shop.vipps.funds(cell[1], day, amount, cell[4]);
            } else {
                shop.vipps.fees(cell[1], day, amount, cell[4]);
            }
        }
    }

    private static List<String> booked(BookedMerchant merchant) {
        merchant.roundOn(DAY.plusDays(20));
        return merchant.balances();
    }
}
