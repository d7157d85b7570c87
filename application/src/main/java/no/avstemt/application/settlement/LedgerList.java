package no.avstemt.application.settlement;

import java.util.List;
import java.util.Optional;
import no.avstemt.domain.settlement.Ledger;
import no.avstemt.domain.settlement.LedgerId;

/**
 * What Vipps listed.
 *
 * @param whole whether the list came to its end, so that what is not in it is not there
 */
public record LedgerList(List<Ledger> ledgers, boolean whole) {

    public LedgerList {
        ledgers = List.copyOf(ledgers);
    }

    public Optional<Ledger> find(LedgerId id) {
        return ledgers.stream().filter(ledger -> ledger.id().equals(id)).findFirst();
    }

    public boolean lacks(LedgerId id) {
        return find(id).isEmpty();
    }

    /** With what another list has beside it: only what both lack is gone. */
    public LedgerList and(LedgerList other) {
        return new LedgerList(
                java.util.stream.Stream.concat(
                                other.ledgers().stream(), ledgers.stream().filter(ledger -> other.lacks(ledger.id())))
                        .toList(),
                whole && other.whole());
    }
}
