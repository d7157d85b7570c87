package no.avstemt.application.connection;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Where Vipps is: https, or http on this machine, host and perhaps a path, nothing more. */
public record VippsAddress(String text) {

    public static final VippsAddress PRODUCTION = new VippsAddress("https://api.vipps.no");

    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final int LONGEST = 200;

    public VippsAddress {
        if (!isAllowed(text)) {
            throw new IllegalArgumentException("Not an address of Vipps");
        }
    }

    public static Optional<VippsAddress> parse(String typed) {
        String text = typed.strip().replaceFirst("/+$", "");
        return isAllowed(text) ? Optional.of(new VippsAddress(text)) : Optional.empty();
    }

    public URI uri() {
        return URI.create(text);
    }

    private static boolean isAllowed(String text) {
        try {
            URI uri = new URI(text);
            String host = uri.getHost();
            return text.length() <= LONGEST
                    && text.chars().allMatch(c -> c > ' ' && c < 127)
                    && host != null
                    && uri.getPort() <= 65_535
                    && (isSecure(uri) || isPlain(uri) && THIS_MACHINE.contains(host.toLowerCase(Locale.ROOT)))
                    && uri.getRawUserInfo() == null
                    && uri.getRawQuery() == null
                    && uri.getRawFragment() == null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static boolean isSecure(URI uri) {
        return "https".equalsIgnoreCase(uri.getScheme());
    }

    private static boolean isPlain(URI uri) {
        return "http".equalsIgnoreCase(uri.getScheme());
    }

    @Override
    public String toString() {
        return text;
    }
}
