package no.avstemt;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command line that starts the jar as it is shipped, on the Java of the test. */
final class JarCommand {

    private JarCommand() {}

    static List<String> of(String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                System.getProperty("avstemt.jar.compiler", "-XX:TieredStopAtLevel=4"),
                "-jar",
                System.getProperty("avstemt.jar", "target/avstemt.jar")));
        command.addAll(List.of(arguments));
        return command;
    }
}
