package no.avstemt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import no.avstemt.application.settlement.LedgerState;
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

/** Rounds of the whole program with a Vipps that misbehaves: every row is stored once and the books are whole. */
final class FaultsInARoundTest {

    private static final Clock CLOCK = Clock.systemUTC();
    private static final LocalDate FIRST = LocalDate.of(2026, 5, 2);
    private static final LocalDate LAST = LocalDate.of(2026, 6, 15);
    private static final LedgerId CAFE = new LedgerId("418207");
    private static final int MOST_ROUNDS = 12;

    @TempDir
    private static Path folder;

    @AutoClose
    private Avstemt avstemt;

    @AutoClose
    private VippsSimulator vipps;

    private VippsControl control;
    private ClientAccountId client;

    @BeforeEach
    void start() {
        avstemt = Avstemt.open(Settings.read(Map.of(), Optional.of(folder), Optional.of(0)), CLOCK);
        vipps = VippsSimulator.start(
                SimulatorSettings.between(0, 1, FIRST, LAST).withVolume(6), CLOCK);
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

    private boolean isWhole() {
        LedgerState state = avstemt.unit.read(
                Set.of(client),
                stores -> stores.ledgers()
                        .state(client, stores.ledgers().of(client).get(0).id()));
        return state.failure().isEmpty()
                && state.bookedTo().filter(to -> !to.isBefore(LAST)).isPresent();
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
