package no.avstemt.vipps.client;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import no.avstemt.application.connection.SalesUnitKeys;

/**
 * Where Vipps is and one set of keys.
 *
 * @param baseUrl https, or http on this machine; may have a path of its own
 * @param salesUnit of a merchant's own keys, which ask for a token in another way; none of accounting keys
 * @param tokenPath of the token endpoint; a new one is announced (vipps-apis.md 2.3), so it is a setting
 */
public record VippsConnection(
        URI baseUrl,
        String clientId,
        String clientSecret,
        Optional<SalesUnitKeys> salesUnit,
        String tokenPath,
        SystemHeaders systemHeaders) {

    public static final String DEFAULT_TOKEN_PATH = "/miami/v1/token";

    public static final String SALES_UNIT_TOKEN_PATH = "/accesstoken/get";

    private static final Pattern TOKEN_PATH = Pattern.compile("(/[A-Za-z0-9._~-]+)+");
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    public VippsConnection {
        baseUrl = withoutLastSlash(baseUrl);
        checkAddress(baseUrl);
        checkKey("client id", clientId);
        checkKey("client secret", clientSecret);
        if (clientId.contains(":")) {
            throw new IllegalArgumentException("The Vipps client id cannot hold a colon");
        }
        if (!isTokenPath(tokenPath)) {
            throw new IllegalArgumentException(
                    "The Vipps token path must look like " + DEFAULT_TOKEN_PATH + ", not " + tokenPath);
        }
    }

    public static boolean isTokenPath(String text) {
        return TOKEN_PATH.matcher(text).matches();
    }

    /** With accounting keys. */
    public VippsConnection(URI baseUrl, String clientId, String clientSecret, SystemHeaders systemHeaders) {
        this(baseUrl, clientId, clientSecret, Optional.empty(), DEFAULT_TOKEN_PATH, systemHeaders);
    }

    /** What came from outside, where secrets in it are not repeated. */
    String withoutSecrets(String text) {
        String hidden = text.replace(clientSecret, "…");
        return salesUnit
                .map(SalesUnitKeys::subscriptionKey)
                .map(key -> hidden.replace(key, "…"))
                .orElse(hidden);
    }

    boolean isOnThisMachine() {
        return isLoopback(baseUrl);
    }

    private static URI withoutLastSlash(URI url) {
        String text = url.toString();
        return text.endsWith("/") ? URI.create(text.substring(0, text.length() - 1)) : url;
    }

    private static void checkAddress(URI url) {
        boolean safe = "https".equalsIgnoreCase(url.getScheme())
                || ("http".equalsIgnoreCase(url.getScheme()) && isLoopback(url));
        if (!safe || url.getHost() == null) {
            throw new IllegalArgumentException(
                    "The Vipps address must be https, or http on this machine, not " + withoutUserInfo(url));
        }
        if (url.getRawUserInfo() != null || url.getRawQuery() != null || url.getRawFragment() != null) {
            throw new IllegalArgumentException(
                    "The Vipps address must be host and path only, without user, ? or #: " + withoutUserInfo(url));
        }
    }

    private static boolean isLoopback(URI url) {
        return url.getHost() != null && THIS_MACHINE.contains(url.getHost().toLowerCase(Locale.ROOT));
    }

    private static String withoutUserInfo(URI url) {
        return url.getScheme() + "://" + url.getHost();
    }

    /** Says nothing of the value: it may be a secret. */
    private static void checkKey(String what, String value) {
        if (value.isBlank() || !value.matches("[\\x21-\\x7e]+")) {
            throw new IllegalArgumentException(
                    "The Vipps " + what + " is empty or holds blanks or other odd characters");
        }
    }

    @Override
    public String toString() {
        return "VippsConnection[" + baseUrl + ", client id " + clientId + "]";
    }
}
