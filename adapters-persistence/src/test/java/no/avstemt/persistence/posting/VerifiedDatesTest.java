package no.avstemt.persistence.posting;

import static no.avstemt.persistence.GivenBooks.UNIT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import no.avstemt.application.reconciliation.VerifyDates;
import no.avstemt.application.settlement.DateCheckStore.Progress;
import no.avstemt.application.settlement.EntryPage;
import no.avstemt.application.settlement.ImportLedger;
import no.avstemt.application.settlement.LedgerStore.OwnLedger;
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
        shop.vipps.capturesOn(DAY).fees("capture-fee", DAY, -219, "1").fees("capture-fee", DAY, -219, "1");
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

    @Test
    void when_the_time_for_comparing_is_over_a_few_dates_are_asked_for_and_the_rest_in_the_next_round() {
        List<LocalDate> days = DAY.datesUntil(DAY.plusDays(10)).toList();
        days.forEach(day -> shop.vipps.funds("capture", day, 100, "d" + day));
        days.forEach(shop.vipps::open);
        shop.roundOn(DAY.plusDays(12));
        days.forEach(shop.vipps::close);
        int before = shop.vipps.asked().size();

        Hurrying clock = new Hurrying(DAY.plusDays(13).atTime(12, 0).toInstant(ZoneOffset.UTC));
        VerifyDates verify = new VerifyDates(BOOKS.unit(), new ImportLedger(BOOKS.unit(), clock), clock);
        OwnLedger ledger = BOOKS.read(shop.client(), stores -> stores.ledgers().of(shop.client()))
                .get(0);
        verify.run(shop.vipps, shop.client(), ledger, true, () -> true);
        int few = shop.vipps.asked().size() - before;
        assertTrue(few >= 1 && few <= 3, () -> "asked for " + few + " dates of funds");

        shop.roundOn(DAY.plusDays(14));
        assertEquals(0, Objects.requireNonNull(progress().get(Stream.FUNDS)).openDates());
    }

    /** Two minutes later each time somebody looks. */
    private static final class Hurrying extends Clock {

        private Instant now;

        Hurrying(Instant begin) {
            now = begin;
        }

        @Override
        public Instant instant() {
            now = now.plusSeconds(120);
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    private Map<Stream, Progress> progress() {
        return BOOKS.read(shop.client(), stores -> stores.dateChecks().progress(shop.client(), shop.ledger()));
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
