package no.avstemt.application.access;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Wrong passwords per address as typed, known or not: after five, each further one doubles the wait, from half a minute
 * to a quarter of an hour. Each copy of the program counts for itself, and forgets the oldest of many addresses.
 */
final class FailedAttempts {

    private static final int FREE = 5;
    private static final Duration FIRST_WAIT = Duration.ofSeconds(30);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);
    private static final int REMEMBERED = 10_000;

    private final Map<String, Failures> byAddress = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
            return size() > REMEMBERED;
        }
    };

    synchronized Optional<Instant> barredUntil(String address, Instant now) {
        return Optional.ofNullable(byAddress.get(key(address)))
                .map(Failures::barredUntil)
                .filter(now::isBefore);
    }

    synchronized void add(String address, Instant now) {
        byAddress.merge(key(address), new Failures(1, now), (before, first) -> before.oneMore(now));
    }

    synchronized void forget(String address) {
        byAddress.remove(key(address));
    }

    /** Cut, so that a long made-up address takes no room. */
    private static String key(String address) {
        String lower = address.strip().toLowerCase(Locale.ROOT);
        return lower.length() > 254 ? lower.substring(0, 254) : lower;
    }

    private record Failures(int count, Instant barredUntil) {

        Failures oneMore(Instant now) {
            int beyond = count + 1 - FREE;
            return new Failures(count + 1, beyond < 0 ? now : now.plus(wait(beyond)));
        }

        private static Duration wait(int beyond) {
            Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(beyond, 10));
            return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
        }
    }
}
