package no.avstemt.vipps.client;

import java.util.List;

/** What a program calls itself towards Vipps, which partners must say with every call (vipps-apis.md 1.2). */
public record SystemHeaders(String name, String version, String pluginName, String pluginVersion) {

    private static final int LONGEST = 30;

    public SystemHeaders {
        for (String value : List.of(name, version, pluginName, pluginVersion)) {
            check(value);
        }
    }

    public static SystemHeaders avstemt(String version) {
        return new SystemHeaders("avstemt", version, "avstemt", version);
    }

    private static void check(String value) {
        if (value.isBlank() || value.length() > LONGEST || !value.matches("[\\x20-\\x7e]*")) {
            throw new IllegalArgumentException("A Vipps-System header must have 1 to " + LONGEST
                    + " plain characters, not \"" + value + "\" (" + value.length() + ")");
        }
    }
}
