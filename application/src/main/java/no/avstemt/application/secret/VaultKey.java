package no.avstemt.application.secret;

import java.util.Base64;
import java.util.Optional;
import javax.crypto.spec.SecretKeySpec;

/** The key that secrets are encrypted under: 32 bytes, and where they came from, to be named when they do not fit. */
public final class VaultKey {

    public static final int BYTES = 32;

    private final SecretKeySpec key;
    private final String origin;

    private VaultKey(byte[] bytes, String origin) {
        this.key = new SecretKeySpec(bytes, "AES");
        this.origin = origin;
    }

    /** Empty for what is not 32 bytes in base64. */
    public static Optional<VaultKey> parse(String base64, String origin) {
        try {
            byte[] bytes = Base64.getDecoder().decode(base64.strip());
            return bytes.length == BYTES ? Optional.of(new VaultKey(bytes, origin)) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    SecretKeySpec key() {
        return key;
    }

    String origin() {
        return origin;
    }

    @Override
    public String toString() {
        return "VaultKey[" + origin + "]";
    }
}
