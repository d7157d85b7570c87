package no.avstemt.application.access;

import java.util.HexFormat;
import java.util.regex.Pattern;

/** SHA-256 of a {@link Token}, as 64 lower-case hex digits. */
public record TokenHash(String hex) {

    private static final Pattern SHAPE = Pattern.compile("[0-9a-f]{64}");

    public TokenHash {
        if (!SHAPE.matcher(hex).matches()) {
            throw new IllegalArgumentException("Not a SHA-256 in hex: " + hex);
        }
    }

    public static TokenHash of(byte[] digest) {
        return new TokenHash(HexFormat.of().formatHex(digest));
    }

    public byte[] bytes() {
        return HexFormat.of().parseHex(hex);
    }
}
