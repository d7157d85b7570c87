package no.avstemt;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/** {@code java -jar avstemt.jar}: {@code serve} when no command is named. */
@Command(
        name = "avstemt",
        description = "Accounting portal and Reports API for Vipps MobilePay.",
        subcommands = {
            ServeCommand.class,
            DemoCommand.class,
            SimulatorCommand.class,
            VerifyCommand.class,
            VersionCommand.class
        },
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
                .registerConverter(LocalDate.class, Main::date)
                .setParameterExceptionHandler(Main::refused)
                .setExecutionExceptionHandler((thrown, command, parsed) -> {
                    Optional<String> sentence = Sentences.of(thrown);
                    if (sentence.isEmpty()) {
                        throw thrown;
                    }
                    command.getErr().println(sentence.get());
                    return CommandLine.ExitCode.SOFTWARE;
                });
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new TypeConversionException("'" + text + "' is not a date as YYYY-MM-DD");
        }
    }

    /** The sentence alone: the whole help would hide it. */
    private static int refused(ParameterException wrong, String[] arguments) {
        CommandLine command = wrong.getCommandLine();
        command.getErr().println(wrong.getMessage());
        if (!UnmatchedArgumentException.printSuggestions(wrong, command.getErr())) {
            command.getErr()
                    .println("What can be given: "
                            + command.getCommandSpec().qualifiedName().replaceFirst("^avstemt", "java -jar avstemt.jar")
                            + " --help");
        }
        return CommandLine.ExitCode.USAGE;
    }

    @Override
    public void run() {
        commandLine().usage(System.out);
    }
}
