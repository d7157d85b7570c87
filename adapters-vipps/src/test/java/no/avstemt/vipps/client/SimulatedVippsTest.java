package no.avstemt.vipps.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import no.avstemt.application.sale.SalePage;
import no.avstemt.application.settlement.EntryPage;
import no.avstemt.application.settlement.SourceUnavailable;
import no.avstemt.application.settlement.SourceUnavailable.Reason;
import no.avstemt.domain.settlement.Ledger;
import no.avstemt.domain.settlement.LedgerId;
import no.avstemt.domain.settlement.SettlementEntry;
import no.avstemt.domain.settlement.Topic;
import no.avstemt.vipps.simulator.SimulatorSettings;
import no.avstemt.vipps.simulator.VippsSimulator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class SimulatedVippsTest {

    private static final LocalDate UNTIL = LocalDate.of(2026, 11, 20);
    private static final int DAYS = Boolean.getBoolean("avstemt.test.long") ? 365 : 45;
    private static final VippsSimulator SIMULATOR =
            VippsSimulator.start(new SimulatorSettings(0, 1, DAYS, UNTIL), Clock.systemUTC());
    private static final ReportApiClient CLIENT = client(SIMULATOR.baseUri(), SIMULATOR.clientSecret());

    @AfterAll
    static void stop() {
        SIMULATOR.close();
    }

    @Test
    void every_ledger_is_listed_whole() {
        List<Ledger> ledgers = CLIENT.ledgers();

        assertFalse(ledgers.isEmpty());
        for (Ledger ledger : ledgers) {
            assertEquals("NOK", ledger.currency());
            assertTrue(ledger.ownerNumber().orElseThrow().matches("[0-9]{9}"), ledger::toString);
            assertTrue(ledger.payoutAccount().orElseThrow().matches("[0-9]{11}"), ledger::toString);
            assertFalse(ledger.units().isEmpty());
        }
    }

    @Test
    void every_entry_by_feed_is_the_entry_by_date_and_starts_where_the_last_one_ended() {
        for (Ledger ledger : CLIENT.ledgers()) {
            for (Topic topic : Topic.values()) {
                List<EntryPage.Fetched> feed = wholeFeed(ledger.id(), topic);

                List<EntryPage.Fetched> byDate = new ArrayList<>();
                dates().forEach(date -> byDate.addAll(wholeDate(ledger.id(), topic, date)));

                assertFalse(feed.isEmpty());
                assertEquals(feed, byDate);
                assertChained(feed);
                assertEquals(
                        feed.size(),
                        feed.stream().map(item -> item.entry().key()).distinct().count());
            }
        }
    }

    @Test
    void every_sale_by_feed_is_the_sale_by_date() {
        int sales = 0;
        for (Ledger ledger : CLIENT.ledgers()) {
            List<SalePage.Fetched> feed = allSales(cursor -> CLIENT.sales(ledger.id(), cursor));
            List<SalePage.Fetched> byDate = new ArrayList<>();
            dates().forEach(date -> byDate.addAll(allSales(cursor -> CLIENT.sales(ledger.id(), date, cursor))));

            assertEquals(feed, byDate);
            assertTrue(feed.stream()
                    .allMatch(item -> item.sale().gross().orElseThrow().minor() > 0));
            assertTrue(feed.stream().noneMatch(item -> item.raw().contains("\"customer\"")));
            sales += feed.size();
        }
        assertTrue(sales > 0);
    }

    @Test
    void a_date_to_come_is_not_closed() {
        LedgerId ledger = CLIENT.ledgers().get(0).id();

        EntryPage page = CLIENT.date(ledger, Topic.FUNDS, UNTIL.plusDays(1), Optional.empty());

        assertEquals(new EntryPage(List.of(), Optional.empty(), false, true), page);
    }

    @Test
    void personal_data_given_is_cut_so_that_raw_is_as_if_it_had_not_been() {
        Ledger vippsNumber = CLIENT.ledgers().stream()
                .filter(ledger -> ledger.units().get(0).handle().startsWith("NO:"))
                .findFirst()
                .orElseThrow();
        EntryPage expected = CLIENT.feed(vippsNumber.id(), Topic.FUNDS, Optional.empty());

        EntryPage page = CLIENT.withPersonalData().feed(vippsNumber.id(), Topic.FUNDS, Optional.empty());

        assertTrue(page.items().stream()
                .flatMap(item -> item.personal().stream())
                .anyMatch(personal -> personal.contains("maskedPhoneNo")));
        assertEquals(
                expected.items(),
                page.items().stream()
                        .map(EntryPage.Fetched::withoutPersonalData)
                        .toList());
        LocalDate day = expected.items().get(0).entry().ledgerDate();
        assertTrue(CLIENT.withPersonalData().date(vippsNumber.id(), Topic.FUNDS, day, Optional.empty()).items().stream()
                .anyMatch(item -> item.personal().isPresent()));
        assertTrue(expected.items().stream().allMatch(item -> item.personal().isEmpty()));
    }

    @Test
    void an_unknown_ledger_is_no_access() {
        SourceUnavailable failure = assertThrows(
                SourceUnavailable.class, () -> CLIENT.feed(new LedgerId("1"), Topic.FUNDS, Optional.empty()));

        assertEquals(Reason.NO_ACCESS, failure.reason());
    }

    @Test
    void a_cursor_of_another_making_is_a_bad_request() {
        LedgerId ledger = CLIENT.ledgers().get(0).id();

        SourceUnavailable failure = assertThrows(
                SourceUnavailable.class, () -> CLIENT.feed(ledger, Topic.FUNDS, Optional.of("not a cursor")));

        assertEquals(Reason.BAD_REQUEST, failure.reason());
    }

    @Test
    void wrong_keys_are_rejected() {
        ReportApiClient stranger = client(SIMULATOR.baseUri(), "wrong");

        assertEquals(
                Reason.KEYS_REJECTED,
                assertThrows(SourceUnavailable.class, stranger::ledgers).reason());
    }

    private static List<EntryPage.Fetched> wholeFeed(LedgerId ledger, Topic topic) {
        List<EntryPage.Fetched> all = new ArrayList<>();
        Optional<String> cursor = Optional.empty();
        EntryPage page;
        do {
            page = CLIENT.feed(ledger, topic, cursor);
            all.addAll(page.items());
            cursor = page.cursor();
        } while (page.more());
        assertTrue(page.tryLater());
        return all;
    }

    private static List<EntryPage.Fetched> wholeDate(LedgerId ledger, Topic topic, LocalDate date) {
        List<EntryPage.Fetched> all = new ArrayList<>();
        Optional<String> cursor = Optional.empty();
        EntryPage page;
        do {
            page = CLIENT.date(ledger, topic, date, cursor);
            assertFalse(page.tryLater());
            all.addAll(page.items());
            cursor = page.cursor();
        } while (page.more());
        assertTrue(all.stream().allMatch(item -> item.entry().ledgerDate().equals(date)));
        return all;
    }

    private static List<SalePage.Fetched> allSales(Function<Optional<String>, SalePage> next) {
        List<SalePage.Fetched> all = new ArrayList<>();
        Optional<String> cursor = Optional.empty();
        SalePage page;
        do {
            page = next.apply(cursor);
            all.addAll(page.items());
            cursor = page.cursor();
        } while (page.more());
        return all;
    }

    private static List<LocalDate> dates() {
        return UNTIL.minusDays(DAYS - 1).datesUntil(UNTIL.plusDays(1)).toList();
    }

    private static void assertChained(List<EntryPage.Fetched> feed) {
        long balance = 0;
        for (EntryPage.Fetched item : feed) {
            SettlementEntry entry = item.entry();
            assertEquals(balance, entry.balanceBefore(), entry::toString);
            balance += entry.amount().minor();
            assertEquals(balance, entry.balanceAfter(), entry::toString);
        }
    }

    private static ReportApiClient client(URI uri, String secret) {
        VippsConnection connection =
                new VippsConnection(uri, SIMULATOR.clientId(), secret, SystemHeaders.avstemt("0.1.0"));
        HttpLimits quick = new HttpLimits(
                Duration.ofSeconds(2),
                Duration.ofSeconds(30),
                10_000_000,
                1,
                Duration.ofMillis(5),
                Duration.ofMillis(50),
                0);
        return new ReportApiClient(connection, quick, Clock.systemUTC());
    }
}
