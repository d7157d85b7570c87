package no.avstemt.bench;

import static no.avstemt.bench.Told.tell;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import no.avstemt.MeasuredProgram;
import no.avstemt.application.settlement.SettlementSource;
import no.avstemt.application.sync.SyncProgress;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.persistence.database.EndedProgram;
import no.avstemt.vipps.client.ReportApiClient;
import no.avstemt.vipps.client.SystemHeaders;
import no.avstemt.vipps.client.VippsConnection;
import no.avstemt.vipps.simulator.SimulatorSettings;
import no.avstemt.vipps.simulator.VippsSimulator;

/** The simulated Vipps with busy merchants: fetched over HTTP, stored, booked and proven, all in this one Java. */
public final class SimulatorRun {

    private static final LocalDate UNTIL = LocalDate.of(2026, 6, 15);
    private static final int DAYS = 120;
    private static final int VOLUME = 10;

    private SimulatorRun() {}

    /** @param arguments an empty data folder */
    public static void main(String[] arguments) {
        Path data = Path.of(arguments[0]);
        SimulatorSettings world = new SimulatorSettings(0, 1, DAYS, UNTIL).withVolume(VOLUME);
        Count count = new Count();
        try (VippsSimulator simulator = VippsSimulator.start(world, Clock.systemUTC());
                MeasuredProgram program = MeasuredProgram.open(data)) {
            SettlementSource vipps = new ReportApiClient(
                    new VippsConnection(
                            simulator.baseUri(),
                            simulator.clientId(),
                            simulator.clientSecret(),
                            SystemHeaders.avstemt("benchmark")),
                    Clock.systemUTC());
            List<ClientAccountId> clients = program.takeIntoUse(vipps, world.first());
            long began = System.nanoTime();
            program.sync(vipps, clients, count);
            tell("simulator.millis", (System.nanoTime() - began) / 1_000_000);
            tell("simulator.ledgers", clients.size());
        }
        tell("simulator.entries", count.entries);
        tell("simulator.sales", count.sales);
        tell("simulator.journal", count.journal);
        tell(
                "postgresql",
                EndedProgram.read(
                        data,
                        handle -> handle.createQuery("SHOW server_version")
                                .mapTo(String.class)
                                .one()));
    }

    private static final class Count implements SyncProgress {

        private final AtomicLong entries = new AtomicLong();
        private final AtomicLong sales = new AtomicLong();
        private final AtomicLong journal = new AtomicLong();

        @Override
        public void entries(ClientAccountId client, int stored) {
            entries.addAndGet(stored);
        }

        @Override
        public void sales(ClientAccountId client, int stored) {
            sales.addAndGet(stored);
        }

        @Override
        public void booked(ClientAccountId client, int journalEntries) {
            journal.addAndGet(journalEntries);
        }
    }
}
