package no.avstemt;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import no.avstemt.application.access.ClientScope;
import no.avstemt.application.client.StandardChart;
import no.avstemt.application.settlement.SettlementSource;
import no.avstemt.application.sync.Rounds;
import no.avstemt.application.sync.SyncClient;
import no.avstemt.application.sync.SyncProgress;
import no.avstemt.domain.client.ClientAccount;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.client.OrgNumber;
import no.avstemt.domain.client.VatRegistration;
import no.avstemt.domain.settlement.LedgerId;
import no.avstemt.vipps.client.ReportApiClient;
import no.avstemt.vipps.client.SystemHeaders;
import no.avstemt.vipps.client.VippsConnection;
import no.avstemt.vipps.simulator.VippsSimulator;

/** The program as it is put together for production, opened for the benchmark. */
public final class MeasuredProgram implements AutoCloseable {

    private final Avstemt avstemt;
    private final Clock clock;

    private MeasuredProgram(Avstemt avstemt, Clock clock) {
        this.avstemt = avstemt;
        this.clock = clock;
    }

    public static MeasuredProgram open(Path data) {
        Clock clock = Clock.systemUTC();
        Map<String, String> unlimited = Map.of("AVSTEMT_API_RATE", "0");
        Settings settings = Settings.read(unlimited, Optional.of(data), Optional.of(0));
        return new MeasuredProgram(Avstemt.open(settings, clock), clock);
    }

    /** The way to a simulated Vipps, with limits as in production. */
    public static SettlementSource vipps(VippsSimulator simulator) {
        return new ReportApiClient(
                new VippsConnection(
                        simulator.baseUri(),
                        simulator.clientId(),
                        simulator.clientSecret(),
                        SystemHeaders.avstemt("benchmark")),
                Clock.systemUTC());
    }

    /** A client account with the standard chart and an empty journal. */
    public ClientAccountId client(String name) {
        ClientAccountId id =
                avstemt.unit.write(Set.of(), stores -> stores.clients().nextId());
        avstemt.unit.write(Set.of(id), stores -> {
            ClientAccount account = new ClientAccount(
                    id, name, new OrgNumber("974760673"), "nb", LocalDate.of(2025, 1, 1), VatRegistration.ALWAYS);
            stores.clients().add(account, StandardChart.rows(), clock.instant());
            return true;
        });
        return id;
    }

    /** A client account for each ledger that this Vipps lists. */
    public List<ClientAccountId> takeIntoUse(SettlementSource vipps, LocalDate start) {
        return new DemoOffice(avstemt).takeIntoUse(vipps, start);
    }

    public ClientAccountId ownerOf(LedgerId ledger) {
        return avstemt.unit
                .read(Set.of(), stores -> stores.ledgers().owner(ledger))
                .orElseThrow();
    }

    /** A round for each client account, as many at a time as in production. */
    public void sync(SettlementSource vipps, List<ClientAccountId> clients, SyncProgress progress) {
        try (Rounds rounds = new Rounds(avstemt.syncClient, ledger -> vipps, client -> {}, MeasuredProgram::stopped)) {
            List<CompletableFuture<SyncClient.Outcome>> started = clients.stream()
                    .map(client -> rounds.start(client, progress))
                    .toList();
            started.forEach(CompletableFuture::join);
        }
    }

    /** The round's own future fails too, and ends the benchmark. */
    private static void stopped(ClientAccountId client, Throwable cause) {
        System.err.println("The round of client account " + client + " stopped: " + cause);
    }

    public String apiKey() {
        DemoOffice office = new DemoOffice(avstemt);
        return office.key(office.administrator(), "Benchmark", ClientScope.all());
    }

    /** As the job does that follows posting. */
    public void indexTexts() {
        avstemt.indexTexts.run(Duration.ofMinutes(30));
    }

    public URI serve() {
        avstemt.serve(0);
        return avstemt.address();
    }

    @Override
    public void close() {
        avstemt.close();
    }
}
