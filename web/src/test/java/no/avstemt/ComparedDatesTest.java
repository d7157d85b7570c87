package no.avstemt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.avstemt.application.client.NewClient;
import no.avstemt.application.reconciliation.VerifyDates;
import no.avstemt.application.settlement.DateCheckStore.Progress;
import no.avstemt.application.settlement.Stream;
import no.avstemt.application.sync.SyncProgress;
import no.avstemt.domain.chart.TaxCode;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.client.OrgNumber;
import no.avstemt.domain.client.SalesUnit;
import no.avstemt.domain.client.SalesUnit.BookedFrom;
import no.avstemt.domain.client.VatRegistration;
import no.avstemt.domain.finding.FindingCode;
import no.avstemt.domain.settlement.Ledger;
import no.avstemt.domain.settlement.LedgerId;
import no.avstemt.vipps.client.ReportApiClient;
import no.avstemt.vipps.client.SystemHeaders;
import no.avstemt.vipps.client.VippsConnection;
import no.avstemt.vipps.simulator.SimulatorSettings;
import no.avstemt.vipps.simulator.VippsSimulator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole program with every kind of merchant: what the feeds gave is what Vipps reports of each date. */
final class ComparedDatesTest {

    private static final int DAYS = Boolean.getBoolean("avstemt.test.long") ? 365 : 30;
    private static final LocalDate LAST = LocalDate.of(2026, 6, 15);
    private static final LocalDate FIRST = LAST.minusDays(DAYS - 1L);

    @TempDir
    private static Path folder;

    private static Avstemt avstemt;
    private static VippsSimulator vipps;

    /** To the program no time passes: however slow the machine, the time for comparing is never over. */
    @BeforeAll
    static void start() {
        avstemt = ProgramForTest.open(
                folder, Clock.fixed(ProgramForTest.CLOCK.instant(), ProgramForTest.CLOCK.getZone()));
        vipps = VippsSimulator.start(
                SimulatorSettings.between(0, 1, FIRST, LAST).withAllKinds(), ProgramForTest.CLOCK);
    }

    @AfterAll
    static void stop() {
        vipps.close();
        avstemt.close();
    }

    @Test
    void feed_and_report_agree_on_every_date_of_every_merchant() {
        ReportApiClient source = new ReportApiClient(
                new VippsConnection(
                        vipps.baseUri(), vipps.clientId(), vipps.clientSecret(), SystemHeaders.avstemt("test")),
                ProgramForTest.CLOCK);
        List<ClientAccountId> clients =
                source.ledgers().stream().map(ComparedDatesTest::taken).toList();
        int rounds = (DAYS + 10) / VerifyDates.MOST_OF_SALES + 1;
        List<String> left = new ArrayList<>();
        for (ClientAccountId client : clients) {
            for (int round = 0; round < rounds; round++) {
                assertEquals(
                        List.of(),
                        avstemt.syncClient
                                .run(source, client, SyncProgress.SILENT)
                                .failures());
            }
            compared(client, left);
        }

        assertTrue(clients.size() >= 12, clients::toString);
        assertEquals(List.of(), left);
    }

    private static ClientAccountId taken(Ledger ledger) {
        avstemt.unit.write(Set.of(), stores -> {
            stores.ledgers().remember(ledger);
            return true;
        });
        NewClient client =
                new NewClient("Ledger " + ledger.id(), new OrgNumber("974760673"), "nb", FIRST, VatRegistration.ALWAYS);
        List<SalesUnit> units = ledger.units().stream()
                .map(unit -> new SalesUnit(
                        unit.handle(), unit.name(), BookedFrom.VIPPS, TaxCode.OUTPUT_HIGH, TaxCode.ZERO_RATED))
                .toList();
        return avstemt.takeLedgerIntoUse.forNewClient(client, ledger.id(), units);
    }

    private static void compared(ClientAccountId client, List<String> left) {
        avstemt.unit.read(Set.of(client), stores -> {
            stores.findings().of(client, true).stream()
                    .map(stored -> stored.finding())
                    .filter(finding ->
                            finding.code() == FindingCode.REPORT_DIFFERS || finding.code() == FindingCode.SALE_CHANGED)
                    .forEach(finding -> left.add(finding.toString()));
            LedgerId ledger = stores.ledgers().of(client).get(0).id();
            Map<Stream, Progress> progress = stores.dateChecks().progress(client, ledger);
            for (Stream stream : Stream.values()) {
                boolean isThere = stores.ledgers()
                        .feed(client, ledger, stream)
                        .filter(feed -> feed.items() > 0)
                        .isPresent();
                Optional<LocalDate> to =
                        Optional.ofNullable(progress.get(stream)).flatMap(Progress::verifiedTo);
                if (isThere && to.filter(date -> !date.isBefore(LAST)).isEmpty()) {
                    left.add(ledger + " " + stream + " only to " + to);
                }
            }
            return true;
        });
    }
}
