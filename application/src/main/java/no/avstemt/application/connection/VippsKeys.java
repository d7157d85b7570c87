package no.avstemt.application.connection;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One set of keys and where they are shown.
 *
 * @param salesUnit of a merchant's own keys; accounting keys have no such thing, and must not send it
 */
public record VippsKeys(VippsAddress address, String clientId, String clientSecret, Optional<SalesUnitKeys> salesUnit) {

    private static final Pattern CLIENT_ID = Pattern.compile("[\\x21-\\x39\\x3b-\\x7e]{1,200}");
    private static final Pattern CLIENT_SECRET = Pattern.compile("[\\x21-\\x7e]{1,500}");

    public VippsKeys {
        if (!isClientId(clientId) || !isClientSecret(clientSecret)) {
            throw new IllegalArgumentException("Client id or client secret is empty or holds odd characters");
        }
    }

    /** Accounting keys. */
    public VippsKeys(VippsAddress address, String clientId, String clientSecret) {
        this(address, clientId, clientSecret, Optional.empty());
    }

    /** Plain characters without blanks or a colon, which ends the id where both are sent together (RFC 7617, 2). */
    public static boolean isClientId(String text) {
        return CLIENT_ID.matcher(text).matches();
    }

    public static boolean isClientSecret(String text) {
        return CLIENT_SECRET.matcher(text).matches();
    }

    @Override
    public String toString() {
        return "VippsKeys[" + address + ", client id " + clientId + "]";
    }
}
