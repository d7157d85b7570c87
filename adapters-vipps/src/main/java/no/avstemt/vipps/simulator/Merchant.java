package no.avstemt.vipps.simulator;

import java.time.LocalDate;
import java.util.List;

/**
 * One merchant, one ledger, one class. What happens depends on the world and the date alone, never on what was asked
 * before, and a date before the world's first has no movements.
 */
interface Merchant {
    LedgerIdentity ledger();

    /** The second of the night, by the merchant's clock, at which its ledger date ends. */
    default int cutoff() {
        return 0;
    }

    /** What happens between one cutoff and the next, ordered by time. */
    List<Movement> trade(LocalDate date);

    /** Whether Vipps moves the money: never of notes and coins. */
    default boolean isOnLedger(Movement movement, LocalDate date) {
        return !movement.isPaidWith(Sale.Payment.CASH);
    }

    /** Rows out of the ordinary, on days counted from the world's first so that a later end leaves them in place. */
    default void addOddities(DayBook book) {}

    /** What Vipps does with the ledger when the date is over. Net settlement every day unless the merchant differs. */
    default void close(DayBook book) {
        book.retainFees();
        book.payOut();
    }
}
