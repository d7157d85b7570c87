package no.avstemt.web.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import no.avstemt.application.access.Language;
import org.junit.jupiter.api.Test;

final class TextsTest {

    private static final Texts NORWEGIAN = Texts.in(Language.NORWEGIAN);
    private static final Texts ENGLISH = Texts.in(Language.ENGLISH);

    /** The same word in both languages. */
    private static final Set<String> SAME = Set.of(
            "product",
            "api.title",
            "chart.latest",
            "findings.where",
            "stream.ledger",
            "proof.ledger",
            "proof.theirs",
            "entries-written.status",
            "entry-form.document_type",
            "trouble.OTHER");

    private static final Pattern IN_TEMPLATE =
            Pattern.compile("(?:\\.t|texts(?:\\(\\))?\\.get)\\(\"([a-zA-Z0-9.]+)(?<!\\.)\"");
    private static final Pattern LITERAL = Pattern.compile("\"([a-zA-Z0-9.-]+)\"");
    private static final Pattern IN_CODE = Pattern.compile(
            "(?:Message\\.of|badRequest|texts\\(\\)\\.get|new Problem)\\((?:[0-9]+, )?\"([a-zA-Z0-9.]+)(?<!\\.)\"");

    @Test
    void every_text_is_there_in_both_languages() {
        assertEquals(NORWEGIAN.keys(), ENGLISH.keys());
    }

    @Test
    void no_text_is_given_twice() throws IOException {
        for (Language language : Language.values()) {
            Path file = Path.of("src/main/resources/messages_" + language.tag() + ".properties");
            Set<String> given = new TreeSet<>();
            Set<String> twice = new TreeSet<>();
            Files.readAllLines(file).stream()
                    .filter(line -> line.contains("=") && !line.startsWith("#"))
                    .map(line -> line.substring(0, line.indexOf('=')).strip())
                    .filter(key -> !given.add(key))
                    .forEach(twice::add);
            assertEquals(Set.of(), twice, file.toString());
        }
    }

    @Test
    void no_text_is_empty_or_left_untranslated() {
        Set<String> same = new TreeSet<>();
        for (String key : NORWEGIAN.keys()) {
            if (NORWEGIAN.get(key).equals(ENGLISH.get(key))
                    || NORWEGIAN.get(key).isBlank()) {
                same.add(key);
            }
        }

        assertEquals(SAME, same);
    }

    @Test
    void both_languages_fill_in_the_same_places() {
        for (String key : NORWEGIAN.keys()) {
            assertEquals(places(NORWEGIAN.get(key)), places(ENGLISH.get(key)), key);
        }
    }

    @Test
    void every_text_that_a_template_or_the_code_asks_for_is_there() throws IOException {
        Set<String> missing = new TreeSet<>();
        for (String key : asked(Path.of("src/main/jte"), IN_TEMPLATE)) {
            if (!NORWEGIAN.has(key)) {
                missing.add(key);
            }
        }
        for (String key : asked(Path.of("src/main/java"), IN_CODE)) {
            if (!NORWEGIAN.has(key)) {
                missing.add(key);
            }
        }

        assertEquals(Set.of(), missing);
    }

    /** A key stands in the sources as it is, or begins with a text that ends in a dot, or ends with one that begins so. */
    @Test
    void no_text_is_left_that_nothing_asks_for() throws IOException {
        Set<String> literals = asked(Path.of("src/main/jte"), LITERAL);
        for (String module : List.of("domain", "application", "web")) {
            literals.addAll(asked(Path.of("..", module, "src/main/java"), LITERAL));
        }
        Set<String> unused = new TreeSet<>(NORWEGIAN.keys());
        unused.removeAll(literals);
        for (String literal : literals) {
            if (literal.endsWith(".") && !literal.startsWith(".")) {
                unused.removeIf(key -> key.startsWith(literal));
            } else if (literal.startsWith(".")) {
                unused.removeIf(key ->
                        key.endsWith(literal) && literals.contains(key.substring(0, key.length() - literal.length())));
            }
        }

        assertEquals(Set.of(), unused);
    }

    @Test
    void an_argument_that_looks_like_a_place_stays_what_it_is() {
        assertEquals("God morgen, {0}.", NORWEGIAN.get("front.morning", "{0}"));
        assertEquals("Good morning, Kari.", ENGLISH.get(Message.of("front.morning", "Kari")));
        assertThrows(IllegalArgumentException.class, () -> NORWEGIAN.get("no.such.text"));
    }

    private static List<String> places(String text) {
        return Pattern.compile("\\{[0-9]}")
                .matcher(text)
                .results()
                .map(m -> m.group())
                .sorted()
                .toList();
    }

    private static Set<String> asked(Path folder, Pattern pattern) throws IOException {
        Set<String> keys = new TreeSet<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Matcher matcher = pattern.matcher(Files.readString(file));
                while (matcher.find()) {
                    keys.add(matcher.group(1));
                }
            }
        }
        return keys;
    }
}
