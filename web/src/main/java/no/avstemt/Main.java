package no.avstemt;

import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code java -jar avstemt.jar}: {@code serve} when no command is named. */
@Command(
        name = "avstemt",
        description = "Accounting portal and Reports API for Vipps MobilePay.",
        subcommands = {ServeCommand.class, DemoCommand.class, SimulatorCommand.class, VersionCommand.class},
        mixinStandardHelpOptions = true,
        versionProvider = VersionCommand.Program.class)
public final class Main implements Runnable {

    public static void main(String[] args) {
        int exitCode = commandLine().execute(args.length == 0 ? new String[] {"serve"} : args);
        if (exitCode != CommandLine.ExitCode.OK) {
            System.exit(exitCode);
        }
    }

    static CommandLine commandLine() {
        return new CommandLine(new Main())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((thrown, command, parsed) -> {
                    Optional<String> sentence = Sentences.of(thrown);
                    if (sentence.isEmpty()) {
                        throw thrown;
                    }
                    command.getErr().println(sentence.get());
                    return CommandLine.ExitCode.SOFTWARE;
                });
    }

    @Override
    public void run() {
        commandLine().usage(System.out);
    }
}
