package no.avstemt;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Reads our own files and names what drifts. */
class TidyTest {

    private static final Path ROOT = Path.of("").toAbsolutePath().resolveSibling("");
    private static final int FILE_LINES = 300;
    private static final int ROOT_FILE_LINES = 200;
    private static final int METHOD_LINES = 50;
    private static final Pattern METHOD = Pattern.compile("^ {4}(?! )[\\w@<][^=;]*\\) *(throws [\\w, ]+)?\\{ *$");
    private static final Pattern TYPE = Pattern.compile("\\b(class|record|enum|interface) [A-Z]");
    private static final Pattern MACHINE_PATH = Pattern.compile("(?<![\\w.])/(home|root|work|Users)/[a-z]");

    @Test
    void files_stay_short() {
        assertNone(named((path, lines) -> lines.size() > limit(path) ? List.of(lines.size() + " lines") : List.of()));
    }

    @Test
    void methods_stay_short() {
        assertNone(named((path, lines) -> isTest(path) ? List.of() : longMethods(lines)));
    }

    @Test
    void nobody_prints_but_commands() {
        assertNone(named((path, lines) -> path.toString().contains("/src/main/java/no/avstemt/")
                        && !folder(path).endsWith("no/avstemt")
                ? matching(lines, Pattern.compile("System\\.(out|err)|printStackTrace"))
                : List.of()));
    }

    @Test
    void no_path_of_a_machine_and_no_note_to_self() {
        assertNone(named((path, lines) -> path.endsWith("TidyTest.java")
                ? List.of()
                : matching(lines, Pattern.compile(MACHINE_PATH + "|\\b(TODO|FIXME|XXX)\\b"))));
    }

    @Test
    void every_package_says_what_it_is() throws IOException {
        List<String> silent = new ArrayList<>();
        for (String module : MODULES) {
            try (Stream<Path> files = Files.walk(ROOT.resolve(module).resolve("src/main/java"))) {
                files.filter(path -> path.toString().endsWith(".java"))
                        .map(Path::getParent)
                        .distinct()
                        .filter(folder -> !Files.exists(folder.resolve("package-info.java")))
                        .forEach(folder -> silent.add(ROOT.relativize(folder).toString()));
            }
        }
        assertNone(silent);
    }

    private static final List<String> MODULES =
            List.of("domain", "application", "adapters-vipps", "adapters-persistence", "web");

    private static int limit(Path path) {
        return folder(path).endsWith("main/java/no/avstemt") ? ROOT_FILE_LINES : FILE_LINES;
    }

    private static Path folder(Path path) {
        return path.resolveSibling("");
    }

    private static boolean isTest(Path path) {
        return path.toString().contains("/src/test/");
    }

    private static List<String> longMethods(List<String> lines) {
        List<String> found = new ArrayList<>();
        int start = -1;
        for (int index = 0; index < lines.size(); index++) {
            String line = lines.get(index);
            if (start < 0
                    && METHOD.matcher(line).matches()
                    && !TYPE.matcher(line).find()) {
                start = index;
            } else if (start >= 0 && line.equals("    }")) {
                if (index - start + 1 > METHOD_LINES) {
                    found.add("line " + (start + 1) + ": method of " + (index - start + 1) + " lines");
                }
                start = -1;
            }
        }
        return found;
    }

    private static List<String> matching(List<String> lines, Pattern pattern) {
        return lines.stream()
                .filter(line -> pattern.matcher(line).find())
                .map(String::strip)
                .toList();
    }

    private static List<String> named(BiFunction<Path, List<String>, List<String>> rule) {
        List<String> found = new ArrayList<>();
        for (String module : MODULES) {
            try (Stream<Path> files = Files.walk(ROOT.resolve(module).resolve("src"))) {
                for (Path path : files.filter(TidyTest::isText).sorted().toList()) {
                    List<String> lines = Files.readAllLines(path, StandardCharsets.UTF_8);
                    rule.apply(path, lines).forEach(what -> found.add(ROOT.relativize(path) + ": " + what));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return found;
    }

    private static boolean isText(Path path) {
        return path.toString().matches(".*\\.(java|jte|sql|css)$");
    }

    private static void assertNone(List<String> found) {
        assertEquals("", String.join("\n", found));
    }
}
