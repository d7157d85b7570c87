package no.avstemt.application.chart;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.avstemt.domain.chart.Account;
import no.avstemt.domain.chart.AccountCode;
import no.avstemt.domain.chart.AccountRole;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.dimension.DimensionType;

/** The accounts and roles of a client's chart. */
public interface ChartStore {

    /** Lets nobody post until the unit of work ends, and gives the chart a new version. Before anything is changed. */
    void lock(ClientAccountId client);

    /** In order of account code. */
    List<UsedAccount> accounts(ClientAccountId client);

    Optional<UsedAccount> account(ClientAccountId client, long accountId);

    /** Posted lines of the account that are not about something of this type. */
    long linesWithout(ClientAccountId client, long accountId, DimensionType relation);

    /** @return the new account's id; the given one is not used */
    long add(ClientAccountId client, Account account);

    /** Everything but its number. */
    void change(ClientAccountId client, Account account);

    /** @throws ChartRefused when something that is no posting refers to it */
    void delete(ClientAccountId client, Account account);

    /** Only those whose account is chosen; each other has its account of the default chart. */
    Map<AccountRole, AccountCode> chosenRoles(ClientAccountId client);

    /** Remembers which account had the role until now, if it is another. */
    void assign(ClientAccountId client, AccountRole role, long accountId, Instant at);

    /** The accounts that had one of these roles once. */
    Set<AccountCode> pastAccounts(ClientAccountId client, Set<AccountRole> roles);

    /** The roles that the account had once. */
    Set<AccountRole> pastRoles(ClientAccountId client, long accountId);
}
