package no.avstemt.application.payout;

import java.time.LocalDate;
import java.util.Optional;
import no.avstemt.domain.settlement.StoredEntry;

/**
 * One payout with what it settles; amounts in the ledger's minor units, signed as they move the funds.
 *
 * @param feedPosition of its entry in the funds of the ledger
 * @param settledFrom the ledger date after the payout before; for the first payout, the ledger's first date
 * @param opening what the ledger held before
 * @param fees kept back from the funds
 * @param other every other kind of entry, an aborted payout among them
 * @param aborted the entry that brought the money back
 */
public record Payout(
        StoredEntry stored,
        long feedPosition,
        LocalDate settledFrom,
        long opening,
        long captures,
        long refunds,
        long fees,
        long other,
        Optional<StoredEntry> aborted) {

    /** What was sent to the bank; positive. */
    public long paid() {
        return Math.negateExact(stored.entry().amount().minor());
    }

    /** What the ledger held after. */
    public long remaining() {
        return stored.entry().balanceAfter();
    }

    /** Opening and everything that came, less what was paid and what remains; zero when nothing is missing. */
    public long difference() {
        long came = Math.addExact(Math.addExact(captures, refunds), Math.addExact(fees, other));
        return Math.subtractExact(Math.addExact(opening, came), Math.addExact(paid(), remaining()));
    }
}
