package no.avstemt;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import no.avstemt.Settings.Name;
import no.avstemt.Settings.WrongSetting;

/** Where settings are written: the environment, and the file in the data folder. A name that does not exist is refused. */
final class SettingSources {

    private SettingSources() {}

    static Map<Name, String> environment(Map<String, String> environment) {
        Map<Name, String> values = new TreeMap<>();
        environment.forEach((variable, value) -> {
            if (variable.startsWith("AVSTEMT_")) {
                values.put(named(variable.substring("AVSTEMT_".length()), variable), value);
            }
        });
        return values;
    }

    static Map<Name, String> file(Path file) {
        Properties properties = new Properties();
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
                properties.load(reader);
            } catch (IOException | IllegalArgumentException e) {
                throw new WrongSetting("The settings file " + file + " cannot be read: " + e.getMessage()
                        + ". It must be text in UTF-8, one name = value a line.");
            }
        }
        Map<Name, String> values = new TreeMap<>();
        properties.forEach((key, value) -> {
            Name name = named(key.toString().toUpperCase(Locale.ROOT), key + " in " + file);
            if (name == Name.DATA) {
                throw new WrongSetting("The setting data cannot stand in " + file
                        + ", which is in the data folder itself. Use --data or AVSTEMT_DATA.");
            }
            values.put(name, value.toString());
        });
        return values;
    }

    private static Name named(String upperName, String where) {
        for (Name name : Name.values()) {
            if (name.name().equals(upperName)) {
                return name;
            }
        }
        throw new WrongSetting("There is no setting " + where + ". The settings are: "
                + String.join(
                        ", ",
                        List.of(Name.values()).stream().map(Name::variable).toList())
                + " (in avstemt.properties without AVSTEMT_, in lower case).");
    }
}
