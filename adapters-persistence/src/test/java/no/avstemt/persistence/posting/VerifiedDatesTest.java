package no.avstemt.persistence.posting;

import static no.avstemt.persistence.GivenBooks.UNIT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import no.avstemt.application.settlement.DateCheckStore.Progress;
import no.avstemt.application.settlement.EntryPage;
import no.avstemt.application.settlement.Stream;
import no.avstemt.domain.client.VatRegistration;
import no.avstemt.domain.finding.Finding;
import no.avstemt.domain.money.Money;
import no.avstemt.domain.settlement.SettlementEntry;
import no.avstemt.domain.settlement.Topic;
import no.avstemt.persistence.GivenBooks;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What the feed gave of a date against Vipps's report of it, in rounds of the program. */
final class VerifiedDatesTest {

    @AutoClose
    static final GivenBooks BOOKS = new GivenBooks();

    private static final LocalDate DAY = LocalDate.of(2026, 5, 4);

    private final BookedMerchant shop = new BookedMerchant(BOOKS, VatRegistration.ALWAYS, UNIT);

    VerifiedDatesTest() {
        shop.vipps
                .funds("capture", DAY, 12500, "1")
                .funds("capture", DAY, 25000, "2")
                .funds("capture", DAY, 7500, "3")
                .fees("capture-fee", DAY, -219, "1")
                .fees("capture-fee", DAY, -219, "1")
                .funds("capture", DAY.plusDays(1), 5000, "4");
    }

    @Test
    void a_date_whose_report_agrees_is_asked_for_once() {
        shop.roundOn(DAY.plusDays(3));
        shop.roundOn(DAY.plusDays(3));

        assertEquals(List.of(DAY, DAY.plusDays(1), DAY.plusDays(2)), shop.vipps.asked());
        assertEquals(new Progress(Optional.of(DAY.plusDays(2)), 0), progress().get(Stream.FUNDS));
        assertEquals(new Progress(Optional.of(DAY.plusDays(2)), 0), progress().get(Stream.FEES));
        assertEquals(List.of(), shop.findings());
        assertEquals(
                5,
                BOOKS.count(
                        "SELECT sum(report_rows) FROM date_check WHERE client_account_id = ? AND ledger_date = '2026-05-04'",
                        shop.client().value()));
    }

    @Test
    void open_dates_are_asked_for_again_however_many_and_the_walk_goes_on_past_them() {
        shop.vipps.open(DAY);
        shop.vipps.open(DAY.plusDays(1));
        shop.vipps.reports(DAY, rows -> List.of());
        shop.roundOn(DAY.plusDays(3));

        assertEquals(new Progress(Optional.of(DAY.plusDays(2)), 2), progress().get(Stream.FUNDS));
        assertEquals(List.of(), shop.findings());

        shop.roundOn(DAY.plusDays(4));
        shop.vipps.reports(DAY, rows -> rows);
        shop.vipps.close(DAY);
        shop.vipps.close(DAY.plusDays(1));
        shop.roundOn(DAY.plusDays(5));

        assertEquals(new Progress(Optional.of(DAY.plusDays(4)), 0), progress().get(Stream.FUNDS));
        assertEquals(3, shop.vipps.asked().stream().filter(DAY::equals).count());
        assertEquals(List.of(), shop.findings());
    }

    @Test
    void a_date_that_stays_open_is_asked_for_a_few_times_a_day_and_booking_does_not_wait_for_it() {
        shop.vipps.open(DAY);
        shop.roundsFrom(DAY.plusDays(2), 48);

        long asked = shop.vipps.asked().stream().filter(DAY::equals).count();
        assertTrue(asked >= 6 && asked <= 10, () -> "asked " + asked + " times in two days");
        assertEquals(List.of("1577 50000", "2700 -10000", "2992 -438", "3000 -40000", "7771 438"), shop.balances());
    }

    @Test
    void an_amount_that_differs_by_an_ore_is_a_finding_and_nothing_is_overwritten() {
        shop.vipps.reports(DAY, rows -> List.of(rows.get(0), withAmount(rows.get(1), 25001), rows.get(2)));
        shop.roundOn(DAY.plusDays(3));

        assertEquals(List.of("V-17 2026-05-04 1"), shop.findings());
        assertEquals(
                Map.of(
                        "topic", "funds",
                        "type", "capture",
                        "psp", "2",
                        "reference", "order-2",
                        "difference", "changed",
                        "fields", "amount",
                        "ours.amount", "25000",
                        "theirs.amount", "25001"),
                finding().facts());
        assertEquals(List.of("1577 50000", "2700 -10000", "2992 -438", "3000 -40000", "7771 438"), shop.balances());

        shop.vipps.reports(DAY, rows -> rows);
        shop.roundOn(DAY.plusDays(4));

        assertEquals(List.of(), shop.findings());
        assertEquals(new Progress(Optional.of(DAY.plusDays(3)), 0), progress().get(Stream.FUNDS));
    }

    @Test
    void a_row_that_the_report_lacks_and_rows_in_another_order_are_findings() {
        shop.vipps.reports(DAY, rows -> List.of(rows.get(1), rows.get(0)));
        shop.roundOn(DAY.plusDays(3));

        assertEquals(List.of("V-17 2026-05-04 -7500", "V-17 2026-05-04 0"), shop.findings());
    }

