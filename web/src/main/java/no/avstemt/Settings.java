package no.avstemt;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import no.avstemt.application.secret.VaultKey;
import no.avstemt.vipps.client.VippsConnection;

/**
 * What can be set, from the command line, then environment variables {@code AVSTEMT_…}, then {@code avstemt.properties} in
 * the data folder, then the default. A name that does not exist or a value that cannot be stops the start.
 */
final class Settings {

    /** Every setting there is. The name in the file is the part after {@code AVSTEMT_} in lower case. */
    enum Name {
        DATA("avstemt-data", false),
        PORT("8080", false),
        DB_URL("", false),
        DB_USER("", false),
        DB_PASSWORD("", true),
        DB_OWNER_USER("", false),
        DB_OWNER_PASSWORD("", true),
        SECRET_KEY("", true),
        VIPPS_TOKEN_PATH(VippsConnection.DEFAULT_TOKEN_PATH, false),
        VIPPS_LOOPBACK("true", false),
        IMPORT_MIB("2048", false),
        ATTACHMENT_MIB("20", false),
        API_RATE("600", false);

        private final String fallback;
        private final boolean secret;

        Name(String fallback, boolean secret) {
            this.fallback = fallback;
            this.secret = secret;
        }

        String variable() {
            return "AVSTEMT_" + name();
        }

        String property() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Map<Name, String> values;

    private Settings(Map<Name, String> values) {
        this.values = values;
    }

    /** @throws WrongSetting with a sentence that names the setting */
    static Settings read(Map<String, String> environment, Optional<Path> dataOption, Optional<Integer> portOption) {
        Map<Name, String> values = new TreeMap<>();
        for (Name name : Name.values()) {
            values.put(name, name.fallback);
        }
        Map<Name, String> fromEnvironment = SettingSources.environment(environment);
        Path data = dataOption.orElseGet(() -> path(fromEnvironment.getOrDefault(Name.DATA, Name.DATA.fallback)));
        values.putAll(SettingSources.file(data.resolve("avstemt.properties")));
        values.putAll(fromEnvironment);
        values.put(Name.DATA, data.toString());
        portOption.ifPresent(port -> values.put(Name.PORT, port.toString()));
        Settings settings = new Settings(values);
        settings.check();
        return settings;
    }

    Path data() {
        return path(value(Name.DATA));
    }

    int port() {
        String port = value(Name.PORT);
        if (!port.matches("[0-9]{1,5}") || Integer.parseInt(port) > 65_535) {
            throw new WrongSetting("The setting " + told(Name.PORT) + " is \"" + port
                    + "\", but a port is a number from 0 to 65535 (0 picks a free one).");
        }
        return Integer.parseInt(port);
    }

    /** Where accounting keys ask for a token: Vipps has announced a new place (vipps-apis.md 2.3). */
    String vippsTokenPath() {
        String path = value(Name.VIPPS_TOKEN_PATH);
        if (!VippsConnection.isTokenPath(path)) {
            throw new WrongSetting("The setting " + told(Name.VIPPS_TOKEN_PATH) + " is \"" + path
                    + "\", but it is a path such as " + VippsConnection.DEFAULT_TOKEN_PATH + ".");
        }
        return path;
    }

    /** Whether Vipps may be on this machine or in the local network, as a simulator is. */
    boolean vippsLoopback() {
        String allowed = value(Name.VIPPS_LOOPBACK);
        if (!allowed.equals("true") && !allowed.equals("false")) {
            throw new WrongSetting(
                    "The setting " + told(Name.VIPPS_LOOPBACK) + " is \"" + allowed + "\", but it is true or false.");
        }
        return allowed.equals("true");
    }

    /** The largest file of entries that is taken, in bytes. */
    long importBytes() {
        return number(Name.IMPORT_MIB, "[1-9][0-9]{0,6}", "a number of MiB from 1 to 9999999") << 20;
    }

    /** Of all files that are attached at once, in bytes: they are held in memory. */
    int attachmentBytes() {
        return Math.toIntExact(number(Name.ATTACHMENT_MIB, "[1-9][0-9]{0,2}", "a number of MiB from 1 to 999") << 20);
    }

    /** Calls a minute of each API key; 0 for no limit. */
    int apiRate() {
        String allowed = "a number of calls a minute from 1 to 999999, or 0 for no limit";
        return Math.toIntExact(number(Name.API_RATE, "0|[1-9][0-9]{0,5}", allowed));
    }

    private long number(Name name, String pattern, String allowed) {
        String value = value(name);
        if (!value.matches(pattern)) {
            throw new WrongSetting("The setting " + told(name) + " is \"" + value + "\", but it is " + allowed + ".");
        }
        return Long.parseLong(value);
    }

    String value(Name name) {
        return values.getOrDefault(name, name.fallback);
    }

    /** One line a setting, without secrets. */
    List<String> told() {
        List<String> lines = new ArrayList<>();
        values.forEach((name, value) -> {
            if (!value.isEmpty()) {
                lines.add(name.property() + " = " + (name.secret ? "(set)" : value));
            }
        });
        return lines;
    }

    private void check() {
        port();
        data();
        importBytes();
        attachmentBytes();
        apiRate();
        vippsTokenPath();
        vippsLoopback();
        checkSecretKey();
        String url = value(Name.DB_URL);
        if (!url.isEmpty() && !url.startsWith("jdbc:postgresql:")) {
            throw new WrongSetting("The setting " + told(Name.DB_URL)
                    + " must begin with jdbc:postgresql: (for example jdbc:postgresql://localhost:5432/avstemt).");
        }
    }

    /** Says nothing of the value. */
    private void checkSecretKey() {
        String key = value(Name.SECRET_KEY);
        if (!key.isEmpty() && VaultKey.parse(key, Name.SECRET_KEY.variable()).isEmpty()) {
            throw new WrongSetting("The setting " + told(Name.SECRET_KEY)
                    + " must be 32 random bytes in base64, for example from: openssl rand -base64 32");
        }
    }

    private static String told(Name name) {
        return name.variable() + " (" + name.property() + " in avstemt.properties)";
    }

    private static Path path(String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw new WrongSetting("The data folder \"" + text + "\" cannot be used: " + e.getReason()
                    + ". If it holds letters such as æøå, start with LANG=C.UTF-8 or choose another folder.");
        }
    }

    /** A sentence for the one who starts the program. */
    static final class WrongSetting extends RuntimeException {

        private static final long serialVersionUID = 1L;

        WrongSetting(String sentence) {
            super(sentence);
        }
    }
}
