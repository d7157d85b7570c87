package no.avstemt.application.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** A secret of 256 random bits as the holder shows it. It is given out once and stored only as its hash. */
public record Token(String text) {

    private static final int BYTES = 32;
    private static final String KEY_PREFIX = "avst_";

    /** For cookies and forms: 43 characters that need no quoting. */
    public static Token next(Randomness randomness) {
        return new Token(Base64.getUrlEncoder().withoutPadding().encodeToString(randomness.bytes(BYTES)));
    }

    /** For API keys: recognisable in a settings file, and by programs that search for leaked keys. */
    static Token nextKey(Randomness randomness) {
        return new Token(KEY_PREFIX + next(randomness).text());
    }

    public TokenHash hash() {
        try {
            return TokenHash.of(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /** Takes the same time wherever the two first differ. */
    public boolean sameAs(String other) {
        return MessageDigest.isEqual(text.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "Token[…]";
    }
}
