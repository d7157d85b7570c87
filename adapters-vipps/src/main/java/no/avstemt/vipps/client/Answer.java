package no.avstemt.vipps.client;

import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * What came back.
 *
 * @param retryAfter how long the answer asks us to wait, never more than a day: a ledger is asked once a day at least
 */
record Answer(int status, byte[] body, Optional<Duration> retryAfter) {

    static final int OK = 200;
    static final int NO_CONTENT = 204;
    static final int UNAUTHORIZED = 401;
    static final int FORBIDDEN = 403;
    static final int NOT_FOUND = 404;
    static final int TOO_MANY_REQUESTS = 429;

    private static final Duration LONGEST_WAIT = Duration.ofDays(1);

    static Answer of(HttpResponse<byte[]> response, Clock clock) {
        Optional<Duration> retryAfter =
                response.headers().firstValue("Retry-After").flatMap(text -> parseWait(text.strip(), clock));
        return new Answer(response.statusCode(), response.body(), retryAfter);
    }

    /** Seconds or an HTTP date; anything else is as if it were not there. */
    static Optional<Duration> parseWait(String text, Clock clock) {
        if (text.matches("[0-9]{1,9}")) {
            return Optional.of(capped(Duration.ofSeconds(Long.parseLong(text))));
        }
        try {
            Instant until = DateTimeFormatter.RFC_1123_DATE_TIME.parse(text, Instant::from);
            return Optional.of(capped(Duration.between(clock.instant(), until)));
        } catch (DateTimeException notADate) {
            return Optional.empty();
        }
    }

    private static Duration capped(Duration wait) {
        if (wait.isNegative()) {
            return Duration.ZERO;
        }
        return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    }

    boolean isOk() {
        return status == OK;
    }

    boolean mayGoBetterLater() {
        return status == TOO_MANY_REQUESTS || status >= 500;
    }

    @Override
    public String toString() {
        return status + " with " + body.length + " bytes";
    }
}
