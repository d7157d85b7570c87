package no.avstemt.vipps.simulator;

import java.util.Optional;

/**
 * A sale as the Sales API shows it: with the money it belongs to.
 *
 * @param pspReference none when it was paid in cash, or when Vipps tells of it once more
 */
record SoldMovement(Movement movement, Sale sale, Optional<String> pspReference) {

    boolean isOf(String reference) {
        return movement.reference().equals(reference);
    }
}
