package no.avstemt.application.secret;

/** A stored secret does not open: another key, or a ciphertext that was changed or moved. */
public final class UnreadableSecret extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String keyOrigin;

    UnreadableSecret(String keyOrigin, Throwable cause) {
        super(
                "What is stored does not open with the key in " + keyOrigin + ". Start with the key that it was stored"
                        + " under (AVSTEMT_SECRET_KEY, or secret.key in the data folder), or enter the secret again.",
                cause);
        this.keyOrigin = keyOrigin;
    }

    /** The setting or file that the key came from. */
    public String keyOrigin() {
        return keyOrigin;
    }
}
