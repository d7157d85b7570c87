package no.avstemt.vipps.client;

import java.time.Duration;

/**
 * How long we wait and how hard we press.
 *
 * @param requestTimeout for a whole answer, body included
 * @param retries after the first try, of what may go better next time
 * @param firstWait before the first retry; each later one waits twice as long, with some jitter
 * @param longestWait between two tries; an answer that asks for a longer one is not tried again now
 * @param requestsPerSecond our own budget per set of keys, since Vipps documents none; 0 is no limit
 */
public record HttpLimits(
        Duration connectTimeout,
        Duration requestTimeout,
        int maxBodyBytes,
        int retries,
        Duration firstWait,
        Duration longestWait,
        int requestsPerSecond) {

    private static final int MEBIBYTE = 1 << 20;

    public HttpLimits {
        if (maxBodyBytes < 1 || retries < 0 || requestsPerSecond < 0 || firstWait.compareTo(longestWait) >= 0) {
            throw new IllegalArgumentException("Limits out of range: " + maxBodyBytes + " bytes, " + retries
                    + " retries, " + requestsPerSecond + " a second, waits " + firstWait + " to " + longestWait);
        }
    }

    /** At most two questions a second to Vipps; as fast as it goes to a simulator on this machine. */
    public static HttpLimits of(VippsConnection connection) {
        return new HttpLimits(
                Duration.ofSeconds(10),
                Duration.ofSeconds(60),
                16 * MEBIBYTE,
                4,
                Duration.ofMillis(500),
                Duration.ofSeconds(30),
                connection.isOnThisMachine() ? 0 : 2);
    }
}
