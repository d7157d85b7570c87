package no.avstemt.bench;

import static no.avstemt.bench.Told.tell;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import no.avstemt.MeasuredProgram;
import no.avstemt.application.settlement.SettlementSource;
import no.avstemt.application.sync.SyncProgress;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.persistence.database.EndedProgram;
import no.avstemt.vipps.simulator.SimulatorSettings;
import no.avstemt.vipps.simulator.VippsSimulator;

/** The simulated Vipps with busy merchants: fetched over HTTP, stored, booked and proven, all in this one Java. */
public final class SimulatorRun {

    private static final LocalDate UNTIL = LocalDate.of(2026, 6, 15);
    private static final int VOLUME = 10;
    private static final int THIRDS = 3;
    private static final long NANOS = 1_000_000_000;

    private SimulatorRun() {}

    /** @param arguments an empty data folder, and of how many days the history is */
    public static void main(String[] arguments) {
        Path data = Path.of(arguments[0]);
        int days = Integer.parseInt(arguments[1]);
        SimulatorSettings world = new SimulatorSettings(0, 1, days, UNTIL).withVolume(VOLUME);
        Count count = new Count();
        try (VippsSimulator simulator = VippsSimulator.start(world, Clock.systemUTC());
                MeasuredProgram program = MeasuredProgram.open(data)) {
            SettlementSource vipps = MeasuredProgram.vipps(simulator);
            List<ClientAccountId> clients = program.takeIntoUse(vipps, world.first());
            long began = System.nanoTime();
            program.sync(vipps, clients, count);
            long ended = System.nanoTime();
            tell("simulator.millis", (ended - began) / 1_000_000);
            count.tellThirds(began, ended);
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
        private final Queue<Stored> pages = new ConcurrentLinkedQueue<>();

        private record Stored(long at, int entries) {}

        @Override
        public void entries(ClientAccountId client, int stored) {
            entries.addAndGet(stored);
            pages.add(new Stored(System.nanoTime(), stored));
        }

        /** Entries a second in each third of the run's time: Java is still translating the program in the first. */
        void tellThirds(long began, long ended) {
            long[] thirds = new long[THIRDS];
            for (Stored page : pages) {
                long third = THIRDS * (page.at() - began) / (ended - began + 1);
                thirds[Math.toIntExact(third)] += page.entries();
            }
            for (int third = 0; third < THIRDS; third++) {
                tell("simulator.third." + (third + 1), thirds[third] * THIRDS * NANOS / (ended - began));
            }
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
