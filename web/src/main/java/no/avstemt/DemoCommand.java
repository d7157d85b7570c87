package no.avstemt;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import no.avstemt.application.access.ClientScope;
import no.avstemt.application.access.UserId;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.time.Oslo;
import no.avstemt.vipps.client.ReportApiClient;
import no.avstemt.vipps.client.SystemHeaders;
import no.avstemt.vipps.client.VippsConnection;
import no.avstemt.vipps.simulator.SimulatorSettings;
import no.avstemt.vipps.simulator.VippsSimulator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "demo",
        description = {
            "Starts a simulated Vipps MobilePay and Avstemt beside it, with some merchants and a year behind them.",
            "Everything is fetched over HTTP, booked and reconciled as for real merchants. Ctrl-C ends it."
        },
        mixinStandardHelpOptions = true)
final class DemoCommand implements Runnable {

    @Option(names = "--port", description = "Port on 127.0.0.1; 0 picks a free one. Default: 8080")
    private Optional<Integer> port = Optional.empty();

    @Option(names = "--data", description = "The demo's own data folder. Default: ./avstemt-demo")
    private Path data = Path.of("avstemt-demo");

    @Option(names = "--days", description = "How many days of data a new demo has. Default: 365")
    private Optional<Integer> days = Optional.empty();

    @Option(names = "--seed", description = "The same seed gives the same world. Default: 1")
    private Optional<Long> seed = Optional.empty();

    @Option(names = "--until", description = "The last day of data, YYYY-MM-DD. Default: yesterday")
    private Optional<LocalDate> until = Optional.empty();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before run
    private CommandSpec spec;

    @Override
    public void run() {
        Clock clock = Clock.systemUTC();
        Settings settings = Settings.read(System.getenv(), Optional.of(data), port);
        DemoFolder.Wish wish = new DemoFolder.Wish(seed, days, until);
        CountDownLatch stopped = new CountDownLatch(1);
        try (Closing closing = new Closing()) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                closing.close();
                stopped.countDown();
            }));
            Avstemt avstemt = closing.last(Avstemt.open(settings, clock));
            DemoFolder folder = DemoFolder.open(data, wish, Oslo.today(clock).minusDays(1));
            VippsSimulator simulator = closing.first(VippsSimulator.start(
                    SimulatorSettings.between(0, folder.seed(), folder.first(), folder.until()), clock));
            avstemt.serve(settings.port());
            run(avstemt, folder, simulator, clock);
            Waiting.until(stopped);
        }
    }

    private void run(Avstemt avstemt, DemoFolder folder, VippsSimulator simulator, Clock clock) {
        PrintWriter out = spec.commandLine().getOut();
        DemoOffice office = new DemoOffice(avstemt);
        UserId administrator = office.administrator();
        say(out, "Avstemt: " + avstemt.address());
        say(out, "Login: " + DemoOffice.EMAIL + " / " + DemoOffice.PASSWORD);
        ReportApiClient vipps = new ReportApiClient(
                new VippsConnection(
                        simulator.baseUri(),
                        simulator.clientId(),
                        simulator.clientSecret(),
                        SystemHeaders.avstemt(VersionCommand.version())),
                clock);
        office.connect(simulator.baseUri(), simulator.clientId(), simulator.clientSecret());
        List<ClientAccountId> clients = office.takeIntoUse(vipps, folder.first());
        ClientAccountId one = clients.get(0);
        String key = folder.key()
                .filter(office::opens)
                .orElseGet(() -> office.key(administrator, "Demo", ClientScope.all()));
        String oneKey = folder.oneKey()
                .filter(office::opens)
                .orElseGet(() -> office.key(administrator, "Demo, one client", ClientScope.of(one)));
        folder.keep(key, oneKey);
        say(out, "API key: " + key);
        say(out, "API key for one client: " + oneKey + " (client_account_id " + one + ")");
        say(out, "Simulator: " + simulator.baseUri());
        say(out, "Simulator keys: " + simulator.clientId() + " / " + simulator.clientSecret());
        say(
                out,
                new DemoRound(
                                avstemt,
                                clients,
                                simulator::settlementEntries,
                                spec.commandLine().getErr())
                        .run()
                        .toString());
    }

    private static void say(PrintWriter out, String line) {
        out.println(line);
        out.flush();
    }
}
