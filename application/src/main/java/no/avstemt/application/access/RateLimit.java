package no.avstemt.application.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import no.avstemt.application.access.CallStore.Taken;

/**
 * So many calls a minute for each API key, over all copies of the program. A key that was quiet may use the whole minute's
 * worth at once.
 *
 * <p>The database keeps the account, and each copy fetches calls from it in lots of a twentieth of a minute's worth, to hand
 * them out from memory. So of thirty calls one pays for a short transaction, which need not reach the disk, and the others
 * for nothing but a lock. A lot is thrown away after a minute: a copy that stands still holds back nothing that would not
 * have been given back since, and all copies together never grant more than the limit and one lot for each.
 */
public final class RateLimit {

    /** When there is no limit: the store is still told, once a minute, that the key is in use. */
    private static final int UNLIMITED = 1_000_000_000;

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final int LOTS_A_MINUTE = 20;

    private final CallStore store;
    private final int perMinute;
    private final Clock clock;
    private final Map<ApiKeyId, Lot> lots = new ConcurrentHashMap<>();

    /** @param perMinute 0 for no limit */
    public RateLimit(CallStore store, int perMinute, Clock clock) {
        this.store = store;
        this.perMinute = perMinute;
        this.clock = clock;
    }

    /** One call of this key; empty when there is no limit. */
    public Optional<Standing> call(ApiKeyId key) {
        Standing standing = lots.computeIfAbsent(key, Lot::new).call(clock.instant());
        return perMinute == 0 ? Optional.empty() : Optional.of(standing);
    }

    /**
     * How a key stands after a call.
     *
     * @param allowed whether the call was one of those that it had left
     * @param limit calls a minute
     * @param left how many it could make now
     * @param waiting until it can make one; zero when it can
     * @param whole until it has a whole minute's worth again
     */
    public record Standing(boolean allowed, int limit, int left, Duration waiting, Duration whole) {}

    private int most() {
        return perMinute == 0 ? UNLIMITED : perMinute;
    }

    private Duration worth(long calls) {
        return MINUTE.multipliedBy(calls).dividedBy(most());
    }

    private final class Lot {

        private final ApiKeyId key;
        private int left;
        private Instant takenAt = Instant.MIN;
        private Duration ahead = Duration.ZERO;
        private Instant emptyUntil = Instant.MIN;

        Lot(ApiKeyId key) {
            this.key = key;
        }

        synchronized Standing call(Instant now) {
            boolean old = !now.isBefore(takenAt.plus(MINUTE));
            if (old || left == 0 && !now.isBefore(emptyUntil)) {
                fetch(now);
            }
            boolean allowed = left > 0;
            if (allowed) {
                left--;
            }
            return standing(allowed, now);
        }

        /** What is left of an old lot is gone. */
        private void fetch(Instant now) {
            Taken taken = store.take(key, Math.max(1, most() / LOTS_A_MINUTE), most());
            left = taken.granted();
            ahead = taken.ahead();
            takenAt = now;
            if (left == 0) {
                emptyUntil = now.plus(ahead).plus(worth(1)).minus(MINUTE);
            }
        }

        private Standing standing(boolean allowed, Instant now) {
            Duration passed = Duration.between(takenAt, now);
            Duration owed = positive(ahead.minus(passed));
            Duration whole = positive(owed.minus(worth(left)));
            long stored = MINUTE.minus(owed).dividedBy(worth(1));
            Duration waiting = allowed ? Duration.ZERO : positive(Duration.between(now, emptyUntil));
            long all = Math.min(most(), left + Math.max(0, stored));
            return new Standing(allowed, most(), Math.toIntExact(all), waiting, whole);
        }

        private Duration positive(Duration duration) {
            return duration.isNegative() ? Duration.ZERO : duration;
        }
    }
}
