package no.avstemt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import no.avstemt.application.journal.Post;
import no.avstemt.application.posting.PostDays;
import no.avstemt.application.reconciliation.CheckLedger;
import no.avstemt.application.settlement.ImportLedger;
import no.avstemt.application.settlement.LedgerState;
import no.avstemt.application.settlement.Part;
import no.avstemt.application.settlement.SettlementSource;
import no.avstemt.application.settlement.Stream;
import no.avstemt.application.settlement.Trouble;
import no.avstemt.application.sync.SyncClient;
import no.avstemt.application.sync.SyncClient.Outcome;
import no.avstemt.application.sync.SyncProgress;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.settlement.LedgerId;
import no.avstemt.vipps.client.ReportApiClient;
import no.avstemt.vipps.simulator.SimulatorSettings;
import no.avstemt.vipps.simulator.VippsSimulator;
import no.avstemt.web.text.PostedWords;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rounds of the whole program with a Vipps that misbehaves: every row is stored once and the books are whole. */
final class FaultsInARoundTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 5, 2);
    private static final LocalDate LAST = LocalDate.of(2026, 6, 15);
    private static final LedgerId CAFE = new LedgerId("418207");
    private static final int MOST_ROUNDS = 12;

    @TempDir
    private Path folder;

    @AutoClose
    private Avstemt avstemt;

    @AutoClose
    private VippsSimulator vipps;

    private VippsControl control;
    private ClientAccountId client;

    @BeforeEach
    void start() {
        avstemt = ProgramForTest.open(folder, ProgramForTest.CLOCK);
        vipps = VippsSimulator.start(
                SimulatorSettings.between(0, 1, FIRST, LAST).withVolume(6), ProgramForTest.CLOCK);
        control = VippsControl.of(vipps);
        DemoOffice office = new DemoOffice(avstemt);
        office.administrator();
        client = office.takeIntoUse(source(), FIRST).stream()
                .filter(one -> avstemt.unit.read(
                        Set.of(one),
                        stores -> stores.ledgers().of(one).stream()
                                .anyMatch(ledger -> ledger.id().equals(CAFE))))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void every_row_is_stored_once_and_booked_though_every_kind_of_fault_struck() {
        for (String fault : List.of(
                "\"kind\": \"repeated-page\", \"topic\": \"funds\", \"times\": 2",
                "\"kind\": \"repeated-page\", \"topic\": \"sales\", \"times\": 1",
                "\"kind\": \"expired-token\", \"topic\": \"fees\", \"after\": 1, \"times\": 1",
                "\"kind\": \"cut-body\", \"topic\": \"fees\", \"after\": 1, \"times\": 1",
                "\"kind\": \"wrong-json\", \"topic\": \"fees\", \"times\": 1",
                "\"kind\": \"server-error\", \"topic\": \"sales\", \"times\": 1",
                "\"kind\": \"too-many-requests\", \"topic\": \"funds\", \"times\": 1")) {
            control.fault(fault);
        }

        long stored = 0;
        int failed = 0;
        Outcome round;
        int rounds = 0;
        do {
            round = avstemt.syncClient.run(source(), client, SyncProgress.SILENT);
            stored += round.settlementEntries();
            failed += round.failures().size();
            round.failures().forEach(failure -> assertTrue(failure.startsWith("Avstemt asked http"), failure));
        } while (++rounds < MOST_ROUNDS && !isWhole());

        assertTrue(failed > 0, "no fault was felt");
        assertFalse(control.send("GET", "/_control", "").contains("\"spoilt\":0"), "a fault never struck");
        assertTrue(isWhole(), round::toString);
        assertEquals(List.of(), round.failures());
        assertEquals(entriesOfVipps(), stored);
        assertEquals(
                List.of(),
                avstemt.unit.read(Set.of(client), stores -> stores.findings().of(client, false)));
    }

    @Test
    void money_is_fetched_and_booked_while_the_sales_api_is_out_of_order_and_sales_come_after() {
        control.fault("\"kind\": \"server-error\", \"topic\": \"sales\"");

        Outcome without = avstemt.syncClient.run(source(), client, SyncProgress.SILENT);

        assertEquals(1, without.failures().size(), without::toString);
        assertEquals(0, without.sales());
        assertEquals(entriesOfVipps(), without.settlementEntries());
        assertFalse(state().bookedTo().orElseThrow().isBefore(LAST), () -> state().toString());
        assertTrue(state().failure().orElseThrow().facts().get(2).contains("/sales/"), () -> state().toString());
        assertEquals(Set.of(Part.SALES), state().halts().keySet());
        assertEquals(Set.of(Stream.FUNDS, Stream.FEES), compared());

        control.noFaults();
        Outcome with = avstemt.syncClient.run(source(), client, SyncProgress.SILENT);

        assertEquals(List.of(), with.failures());
        assertTrue(with.sales() > 0, with::toString);
        assertTrue(compared().contains(Stream.SALES), () -> compared().toString());
        assertTrue(isWhole());
        assertEquals(
                List.of(),
                avstemt.unit.read(Set.of(client), stores -> stores.findings().of(client, false)));
    }

    @Test
    void a_ledger_whose_pages_are_slow_waits_for_its_next_turn_and_keeps_what_came() {
        AheadClock clock = new AheadClock();
        ReportApiClient vippsItself = source();
        SettlementSource dripping = watched(vippsItself, question -> clock.goAhead(Duration.ofMinutes(6)));
        SyncClient rounds = program(clock);

        Outcome slow = rounds.run(dripping, client, SyncProgress.SILENT);

        assertFalse(slow.failures().isEmpty());
        slow.failures().forEach(failure -> assertTrue(failure.contains("so slowly"), failure));
        assertTrue(slow.settlementEntries() + slow.sales() > 0, slow::toString);
        assertEquals(Trouble.Code.SLOW, state().failure().orElseThrow().code());
        assertTrue(state().nextTryAt().isPresent());

        Outcome quick = rounds.run(vippsItself, client, SyncProgress.SILENT);
        assertEquals(List.of(), quick.failures());
        assertTrue(isWhole());
    }

    @Test
    void a_ledger_whose_reports_of_dates_are_slow_uses_up_its_own_patience_and_no_more_and_its_money_is_fetched() {
        AheadClock clock = new AheadClock();
        AtomicInteger asked = new AtomicInteger();
        SettlementSource slowReports = watched(source(), question -> {
            if (question.equals("date")) {
                asked.incrementAndGet();
                clock.goAhead(Duration.ofMinutes(2));
            }
        });

        Outcome slow = program(clock).run(slowReports, client, SyncProgress.SILENT);

        assertEquals(1, slow.failures().size(), slow::toString);
        assertTrue(slow.failures().get(0).contains("so slowly"), slow::toString);
        assertEquals(3, asked.get());
        assertEquals(Set.of(Part.DATES), state().halts().keySet());
        assertEquals(entriesOfVipps(), slow.settlementEntries());
    }

    @Test
    void a_ledger_that_failed_is_working_again_as_soon_as_it_is_fetched_though_its_dates_are_compared_later() {
        control.fault("\"kind\": \"server-error\", \"topic\": \"funds\", \"times\": 1");
        avstemt.syncClient.run(source(), client, SyncProgress.SILENT);
        assertEquals(Set.of(Part.MONEY), state().halts().keySet());

        List<LedgerState> whileComparing = new ArrayList<>();
        SettlementSource watched = watched(source(), question -> {
            if (question.equals("date")) {
                whileComparing.add(state());
            }
        });
        Outcome next = avstemt.syncClient.run(watched, client, SyncProgress.SILENT);

        assertEquals(List.of(), next.failures());
        assertFalse(whileComparing.isEmpty());
        whileComparing.forEach(state -> assertEquals(Optional.empty(), state.failure()));
    }

    private SyncClient program(Clock clock) {
        return new SyncClient(
                avstemt.unit,
                new ImportLedger(avstemt.unit, clock),
                new PostDays(avstemt.unit, new Post(clock), PostedWords::in, clock),
                new CheckLedger(avstemt.unit, clock),
                clock);
    }

    /** @param before each question, which is named as its method */
    private static SettlementSource watched(SettlementSource source, Consumer<String> before) {
        return (SettlementSource) Proxy.newProxyInstance(
                FaultsInARoundTest.class.getClassLoader(),
                new Class<?>[] {SettlementSource.class},
                (proxy, method, arguments) -> {
                    before.accept(method.getName());
                    return method.invoke(source, arguments);
                });
    }

    /** The streams of which a date was compared with its report, and agreed. */
    private Set<Stream> compared() {
        return avstemt
                .unit
                .read(Set.of(client), stores -> stores.dateChecks().progress(client, CAFE))
                .entrySet()
                .stream()
                .filter(each -> each.getValue().verifiedTo().isPresent())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private LedgerState state() {
        return avstemt.unit.read(Set.of(client), stores -> stores.ledgers().state(client, CAFE));
    }

    private boolean isWhole() {
        return state().failure().isEmpty()
                && state().bookedTo().filter(to -> !to.isBefore(LAST)).isPresent();
    }

    private long entriesOfVipps() {
        String balances = control.send("GET", "/_balances", "");
        String own = balances.substring(balances.indexOf("\"" + CAFE + "\""));
        String entries = own.substring(own.indexOf("\"entries\""), own.indexOf("\"sales\""));
        assertFalse(entries.isEmpty());
        return Pattern.compile("\\d+")
                .matcher(entries)
                .results()
                .mapToLong(found -> Long.parseLong(found.group()))
                .sum();
    }

    private ReportApiClient source() {
        return VippsControl.source(vipps, vipps.clientSecret());
    }
}
