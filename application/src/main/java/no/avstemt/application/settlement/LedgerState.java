package no.avstemt.application.settlement;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What is booked and proven of a ledger.
 *
 * @param bookedTo every ledger date up to and including this one is booked in full
 * @param checkedTo every ledger date up to and including this one has been proven against Vipps
 * @param difference øre, our funds and fees accounts less Vipps's balances at {@code checkedTo}
 * @param failure why the last round stopped; empty when it did not
 * @param retry when it is asked again after that
 */
public record LedgerState(
        Optional<LocalDate> bookedTo,
        Optional<LocalDate> checkedTo,
        long difference,
        Optional<Instant> failedAt,
        Optional<Trouble> failure,
        Retry retry) {

    public static final LedgerState NEW =
            new LedgerState(Optional.empty(), Optional.empty(), 0, Optional.empty(), Optional.empty(), Retry.NONE);

    /** Dates after this one have to be proven again. */
    public LedgerState provenOnlyTo(LocalDate date) {
        Optional<LocalDate> proven = checkedTo.map(to -> to.isAfter(date) ? date : to);
        return new LedgerState(bookedTo, proven, difference, failedAt, failure, retry);
    }

    /** Nothing is booked or proven any more. */
    public LedgerState anew() {
        return new LedgerState(Optional.empty(), Optional.empty(), 0, failedAt, failure, retry);
    }

    public LedgerState bookedTo(LocalDate date) {
        return new LedgerState(Optional.of(date), checkedTo, difference, failedAt, failure, retry);
    }

    public LedgerState checked(LocalDate to, long found) {
        return new LedgerState(bookedTo, Optional.of(to), found, failedAt, failure, retry);
    }

    public LedgerState failed(Instant at, Trouble why, Retry next) {
        return new LedgerState(bookedTo, checkedTo, difference, Optional.of(at), Optional.of(why), next);
    }

    public LedgerState working() {
        return new LedgerState(bookedTo, checkedTo, difference, Optional.empty(), Optional.empty(), Retry.NONE);
    }
}
