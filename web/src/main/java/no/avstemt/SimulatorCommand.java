package no.avstemt;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import no.avstemt.domain.time.Oslo;
import no.avstemt.vipps.simulator.Scenario;
import no.avstemt.vipps.simulator.SimulatorSettings;
import no.avstemt.vipps.simulator.VippsSimulator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "simulator",
        description = {
            "Starts a simulated Vipps MobilePay on this machine.",
            "It has the paths, paging and errors of the Report, Settlement and Sales APIs, with some merchants and"
                    + " their",
            "sales. Point a program at it to develop or to train. GET /_balances tells what each ledger ends on, and",
            "GET /_planted what an accountant should find.",
            "GET /_control tells how to make it misbehave: answer 401, 429, 500, slowly, cut, broken or huge; withdraw"
                    + " a",
            "grant, hold a report back, make a day quiet, close a sales unit; let days go by; speak as in 2023. It"
                    + " also",
            "lists every key set: an accounting partner's, sales units' and a platform partner's, each with its rights."
        },
        mixinStandardHelpOptions = true)
final class SimulatorCommand implements Runnable {

    @Option(names = "--port", description = "Port on 127.0.0.1; 0 picks a free one. Default: ${DEFAULT-VALUE}")
    private int port = 8089;

    @Option(names = "--seed", description = "The same seed gives the same world. Default: ${DEFAULT-VALUE}")
    private long seed = 1;

    @Option(names = "--days", description = "How many days of data. Default: ${DEFAULT-VALUE}")
    private int days = 365;

    @Option(names = "--until", description = "The last day of data, YYYY-MM-DD. Default: yesterday")
    private Optional<LocalDate> until = Optional.empty();

    @Option(
            names = "--all-kinds",
            description =
                    "Adds a night club with a cutoff at 04:00 and monthly settlement, a Danish and a Finnish merchant")
    private boolean allKinds;

    @Option(
            names = "--scenario",
            description = {
                "A folder of ledgers of your own in Vipps's JSON: ledgers.json as GET /settlement/v1/ledgers answers"
                        + " it,",
                "and for each ledger <ledgerId>-funds.json, -fees.json and -sales.json as the feeds answer them"
            })
    private Optional<Path> scenario = Optional.empty();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before run
    private CommandSpec spec;

    @Override
    public void run() {
        Clock clock = Clock.systemUTC();
        LocalDate last = until.orElseGet(() -> Oslo.today(clock).minusDays(1));
        VippsSimulator simulator = start(last, clock);
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            simulator.close();
            stopped.countDown();
        }));
        var out = spec.commandLine().getOut();
        out.println("Simulator: " + simulator.baseUri());
        out.println("Simulator keys: " + simulator.clientId() + " / " + simulator.clientSecret());
        out.flush();
        Waiting.until(stopped);
    }

    /** Turns what the simulator refuses into a sentence about the option. */
    private VippsSimulator start(LocalDate last, Clock clock) {
        try {
            SimulatorSettings settings = new SimulatorSettings(port, seed, days, last, 1, allKinds);
            return VippsSimulator.start(settings, scenario.map(Scenario::read).orElseGet(Scenario::none), clock);
        } catch (IllegalArgumentException e) {
            throw new Settings.WrongSetting(String.valueOf(e.getMessage()));
        }
    }
}
