package no.avstemt.domain.chart;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import no.avstemt.domain.dimension.DimensionType;

/** Which account each role is for one client, and what relation the lines of an account carry. */
public final class ChartOfAccounts {

    private final Map<AccountRole, AccountCode> byRole;
    private final Map<AccountCode, Account> byCode;

    public ChartOfAccounts(Map<AccountCode, Account> accounts, Map<AccountRole, AccountCode> roles) {
        byCode = Map.copyOf(accounts);
        byRole = new EnumMap<>(AccountRole.class);
        for (AccountRole role : AccountRole.values()) {
            AccountCode code = roles.getOrDefault(role, role.defaultAccount());
            Account account = byCode.get(code);
            if (account == null || !account.postable() || !account.active()) {
                throw new IllegalArgumentException(
                        "Role " + role + " is account " + code + ", which cannot be posted on");
            }
            byRole.put(role, code);
        }
    }

    public AccountCode account(AccountRole role) {
        AccountCode code = byRole.get(role);
        if (code == null) {
            throw new IllegalStateException("Every role has an account, but not " + role);
        }
        return code;
    }

    public Map<AccountRole, AccountCode> roles() {
        return Map.copyOf(byRole);
    }

    /** Accounts of which each line must say which ledger it is about. */
    public Set<AccountCode> ofLedgers() {
        return byRole.entrySet().stream()
                .filter(entry -> entry.getKey().isPerLedger())
                .map(Map.Entry::getValue)
                .filter(code -> relationType(code).equals(Optional.of(DimensionType.BANKACC)))
                .collect(Collectors.toSet());
    }

    public Optional<DimensionType> relationType(AccountCode code) {
        return Optional.ofNullable(byCode.get(code)).flatMap(Account::relationType);
    }

    public Map<AccountCode, Account> accounts() {
        return byCode;
    }
}
