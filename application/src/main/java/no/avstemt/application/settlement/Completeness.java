package no.avstemt.application.settlement;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Optional;
import no.avstemt.domain.time.Oslo;

/**
 * Up to which ledger date everything has come. A date is complete in a feed that shows a later date, or that had no more
 * to give when the date's cutoff was six hours past. Sales are waited for where a ledger ever had any, for at most six
 * hours more.
 */
public final class Completeness {

    private static final Duration GRACE = Duration.ofHours(6);
    private static final Duration GRACE_FOR_SALES = GRACE.plusHours(6);

    private Completeness() {}

    /** None when no date is complete yet. */
    public static Optional<LocalDate> completeTo(
            LocalTime cutoff,
            Optional<FeedState> funds,
            Optional<FeedState> fees,
            Optional<FeedState> sales,
            Instant now) {
        Optional<LocalDate> money = earlier(feedTo(cutoff, funds), feedTo(cutoff, fees));
        boolean hasSales = sales.filter(state -> state.items() > 0).isPresent();
        return hasSales ? earlier(money, salesTo(cutoff, sales, now)) : money;
    }

    /** The last ledger date whose entries should have come. */
    public static LocalDate endedTo(LocalTime cutoff, Instant now) {
        return lastEnded(cutoff, now.minus(GRACE));
    }

    private static Optional<LocalDate> salesTo(LocalTime cutoff, Optional<FeedState> sales, Instant now) {
        LocalDate waitedFor = lastEnded(cutoff, now.minus(GRACE_FOR_SALES));
        LocalDate told = feedTo(cutoff, sales).orElse(waitedFor);
        return Optional.of(told.isAfter(waitedFor) ? told : waitedFor);
    }

    /** Up to which date this stream alone is read, and its rows have had time to come. */
    public static Optional<LocalDate> readTo(LocalTime cutoff, Stream stream, Optional<FeedState> feed, Instant now) {
        Optional<LocalDate> read = feedTo(cutoff, feed);
        return stream == Stream.SALES
                ? earlier(read, Optional.of(lastEnded(cutoff, now.minus(GRACE_FOR_SALES))))
                : read;
    }

    private static Optional<LocalDate> feedTo(LocalTime cutoff, Optional<FeedState> feed) {
        Optional<LocalDate> byLaterDate = feed.flatMap(FeedState::lastDate).map(date -> date.minusDays(1));
        Optional<LocalDate> byWaiting =
                feed.flatMap(FeedState::caughtUpAt).map(at -> lastEnded(cutoff, at.minus(GRACE)));
        if (byLaterDate.isEmpty() || byWaiting.isEmpty()) {
            return byLaterDate.or(() -> byWaiting);
        }
        return byLaterDate.get().isAfter(byWaiting.get()) ? byLaterDate : byWaiting;
    }

    /** The last ledger date whose cutoff, on the next day, is not after this moment. */
    private static LocalDate lastEnded(LocalTime cutoff, Instant moment) {
        ZonedDateTime local = moment.atZone(Oslo.ZONE);
        LocalDate yesterday = local.toLocalDate().minusDays(1);
        return local.toLocalTime().isBefore(cutoff) ? yesterday.minusDays(1) : yesterday;
    }

    private static Optional<LocalDate> earlier(Optional<LocalDate> one, Optional<LocalDate> two) {
        if (one.isEmpty() || two.isEmpty()) {
            return Optional.empty();
        }
        return one.get().isBefore(two.get()) ? one : two;
    }
}
