package no.avstemt.application.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** A {@link CallStore} for tests, which counts how often it is asked. */
public final class CountingCalls implements CallStore {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Map<ApiKeyId, Instant> takenTo = new HashMap<>();
    private final Clock clock;
    private int asked;

    public CountingCalls(Clock clock) {
        this.clock = clock;
    }

    @Override
    public synchronized Taken take(ApiKeyId key, int wanted, int perMinute) {
        asked++;
        Instant now = clock.instant();
        Instant from = takenTo.getOrDefault(key, now);
        from = from.isBefore(now) ? now : from;
        Duration each = MINUTE.dividedBy(perMinute);
        long room = Duration.between(from, now.plus(MINUTE)).dividedBy(each);
        int granted = Math.toIntExact(Math.min(wanted, room));
        Instant to = from.plus(each.multipliedBy(granted));
        takenTo.put(key, to);
        return new Taken(granted, Duration.between(now, to));
    }

    int asked() {
        return asked;
    }
}
