package no.avstemt.vipps.simulator;

import java.util.Optional;

/**
 * One row of a topic; its ledger date is that of the {@link LedgerDay} it stands in.
 *
 * @param reference empty for none at all; a row may also carry the empty text
 * @param handle the sales unit of a payment; none for what Vipps does by itself
 */
record Entry(
        String entryType,
        long micros,
        String pspReference,
        Optional<String> reference,
        Optional<String> handle,
        long amount,
        long balanceBefore) {

    long balanceAfter() {
        return Math.addExact(balanceBefore, amount);
    }
}
