package no.avstemt.web.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.avstemt.application.access.Language;
import no.avstemt.application.settlement.Trouble;

/** The texts of one language, from {@code messages_nb.properties} or {@code messages_en.properties}. */
public final class Texts {

    private static final Pattern PLACE = Pattern.compile("\\{([0-9]{1,2})}");

    private static final Map<Language, Texts> ALL =
            Map.of(Language.NORWEGIAN, read(Language.NORWEGIAN), Language.ENGLISH, read(Language.ENGLISH));

    private final Language language;
    private final Map<String, String> byKey;

    private Texts(Language language, Map<String, String> byKey) {
        this.language = language;
        this.byKey = Map.copyOf(byKey);
    }

    public static Texts in(Language language) {
        return Objects.requireNonNull(ALL.get(language));
    }

    public Language language() {
        return language;
    }

    /** For {@code lang="…"}. */
    public String tag() {
        return language.tag();
    }

    /**
     * @param arguments stand where the text says {@code {0}}, {@code {1}} …
     * @throws IllegalArgumentException when there is no such text
     */
    public String get(String key, String... arguments) {
        String text = byKey.get(key);
        if (text == null) {
            throw new IllegalArgumentException("No text for " + key + " in " + language.tag());
        }
        return arguments.length == 0 ? text : filled(text, List.of(arguments));
    }

    public String get(Message message) {
        List<String> arguments = new ArrayList<>(message.arguments());
        message.last().forEach(text -> arguments.add(get(text)));
        return get(message.key(), arguments.toArray(String[]::new));
    }

    public String get(Trouble trouble) {
        return get("trouble." + trouble.code().name(), trouble.facts().toArray(String[]::new));
    }

    public boolean has(String key) {
        return byKey.containsKey(key);
    }

    Set<String> keys() {
        return new TreeSet<>(byKey.keySet());
    }

    /** In one pass, so that an argument that looks like a placeholder stays what it is. */
    private static String filled(String text, List<String> arguments) {
        Matcher place = PLACE.matcher(text);
        StringBuilder filled = new StringBuilder(text.length() + 32);
        int from = 0;
        while (place.find()) {
            int argument = Integer.parseInt(place.group(1));
            filled.append(text, from, place.start());
            filled.append(argument < arguments.size() ? arguments.get(argument) : place.group());
            from = place.end();
        }
        return filled.append(text, from, text.length()).toString();
    }

    private static Texts read(Language language) {
        String file = "/messages_" + language.tag() + ".properties";
        try (InputStream in = Texts.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("The program is incomplete: " + file + " is missing");
            }
            Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8);
            Properties properties = new Properties();
            properties.load(reader);
            Map<String, String> byKey = new HashMap<>();
            properties.stringPropertyNames().forEach(key -> byKey.put(key, properties.getProperty(key)));
            return new Texts(language, byKey);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }
}