    @Test
    void a_row_that_the_feed_passed_over_is_stored_and_booked_and_then_agrees() {
        EntryPage.Fetched passed = GivenBooks.fetched(shop.ledger(), Topic.FUNDS, "capture", DAY, 1000, "9", 45000);
        shop.vipps.reports(DAY, rows -> {
            List<EntryPage.Fetched> all = new ArrayList<>(rows);
            all.add(passed);
            return all;
        });
        shop.roundOn(DAY.plusDays(3));

        assertEquals(List.of("V-17 2026-05-04 1000"), shop.findings());
        assertEquals("stored", finding().facts().get("difference"));

        shop.roundOn(DAY.plusDays(4));

        assertEquals(List.of("1577 51000", "2700 -10200", "2992 -438", "3000 -40800", "7771 438"), shop.accounts());
        assertTrue(shop.findings().stream().noneMatch(each -> each.startsWith("V-17")), shop.findings()::toString);
        assertTrue(shop.findings().stream().noneMatch(each -> each.startsWith("V-06")), shop.findings()::toString);
    }

    @Test
    void a_row_that_the_feed_passed_over_in_the_middle_agrees_wherever_it_stands_with_us() {
        shop.vipps.passOver("2");
        shop.roundOn(DAY.plusDays(3));
        assertTrue(shop.findings().contains("V-17 2026-05-04 25000"), shop.findings()::toString);

        shop.roundOn(DAY.plusDays(4));

        assertEquals(List.of("1577 50000", "2700 -10000", "2992 -438", "3000 -40000", "7771 438"), shop.balances());
        assertEquals(Set.of("V-04"), numbers(), shop.findings()::toString);
        assertEquals(new Progress(Optional.of(DAY.plusDays(3)), 0), progress().get(Stream.FUNDS));
    }

    @Test
    void a_whole_page_that_the_feed_passed_over_is_stored_and_told_in_one_finding() {
        for (int i = 1000; i < 2200; i++) {
            shop.vipps.funds("capture", DAY.plusDays(1), 125, Integer.toString(i));
            shop.vipps.passOver(Integer.toString(i));
        }
        shop.vipps.funds("capture", DAY.plusDays(1), 5000, "6");
        shop.roundOn(DAY.plusDays(3));
        assertTrue(shop.findings().contains("V-17 2026-05-05 150000"), shop.findings()::toString);
        assertEquals("stored-many", factsOf("V-17").get("difference"));

        shop.roundOn(DAY.plusDays(4));

        assertEquals(205000, shop.vipps.balance(Topic.FUNDS));
        shop.balances();
        assertEquals(Set.of("V-04"), numbers(), shop.findings()::toString);
    }

    @Test
    void a_row_beside_one_that_differs_is_told_and_not_booked() {
        EntryPage.Fetched other = GivenBooks.fetched(shop.ledger(), Topic.FUNDS, "capture", DAY, 1000, "9", 45000);
        shop.vipps.reports(DAY, rows -> List.of(rows.get(0), rows.get(1), other));
        shop.roundOn(DAY.plusDays(3));
        shop.roundOn(DAY.plusDays(4));

        assertEquals(List.of("V-17 2026-05-04 -7500", "V-17 2026-05-04 1000"), shop.findings());
        assertEquals(List.of("1577 50000", "2700 -10000", "2992 -438", "3000 -40000", "7771 438"), shop.balances());
    }

    @Test
    void a_date_that_got_rows_after_it_was_compared_is_compared_again() {
        shop.roundOn(DAY.plusDays(3));
        shop.vipps.funds("capture", DAY, 300, "5");
        shop.roundOn(DAY.plusDays(4));

        assertEquals(2, shop.vipps.asked().stream().filter(DAY::equals).count());
        assertEquals(
                0,
                shop.findings().stream().filter(each -> each.startsWith("V-17")).count());
    }

    private Map<Stream, Progress> progress() {
        return BOOKS.read(shop.client(), stores -> stores.dateChecks().progress(shop.client(), shop.ledger()));
    }

    private Set<String> numbers() {
        return shop.findings().stream().map(each -> each.substring(0, 4)).collect(Collectors.toSet());
    }

    private Map<String, String> factsOf(String number) {
        return BOOKS.read(shop.client(), stores -> stores.findings().of(shop.client(), false)).stream()
                .map(stored -> stored.finding())
                .filter(finding -> finding.code().number().equals(number))
                .findFirst()
                .orElseThrow()
                .facts();
    }

    private Finding finding() {
        return BOOKS.read(shop.client(), stores -> stores.findings().of(shop.client(), false))
                .get(0)
                .finding();
    }

    private static EntryPage.Fetched withAmount(EntryPage.Fetched row, long amount) {
        SettlementEntry entry = row.entry();
        return new EntryPage.Fetched(
                new SettlementEntry(
                        entry.ledger(),
                        entry.topic(),
                        entry.vippsType(),
                        entry.ledgerDate(),
                        entry.time(),
                        Money.ofOre(amount),
                        entry.balanceBefore(),
                        entry.balanceAfter(),
                        entry.pspReference(),
                        entry.reference(),
                        entry.recipientHandle()),
                row.raw(),
                row.personal());
    }
}
