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
import no.avstemt.application.paging.From;
import no.avstemt.application.payout.Payout;
import no.avstemt.application.settlement.DateCheckStore.Progress;
import no.avstemt.application.settlement.EntryPage;
import no.avstemt.application.settlement.Stream;
import no.avstemt.domain.client.VatRegistration;
import no.avstemt.domain.settlement.Topic;
import no.avstemt.persistence.GivenBooks;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Rows that only Vipps's report of a date tells: stored where they belong, and booked, in rounds of the program. */
final class PassedOverRowsTest {

    @AutoClose
    static final GivenBooks BOOKS = new GivenBooks();

    private static final LocalDate DAY = LocalDate.of(2026, 5, 4);

    private final BookedMerchant shop = new BookedMerchant(BOOKS, VatRegistration.ALWAYS, UNIT);

    PassedOverRowsTest() {
        shop.vipps.capturesOn(DAY).fees("capture-fee", DAY, -219, "1").fees("capture-fee", DAY, -219, "1");
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
        assertEquals("stored", factsOf("V-17").get("difference"));

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
        assertEquals(List.of(), shop.findings(), "the chain is whole");
        assertEquals(45000, atVipps(DAY));
        assertEquals(new Progress(Optional.of(DAY.plusDays(3)), 0), progress().get(Stream.FUNDS));
    }

    @Test
    void rows_passed_over_at_the_beginning_and_the_end_of_a_date_find_their_places() {
        shop.vipps.passOver("1");
        shop.vipps.passOver("3");
        shop.roundOn(DAY.plusDays(3));
        assertTrue(numbers().contains("V-17"), shop.findings()::toString);

        shop.roundOn(DAY.plusDays(4));

        assertEquals(List.of("1577 50000", "2700 -10000", "2992 -438", "3000 -40000", "7771 438"), shop.balances());
        assertEquals(List.of(), shop.findings());
        assertEquals(45000, atVipps(DAY));
        assertEquals(0, openingOf(DAY));
    }

    @Test
    void a_capture_passed_over_before_its_payout_belongs_to_that_payout() {
        shop.vipps
                .funds("capture", DAY.plusDays(1), 700, "5")
                .row(Topic.FUNDS, "payout-scheduled", DAY.plusDays(1), -50700, shop.ledger() + "-2000001", "");
        shop.vipps.passOver("5");
        shop.roundOn(DAY.plusDays(3));
        shop.roundOn(DAY.plusDays(4));

        Payout payout = BOOKS.read(
                        shop.client(), stores -> stores.payoutReads().page(shop.client(), shop.ledger(), From.start(5)))
                .rows()
                .get(0);
        assertEquals(List.of(), shop.findings());
        assertEquals(50700, payout.opening() + payout.captures());
        assertEquals(0, payout.difference());
        assertEquals(0, atVipps(DAY.plusDays(1)));
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
        assertEquals(List.of(), shop.findings(), "the chain is whole");
        assertEquals(205000, atVipps(DAY.plusDays(1)));
    }

    private long atVipps(LocalDate date) {
        return BOOKS.read(
                        shop.client(),
                        stores -> stores.settlements().balanceAt(shop.client(), shop.ledger(), Topic.FUNDS, date))
                .orElseThrow();
    }

    private long openingOf(LocalDate date) {
        return BOOKS.read(
                        shop.client(),
                        stores -> stores.settlements().openingAt(shop.client(), shop.ledger(), Topic.FUNDS, date))
                .orElseThrow();
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
}
