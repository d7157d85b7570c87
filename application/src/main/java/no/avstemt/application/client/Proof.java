package no.avstemt.application.client;

import java.util.Optional;
import no.avstemt.domain.settlement.LedgerId;

/**
 * One link between sale and bank, proven for one ledger.
 *
 * @param figures none where the link compares no two sums, or has not been proven yet
 * @param difference minor units of the ledger's currency, ours less theirs; none when it has not been proven yet
 */
public record Proof(Link link, LedgerId ledger, Optional<Figures> figures, Optional<Long> difference) {

    public enum Link {
        CHAIN,
        SALES,
        FEES_IN_TRANSFER,
        FUNDS,
        FEES,
        PAYOUTS,
        BANK
    }

    /** @param ours,theirs minor units of the ledger's currency */
    public record Figures(long ours, long theirs) {

        long difference() {
            return Math.subtractExact(ours, theirs);
        }
    }

    static Proof of(Link link, LedgerId ledger, Figures figures) {
        return new Proof(link, ledger, Optional.of(figures), Optional.of(figures.difference()));
    }

    static Proof of(Link link, LedgerId ledger, long difference) {
        return new Proof(link, ledger, Optional.empty(), Optional.of(difference));
    }

    static Proof notYet(Link link, LedgerId ledger) {
        return new Proof(link, ledger, Optional.empty(), Optional.empty());
    }
}
