package no.avstemt.persistence.client;

import static no.avstemt.persistence.GivenBooks.DAY;
import static no.avstemt.persistence.GivenBooks.NOW;
import static no.avstemt.persistence.GivenBooks.entry;
import static no.avstemt.persistence.GivenBooks.fetched;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import no.avstemt.application.client.ClientPicture;
import no.avstemt.application.client.ClientReads.DayAmount;
import no.avstemt.application.client.ClientReads.DefaultVat;
import no.avstemt.application.client.ClientReads.OpenFindings;
import no.avstemt.application.client.ClientReads.PaidOut;
import no.avstemt.application.client.Fetching;
import no.avstemt.application.client.LedgerProgress;
import no.avstemt.application.client.Proof;
import no.avstemt.application.client.Proof.Link;
import no.avstemt.application.client.ShowClient;
import no.avstemt.application.settlement.FeedState;
import no.avstemt.application.settlement.Stream;
import no.avstemt.domain.chart.AccountCode;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.finding.Finding;
import no.avstemt.domain.finding.FindingCode;
import no.avstemt.domain.journal.SettlementLink;
import no.avstemt.domain.money.Money;
import no.avstemt.domain.settlement.EntryType;
import no.avstemt.domain.settlement.LedgerId;
import no.avstemt.domain.settlement.Topic;
import no.avstemt.domain.time.Period;
import no.avstemt.persistence.GivenBooks;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class JdbiClientReadsTest {

    @AutoClose
    static final GivenBooks BOOKS = new GivenBooks();

    private static final Period WEEK = new Period(DAY.minusDays(3), DAY.plusDays(3));
    private static int ledgers = 402_320;

    private LedgerId one = new LedgerId("none");
    private LedgerId other = new LedgerId("none");
    private ClientAccountId client = new ClientAccountId(1);

    @BeforeEach
    void a_client_with_two_ledgers() {
        one = new LedgerId(Integer.toString(++ledgers));
        other = new LedgerId(Integer.toString(++ledgers));
        client = BOOKS.client("Kaffebaren Nord AS", one, other);
    }

    @Test
    void the_balance_of_a_day_is_vippss_own_after_its_last_row_over_ledgers_and_topics() {
        store(one, Topic.FUNDS, "capture", DAY, 10_000, 0, "a");
        store(one, Topic.FUNDS, "payout-scheduled", DAY.plusDays(2), -9_000, 10_000, "2000001");
        store(one, Topic.FEES, "capture-fee", DAY.plusDays(1), -100, 0, "f");
        store(other, Topic.FUNDS, "capture", DAY.plusDays(1), 500, 0, "b");

        assertEquals(
                List.of(
                        new DayAmount(DAY, 10_000),
                        new DayAmount(DAY.plusDays(1), 10_400),
                        new DayAmount(DAY.plusDays(2), 1_400),
                        new DayAmount(DAY.plusDays(3), 1_400)),
                BOOKS.read(client, stores -> stores.clientReads().balances(client, WEEK)));
    }

    @Test
    void payouts_are_found_by_their_lines_in_the_journal() {
        long payout = store(one, Topic.FUNDS, "payout-scheduled", DAY, -9_000, 10_000, one + "-2000001");
        long aborted = store(one, Topic.FUNDS, "payout-aborted", DAY.plusDays(1), 9_000, 1_000, one + "-2000001");
        BOOKS.post(
                client,
                List.of(
                        entry(DAY, one, "1591", "1577", 9_000, new SettlementLink(payout, 0, 0, 1, 9_000)),
                        entry(
                                DAY.plusDays(1),
                                one,
                                "1577",
                                "1591",
                                9_000,
                                new SettlementLink(aborted, 0, 0, 2, -9_000))));
        AccountCode inTransit = new AccountCode("1591");

        assertEquals(
                List.of(
                        new PaidOut(
                                aborted,
                                one,
                                EntryType.PAYOUT_ABORTED,
                                DAY.plusDays(1),
                                Optional.of("2000001"),
                                -9_000),
                        new PaidOut(payout, one, EntryType.PAYOUT_SCHEDULED, DAY, Optional.of("2000001"), 9_000)),
                BOOKS.read(client, stores -> stores.clientReads().payouts(client, inTransit, WEEK)));
        assertEquals(9_000, paidOut(one, DAY));
        assertEquals(0, paidOut(one, DAY.plusDays(1)));
        assertEquals(0, paidOut(other, DAY.plusDays(1)));
    }

    private long paidOut(LedgerId ledger, LocalDate to) {
        return BOOKS.<Long>read(client, stores -> stores.clientReads().paidOut(client, ledger, to));
    }

    @Test
    void sales_turnover_on_the_default_code_and_open_findings_are_summed() {
        BOOKS.post(client, List.of(entry(DAY, one, "1577", "3000", 8_000), entry(DAY, one, "3000", "1577", 500)));
        BOOKS.change(client, stores -> {
            stores.ledgers().countDefaultVat(client, one, DAY, 1, 3, 7_500);
            stores.ledgers().countDefaultVat(client, other, DAY.plusDays(1), 2, 1, -100);
            stores.ledgers().countDefaultVat(client, other, DAY.plusDays(9), 3, 1, 999);
            stores.findings().open(client, List.of(finding("a", 5), finding("b", -7)), NOW);
        });

        assertEquals(
                List.of(new DayAmount(DAY, 7_500)),
                BOOKS.read(
                        client,
                        stores -> stores.clientReads().credited(client, List.of(new AccountCode("3000")), WEEK)));
        assertEquals(
                new DefaultVat(4, 7_400),
                BOOKS.read(client, stores -> stores.clientReads().defaultVat(client, WEEK)));
        assertEquals(
                List.of(new OpenFindings(one, FindingCode.CORRECTION, 2, 12)),
                BOOKS.read(client, stores -> stores.clientReads().openFindings(client)));
    }

    @Test
    void a_round_that_is_going_on_is_told_in_dates() {
        Instant now = NOW.plusSeconds(20);
        feed(one, Stream.SALES, Optional.of(NOW));
        feed(one, Stream.FEES, Optional.empty());
        LocalDate start = LocalDate.of(2026, 1, 1);

        List<LedgerProgress> going = BOOKS.read(
                client, stores -> stores.clientReads().beingFetched(now.minus(LedgerProgress.STILL_FETCHING)));
        Fetching fetching = Fetching.of(going, start, start.plusDays(99), now).orElseThrow();

        assertEquals(
                List.of(one, other), going.stream().map(LedgerProgress::ledger).toList());
        assertEquals(going, BOOKS.read(client, stores -> stores.clientReads().ledgers(client)));
        assertEquals(Stream.FEES, fetching.stage());
        assertEquals(Optional.of(DAY), fetching.reached());
        assertEquals(100 + 45, fetching.done());
        assertEquals(600, fetching.total());
        assertEquals(Optional.empty(), Fetching.of(going, start, start.plusDays(99), now.plusSeconds(60)));
    }

    @Test
    void what_is_read_to_its_end_is_not_being_fetched() {
        feed(one, Stream.FUNDS, Optional.of(NOW));

        assertEquals(
                List.of(), BOOKS.read(client, stores -> stores.clientReads().beingFetched(NOW.minusSeconds(60))));
    }

    @Test
    void a_picture_compares_books_and_vipps_per_ledger() {
        store(one, Topic.FUNDS, "capture", DAY, 10_000, 0, "c");
        BOOKS.post(client, List.of(entry(DAY, one, "1577", "3000", 9_990)));
        BOOKS.change(
                client,
                stores -> stores.ledgers()
                        .save(
                                client,
                                one,
                                stores.ledgers().lockState(client, one).checked(DAY, -10)));

        ClientPicture picture = new ShowClient(BOOKS.unit(), Clock.fixed(NOW, ZoneOffset.UTC)).run(client);

        assertEquals(
                Map.of(
                        Link.CHAIN, Optional.of(0L),
                        Link.SALES, Optional.of(0L),
                        Link.FEES_IN_TRANSFER, Optional.of(0L),
                        Link.FUNDS, Optional.of(-10L),
                        Link.FEES, Optional.of(0L),
                        Link.PAYOUTS, Optional.of(0L),
                        Link.BANK, Optional.empty()),
                picture.proofs().stream()
                        .filter(proof -> proof.ledger().equals(one))
                        .collect(Collectors.toMap(Proof::link, Proof::difference)));
        assertTrue(picture.proofs().stream()
                .filter(proof -> proof.ledger().equals(other))
                .allMatch(proof -> proof.difference().isEmpty()));
        assertEquals(List.of(new DayAmount(DAY, 9_990)), picture.sales());
    }

    @Test
    void nothing_is_told_of_another_client() {
        ClientAccountId stranger = BOOKS.client("Åpent kontor");
        store(one, Topic.FUNDS, "capture", DAY, 10_000, 0, "d");
        feed(one, Stream.FUNDS, Optional.empty());

        assertEquals(
                List.of(),
                BOOKS.unit()
                        .read(Set.of(stranger), stores -> stores.clientReads().balances(client, WEEK)));
        assertEquals(
                List.of(),
                BOOKS.unit()
                        .read(Set.of(stranger), stores -> stores.clientReads().beingFetched(NOW.minusSeconds(60))));
    }

    private Finding finding(String subject, long amount) {
        return new Finding(FindingCode.CORRECTION, one, DAY, subject, Money.ofOre(amount), Map.of());
    }

    private void feed(LedgerId ledger, Stream stream, Optional<Instant> caughtUp) {
        BOOKS.change(
                client,
                stores -> stores.ledgers()
                        .save(client, ledger, stream, new FeedState("c", 1, Optional.of(DAY), caughtUp, NOW)));
    }

    private long store(LedgerId ledger, Topic topic, String type, LocalDate day, long amount, long before, String psp) {
        String own = psp + "-" + ledger;
        String reference = type.startsWith("payout") ? psp : own;
        BOOKS.change(client, stores -> {
            long last = BOOKS.count("SELECT count(*) FROM settlement_entry WHERE ledger_id = ?", ledger.value());
            stores.settlements()
                    .addNew(client, List.of(fetched(ledger, topic, type, day, amount, reference, before)), last);
        });
        return BOOKS.count("SELECT max(settlement_entry_id) FROM settlement_entry WHERE ledger_id = ?", ledger.value());
    }
}
