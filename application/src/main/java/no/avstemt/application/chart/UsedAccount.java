package no.avstemt.application.chart;

import java.util.EnumSet;
import java.util.Set;
import no.avstemt.domain.chart.Account;
import no.avstemt.domain.chart.AccountRole;

/**
 * An account and what stands on it.
 *
 * @param lines how many posted lines
 * @param balance øre, debit positive
 * @param roles that posting rules reach it by
 */
public record UsedAccount(Account account, long lines, long balance, Set<AccountRole> roles) {

    public UsedAccount {
        roles = roles.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(roles));
    }

    public boolean hasPostings() {
        return lines > 0;
    }
}
