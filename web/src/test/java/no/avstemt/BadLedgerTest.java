package no.avstemt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import no.avstemt.application.settlement.LedgerState;
import no.avstemt.application.settlement.Part;
import no.avstemt.application.settlement.Trouble;
import no.avstemt.application.sync.Rounds;
import no.avstemt.application.sync.SyncClient.Outcome;
import no.avstemt.application.sync.SyncProgress;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.settlement.LedgerId;
import no.avstemt.vipps.client.ReportApiClient;
import no.avstemt.vipps.simulator.SimulatorSettings;
import no.avstemt.vipps.simulator.VippsSimulator;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One ledger that drips or fails, beside others that do not: they come to their end, and it comes back later. */
final class BadLedgerTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 6, 1);
    private static final LocalDate LAST = LocalDate.of(2026, 6, 15);
    private static final LedgerId CAFE = new LedgerId("418207");

    @TempDir
    private Path folder;

    @AutoClose
    private Avstemt avstemt;

    @AutoClose
    private VippsSimulator vipps;

    private VippsControl control;
    private List<ClientAccountId> clients = List.of();
    private ClientAccountId cafe = new ClientAccountId(1);

    @BeforeEach
    void start() {
        avstemt = ProgramForTest.open(folder, ProgramForTest.CLOCK);
        vipps = VippsSimulator.start(SimulatorSettings.between(0, 1, FIRST, LAST), ProgramForTest.CLOCK);
        control = VippsControl.of(vipps);
        clients = new DemoOffice(avstemt).takeIntoUse(source(Duration.ofSeconds(20)), FIRST);
        cafe = avstemt.unit.read(
                Set.of(), stores -> stores.ledgers().owner(CAFE).orElseThrow());
    }

    @Test
    void a_ledger_that_drips_holds_up_no_other_and_is_given_up_in_time() throws Exception {
        control.fault("\"kind\": \"slow\", \"ledger_id\": \"" + CAFE + "\", \"seconds\": 60");
        ReportApiClient source = source(Duration.ofSeconds(8));

        try (Rounds rounds = new Rounds(avstemt.syncClient, ledger -> source, client -> {}, (client, cause) -> {})) {
            CompletableFuture<Outcome> dripping = rounds.start(cafe, SyncProgress.SILENT);
            List<CompletableFuture<Outcome>> others = new ArrayList<>();
            clients.stream()
                    .filter(client -> !client.equals(cafe))
                    .forEach(client -> others.add(rounds.start(client, SyncProgress.SILENT)));

            for (CompletableFuture<Outcome> other : others) {
                assertEquals(List.of(), other.get(60, TimeUnit.SECONDS).failures());
            }
            assertEquals(2, dripping.get(60, TimeUnit.SECONDS).failures().size());
        }
        assertEquals(Set.of(Part.MONEY, Part.SALES), state().halts().keySet());
        assertEquals(Trouble.Code.UNREACHABLE, state().failure().orElseThrow().code());
    }

    @Test
    void a_ledger_that_failed_is_left_alone_until_its_time_and_asked_at_once_when_somebody_asks() {
        control.fault("\"kind\": \"too-many-requests\", \"topic\": \"fees\", \"ledger_id\": \"" + CAFE
                + "\", \"retry_after\": 7200, \"times\": 1");
        ReportApiClient source = source(Duration.ofSeconds(20));

        assertEquals(1, round(source).failures().size());
        Instant next = state().nextTryAt().orElseThrow();
        assertTrue(Duration.between(Instant.now(ProgramForTest.CLOCK), next).toMinutes() >= 118, next::toString);
        assertEquals(0, round(source).settlementEntries(), "it waits");
        assertTrue(state().failure().isPresent());

        assertEquals(List.of(), due(next.minusSeconds(1)));
        assertEquals(List.of(cafe), due(next));

        avstemt.unit.write(Set.of(cafe), stores -> {
            stores.ledgers().tryNow();
            return true;
        });
        assertTrue(round(source).settlementEntries() > 0);
        assertEquals(Map.of(), state().halts());
    }

    @Test
    void sales_that_are_to_wait_wait_alone_while_money_is_fetched_and_compared() {
        control.fault("\"kind\": \"too-many-requests\", \"topic\": \"sales\", \"ledger_id\": \"" + CAFE
                + "\", \"retry_after\": 7200, \"times\": 1");
        ReportApiClient source = source(Duration.ofSeconds(20));

        Outcome first = round(source);

        assertEquals(1, first.failures().size(), first::toString);
        assertTrue(first.settlementEntries() > 0);
        assertWaits(Part.SALES);
        Outcome second = round(source);
        assertEquals(List.of(), second.failures());
        assertEquals(0, second.sales(), "they wait");
        assertEquals(Set.of(Part.SALES), state().halts().keySet(), "and are told as failed meanwhile");
    }

    @Test
    void comparing_that_is_to_wait_waits_alone_while_money_and_sales_are_fetched() {
        control.fault("\"kind\": \"too-many-requests\", \"path\": \"*/" + CAFE
                + "/fees/dates/*\", \"retry_after\": 7200, \"times\": 1");
        ReportApiClient source = source(Duration.ofSeconds(20));

        Outcome first = round(source);

        assertEquals(1, first.failures().size(), first::toString);
        assertTrue(first.settlementEntries() > 0 && first.sales() > 0, first::toString);
        assertWaits(Part.DATES);
        vipps.close();
        assertEquals(2, round(source).failures().size(), "money and sales are asked for");
        assertEquals(
                Part.MONEY,
                state().halts().keySet().stream().min(Part::compareTo).orElseThrow());
    }

    @Test
    void an_access_token_that_is_to_be_waited_for_holds_up_every_part() {
        control.fault("\"kind\": \"too-many-requests\", \"path\": \"/miami/*\", \"retry_after\": 7200, \"times\": 1");
        ReportApiClient source = source(Duration.ofSeconds(20));

        assertEquals(1, round(source).failures().size());

        assertWaits(Part.MONEY);
        assertEquals(0, round(source).settlementEntries(), "it waits");
    }

    /** Only this part, for two hours. */
    private void assertWaits(Part part) {
        assertEquals(Set.of(part), state().halts().keySet());
        Instant next = state().retry(part).nextAt().orElseThrow();
        assertTrue(Duration.between(Instant.now(ProgramForTest.CLOCK), next).toMinutes() >= 118, next::toString);
        assertEquals(List.of(), due(next.minusSeconds(1)));
        assertEquals(List.of(cafe), due(next));
    }

    private List<ClientAccountId> due(Instant at) {
        return avstemt.unit.read(Set.copyOf(clients), stores -> stores.ledgers().due(at));
    }

    private Outcome round(ReportApiClient source) {
        try (Rounds rounds = new Rounds(avstemt.syncClient, ledger -> source, client -> {}, (client, cause) -> {})) {
            return rounds.start(cafe, SyncProgress.SILENT).join();
        }
    }

    private LedgerState state() {
        return avstemt.unit.read(Set.of(cafe), stores -> stores.ledgers().state(cafe, CAFE));
    }

    private ReportApiClient source(Duration patience) {
        return VippsControl.source(vipps, vipps.clientSecret(), patience);
    }
}
