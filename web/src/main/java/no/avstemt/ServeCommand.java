package no.avstemt;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import no.avstemt.persistence.schedule.HourlyTask;
import no.avstemt.web.setup.SetupPages;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "serve",
        description = "Starts Avstemt on its data folder, or on the PostgreSQL that AVSTEMT_DB_URL names.",
        mixinStandardHelpOptions = true)
final class ServeCommand implements Runnable {

    @Option(names = "--data", description = "The data folder. Default: ./avstemt-data")
    private Optional<Path> data = Optional.empty();

    @Option(names = "--port", description = "Port on 127.0.0.1; 0 picks a free one. Default: 8080")
    private Optional<Integer> port = Optional.empty();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before run
    private CommandSpec spec;

    @Override
    public void run() {
        Settings settings = Settings.read(System.getenv(), data, port);
        settings.told().forEach(line -> spec.commandLine().getErr().println(line));
        CountDownLatch stopped = new CountDownLatch(1);
        Avstemt avstemt = Avstemt.open(settings, Clock.systemUTC());
        HourlyTask fetching = avstemt.fetchHourly();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            fetching.close();
            avstemt.close();
            stopped.countDown();
        }));
        avstemt.serve(settings.port());
        PrintWriter out = spec.commandLine().getOut();
        out.println("Avstemt: " + avstemt.address());
        avstemt.setUp
                .begin()
                .ifPresent(token -> out.println(
                        "Set up Avstemt at " + avstemt.address() + SetupPages.PATH + "?token=" + token.text()));
        out.flush();
        Waiting.until(stopped);
    }
}
