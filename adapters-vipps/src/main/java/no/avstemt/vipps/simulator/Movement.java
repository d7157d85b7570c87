package no.avstemt.vipps.simulator;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Something that was paid or paid back, and what follows from it.
 *
 * @param micros since 1970, as {@link Oslo} counts
 * @param amount øre, as it changes the funds balance: negative for a refund
 * @param fees øre each, positive, one row each
 * @param feesLate true when the fees miss the cutoff and fall on the next ledger date
 * @param unit which of the ledger's sales units, counted from 0
 */
record Movement(
        String entryType,
        long micros,
        String reference,
        long amount,
        List<Long> fees,
        boolean feesLate,
        Optional<Sale> sale,
        int unit) {

    static final Comparator<Movement> BY_TIME =
            Comparator.comparingLong(Movement::micros).thenComparing(Movement::reference);

    Movement {
        fees = List.copyOf(fees);
        for (long fee : fees) {
            if (fee <= 0) {
                throw new IllegalArgumentException("a fee must be positive: " + fees);
            }
        }
        if (sale.filter(s -> s.isItemised() && s.lineTotal() != amount).isPresent()) {
            throw new IllegalArgumentException(reference + ": the lines do not add up to " + amount);
        }
    }

    static Movement capture(long micros, String reference, long amount, List<Long> fees, boolean late) {
        return new Movement("capture", micros, reference, amount, fees, late, Optional.empty(), 0);
    }

    /** {@code amount} is what the customer gets, positive. */
    static Movement refund(long micros, String reference, long amount) {
        return new Movement("refund", micros, reference, -amount, List.of(), false, Optional.empty(), 0);
    }

    Movement with(Sale sold) {
        return new Movement(entryType, micros, reference, amount, fees, feesLate, Optional.of(sold), unit);
    }

    Movement at(int salesUnit) {
        return new Movement(entryType, micros, reference, amount, fees, feesLate, sale, salesUnit);
    }

    Movement withoutFees() {
        return new Movement(entryType, micros, reference, amount, List.of(), false, sale, unit);
    }

    /** All of it back, to the same customer and the same unit. */
    Movement refunded(long at) {
        Movement back = refund(at, reference, amount).at(unit);
        return sale.map(sold -> back.with(sold.negated())).orElse(back);
    }

    /** Known of sales alone, as the Sales API tells it. */
    boolean isPaidWith(Sale.Payment payment) {
        return sale.filter(sold -> sold.payment() == payment).isPresent();
    }
}
