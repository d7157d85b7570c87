package no.avstemt.bench;

import static no.avstemt.bench.Told.tell;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import no.avstemt.MeasuredProgram;
import no.avstemt.application.settlement.SettlementSource;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.vipps.simulator.Scenario;
import no.avstemt.vipps.simulator.SimulatorSettings;
import no.avstemt.vipps.simulator.VippsSimulator;

/** An office with a hundred ledgers in the morning: one more day of each, fetched over HTTP, stored, booked and proven. */
public final class HundredRun {

    private static final LocalDate BEFORE = LocalDate.of(2026, 6, 15);
    private static final int LEDGERS = 100;
    private static final int OF_THE_SIMULATOR = 9;

    private HundredRun() {}

    /** @param arguments an empty data folder, and an empty folder for the scenario */
    public static void main(String[] arguments) throws IOException {
        LocalDate day = BEFORE.plusDays(1);
        Path scenario = Path.of(arguments[1]);
        try (MeasuredProgram program = MeasuredProgram.open(Path.of(arguments[0]))) {
            Counted before = round(program, scenario.resolve("before"), List.of(BEFORE), "hundred.first");
            Counted count = round(program, scenario.resolve("day"), List.of(BEFORE, day), "hundred");
            tell("hundred.before", before.entries());
            tell("hundred.entries", count.entries());
            tell("hundred.sales", count.sales());
            tell("hundred.journal", count.journal());
        }
    }

    /** The same Vipps each time, as far as these dates. */
    private static Counted round(MeasuredProgram program, Path scenario, List<LocalDate> dates, String told)
            throws IOException {
        new ManyLedgers(scenario, dates).write(LEDGERS - OF_THE_SIMULATOR);
        SimulatorSettings world = SimulatorSettings.between(0, 1, BEFORE.minusDays(1), dates.get(dates.size() - 1));
        Counted count = new Counted();
        try (VippsSimulator simulator = VippsSimulator.start(world, Scenario.read(scenario), Clock.systemUTC())) {
            SettlementSource vipps = MeasuredProgram.vipps(simulator);
            List<ClientAccountId> clients = program.takeIntoUse(vipps, world.first());
            long began = System.nanoTime();
            program.sync(vipps, clients, count);
            tell(told + ".millis", (System.nanoTime() - began) / 1_000_000);
            tell(told + ".ledgers", clients.size());
        }
        return count;
    }
}
