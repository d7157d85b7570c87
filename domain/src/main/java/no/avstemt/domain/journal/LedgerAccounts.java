package no.avstemt.domain.journal;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import no.avstemt.domain.chart.AccountCode;
import no.avstemt.domain.dimension.DimensionRef;
import no.avstemt.domain.dimension.DimensionSet;
import no.avstemt.domain.dimension.DimensionType;
import no.avstemt.domain.journal.EntryFault.Reason;

/**
 * Accounts of which each line is about one of the client account's Vipps ledgers.
 *
 * @param ledgers their keys as bank accounts; before the first is in use, every bank account will do
 */
public record LedgerAccounts(Set<AccountCode> accounts, Set<String> ledgers) {

    public LedgerAccounts {
        accounts = Set.copyOf(accounts);
        ledgers = Set.copyOf(ledgers);
    }

    /** That a line is about a bank account that is none of the ledgers. */
    Optional<EntryFault> fault(int lineNo, AccountCode account, DimensionSet about) {
        if (ledgers.isEmpty() || !accounts.contains(account)) {
            return Optional.empty();
        }
        return about.of(DimensionType.BANKACC)
                .map(DimensionRef::key)
                .filter(key -> !ledgers.contains(key))
                .map(key -> EntryFault.of(
                        lineNo,
                        "relation_id",
                        Reason.NOT_OF_LEDGER,
                        account.digits(),
                        key,
                        String.join(", ", new TreeSet<>(ledgers))));
    }
}
