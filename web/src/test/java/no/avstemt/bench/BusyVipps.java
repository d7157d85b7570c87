package no.avstemt.bench;

import static no.avstemt.bench.Told.tell;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import no.avstemt.vipps.simulator.SimulatorSettings;
import no.avstemt.vipps.simulator.VippsSimulator;

/** The simulated Vipps in a Java of its own, with merchants so busy that a ledger has a million rows a year. */
public final class BusyVipps {

    static final LocalDate UNTIL = LocalDate.of(2026, 6, 15);

    private BusyVipps() {}

    /** @param arguments of how many days the history is, and how many times the ordinary traffic; ends with its input */
    public static void main(String[] arguments) throws IOException {
        SimulatorSettings world = new SimulatorSettings(0, 1, Integer.parseInt(arguments[0]), UNTIL)
                .withVolume(Integer.parseInt(arguments[1]));
        try (VippsSimulator simulator = VippsSimulator.start(world, Clock.systemUTC())) {
            tell("vipps.address", simulator.baseUri());
            tell("vipps.id", simulator.clientId());
            tell("vipps.secret", simulator.clientSecret());
            tell("vipps.ready", true);
            Beside.waitForTheEndOfInput();
        }
    }
}
