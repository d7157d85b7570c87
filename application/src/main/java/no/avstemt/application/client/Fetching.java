package no.avstemt.application.client;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import no.avstemt.application.settlement.FeedState;
import no.avstemt.application.settlement.Stream;

/**
 * How far a round that is going on has come for one client account, told in dates: how many rows Vipps has is not known
 * before they are read.
 *
 * @param stage what is being read; funds are booked as they are read
 * @param reached the latest date of it that has come, or is booked; none before the first
 * @param to yesterday
 * @param done days, each ledger and stream by itself
 * @param total days
 */
public record Fetching(Stream stage, Optional<LocalDate> reached, LocalDate to, long done, long total) {

    /**
     * None when nothing is being fetched.
     *
     * @param ledgers of one client account
     * @param start the client's
     */
    public static Optional<Fetching> of(
            List<LedgerProgress> ledgers, LocalDate start, LocalDate yesterday, Instant now) {
        return ledgers.stream()
                .filter(ledger -> ledger.beingRead(now).isPresent())
                .findFirst()
                .map(ledger -> {
                    Stream stage = ledger.beingRead(now).orElseThrow();
                    long days = days(start, yesterday);
                    long done = ledgers.stream()
                            .mapToLong(each -> daysDone(each, start, days))
                            .sum();
                    long total = Math.multiplyExact(days, (long) ledgers.size() * Stream.values().length);
                    return new Fetching(stage, reached(ledger, stage), yesterday, done, total);
                });
    }

    private static long daysDone(LedgerProgress ledger, LocalDate start, long days) {
        long done = 0;
        for (Stream stream : Stream.values()) {
            boolean whole =
                    ledger.feed(stream).filter(LedgerProgress::isReadToTheEnd).isPresent();
            done += whole
                    ? days
                    : Math.min(
                            days,
                            reached(ledger, stream).map(to -> days(start, to)).orElse(0L));
        }
        return done;
    }

    private static Optional<LocalDate> reached(LedgerProgress ledger, Stream stream) {
        return stream == Stream.FUNDS
                ? ledger.state().bookedTo()
                : ledger.feed(stream).flatMap(FeedState::lastDate);
    }

    private static long days(LocalDate first, LocalDate last) {
        return Math.max(0, ChronoUnit.DAYS.between(first, last) + 1);
    }
}
