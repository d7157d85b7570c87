package no.avstemt.vipps.wire;

import java.time.Duration;

/** The answer of the token endpoint (vipps-apis.md 2.2 and 2.3). */
public record WireToken(String accessToken, Duration life) {

    /** Short enough to be safe where Vipps does not tell, long enough not to ask for a token per page. */
    private static final long UNTOLD_SECONDS = 300;

    private static final long LONGEST_SECONDS = Duration.ofDays(1).toSeconds();

    /** @throws UnreadableAnswer when there is no token in it */
    public static WireToken of(byte[] body) {
        Fields fields = Json.object(body);
        long seconds = fields.whole("expires_in").orElse(UNTOLD_SECONDS);
        return new WireToken(
                fields.requiredText("access_token"),
                Duration.ofSeconds(Math.max(0, Math.min(seconds, LONGEST_SECONDS))));
    }

    @Override
    public String toString() {
        return "WireToken[for " + life.toSeconds() + " s]";
    }
}
