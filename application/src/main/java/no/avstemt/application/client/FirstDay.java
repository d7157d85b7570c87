package no.avstemt.application.client;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import no.avstemt.application.settlement.Trouble;
import no.avstemt.domain.settlement.LedgerId;
import no.avstemt.domain.settlement.Topic;

/**
 * How the first day of a ledger that was taken into use went.
 *
 * @param currency of its amounts
 * @param fetching of the client account's round, while one goes on
 * @param failure why that stopped, where it did
 * @param nextTryAt when it is asked again then
 * @param bookedTo how far the ledger is booked
 * @param day the first one with entries that is booked; none before
 */
public record FirstDay(
        LedgerId ledger,
        String currency,
        LocalDate start,
        Optional<Fetching> fetching,
        Optional<Trouble> failure,
        Optional<Instant> nextTryAt,
        Optional<LocalDate> bookedTo,
        Optional<Day> day) {

    /** @param entries that Vipps has told of it */
    public record Day(LocalDate date, long entries, List<Side> sides) {

        public Day {
            sides = List.copyOf(sides);
        }

        public boolean isReconciled() {
            return sides.stream().allMatch(side -> side.ours() == side.theirs());
        }
    }

    /** @param ours,theirs balance at the end of the day, in minor units */
    public record Side(Topic topic, long ours, long theirs) {}
}
