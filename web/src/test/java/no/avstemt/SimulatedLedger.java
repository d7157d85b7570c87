package no.avstemt;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import no.avstemt.application.UnitOfWork;
import no.avstemt.application.client.NewClient;
import no.avstemt.application.client.TakeLedgerIntoUse;
import no.avstemt.application.journal.Post;
import no.avstemt.application.posting.PostDays;
import no.avstemt.application.reconciliation.CheckLedger;
import no.avstemt.application.settlement.ImportLedger;
import no.avstemt.application.sync.SyncClient;
import no.avstemt.application.sync.SyncProgress;
import no.avstemt.domain.chart.TaxCode;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.client.OrgNumber;
import no.avstemt.domain.client.SalesUnit;
import no.avstemt.domain.client.SalesUnit.BookedFrom;
import no.avstemt.domain.client.VatRegistration;
import no.avstemt.domain.settlement.Ledger;
import no.avstemt.domain.settlement.LedgerId;
import no.avstemt.vipps.client.ReportApiClient;
import no.avstemt.vipps.client.SystemHeaders;
import no.avstemt.vipps.client.VippsConnection;
import no.avstemt.vipps.simulator.SimulatorSettings;
import no.avstemt.vipps.simulator.VippsSimulator;
import no.avstemt.web.text.PostedWords;

/** One ledger of the simulated Vipps, fetched over HTTP and booked as the program does it, on the day after its last. */
final class SimulatedLedger implements AutoCloseable {

    static final LocalDate LAST = LocalDate.of(2026, 6, 15);
    static final LedgerId CAFE = new LedgerId("418207");
    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-06-16T12:00:00Z"), ZoneOffset.UTC);

    private final LocalDate first;
    private final VippsSimulator vipps;
    private final ReportApiClient source;

    SimulatedLedger(int days) {
        this(days, 1);
    }

    SimulatedLedger(int days, int volume) {
        first = LAST.minusDays(days - 1L);
        vipps = VippsSimulator.start(
                SimulatorSettings.between(0, 1, first, LAST).withVolume(volume), ProgramForTest.CLOCK);
        source = new ReportApiClient(
                new VippsConnection(
                        vipps.baseUri(), vipps.clientId(), vipps.clientSecret(), SystemHeaders.avstemt("test")),
                ProgramForTest.CLOCK);
    }

    ReportApiClient source() {
        return source;
    }

    /** By a client account of its own. */
    ClientAccountId takenIntoUse(UnitOfWork unit) {
        Ledger ledger = source.ledgers().stream()
                .filter(each -> each.id().equals(CAFE))
                .findFirst()
                .orElseThrow();
        unit.write(Set.of(), stores -> {
            stores.ledgers().remember(ledger);
            return true;
        });
        List<SalesUnit> units = ledger.units().stream()
                .map(each -> new SalesUnit(
                        each.handle(), each.name(), BookedFrom.VIPPS, TaxCode.OUTPUT_HIGH, TaxCode.ZERO_RATED))
                .toList();
        NewClient client =
                new NewClient("Kaffebaren Nord AS", new OrgNumber("974760673"), "nb", first, VatRegistration.ALWAYS);
        return new TakeLedgerIntoUse(unit, CLOCK).forNewClient(client, CAFE, units);
    }

    static SyncClient program(UnitOfWork unit) {
        return new SyncClient(
                unit,
                new ImportLedger(unit, CLOCK),
                new PostDays(unit, new Post(CLOCK), PostedWords::in, CLOCK),
                new CheckLedger(unit, CLOCK),
                CLOCK);
    }

    /** So many rounds, none of which may fail. */
    void rounds(UnitOfWork unit, ClientAccountId client, int rounds) {
        SyncClient program = program(unit);
        for (int round = 0; round < rounds; round++) {
            assertEquals(
                    List.of(), program.run(source, client, SyncProgress.SILENT).failures());
        }
    }

    /** Turns knobs of the simulator. */
    void turn(String json) throws IOException, InterruptedException {
        int status = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(vipps.baseUri().resolve("/_control/knobs"))
                                .header("Content-Type", "application/json")
                                .method("PATCH", BodyPublishers.ofString(json))
                                .build(),
                        BodyHandlers.ofString())
                .statusCode();
        assertEquals(200, status);
    }

    @Override
    public void close() {
        vipps.close();
    }
}
