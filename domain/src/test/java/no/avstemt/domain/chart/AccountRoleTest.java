package no.avstemt.domain.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import no.avstemt.domain.chart.AccountRole.Misfit;
import no.avstemt.domain.dimension.DimensionType;
import org.junit.jupiter.api.Test;

class AccountRoleTest {

    @Test
    void each_role_has_an_account_of_its_own_in_the_default_chart() {
        Set<AccountCode> accounts = new HashSet<>();
        for (AccountRole role : AccountRole.values()) {
            accounts.add(role.defaultAccount());
        }

        assertEquals(AccountRole.values().length, accounts.size());
    }

    @Test
    void an_account_has_a_role_only_where_it_fits() {
        Optional<DimensionType> ledger = Optional.of(DimensionType.BANKACC);

        assertEquals(Optional.empty(), misfit(AccountRole.VIPPS_FUNDS, "1902", ledger, true, true));
        assertEquals(
                Optional.of(Misfit.WRONG_RELATION),
                misfit(AccountRole.VIPPS_FUNDS, "1902", Optional.empty(), true, true));
        assertEquals(Optional.of(Misfit.WRONG_CLASS), misfit(AccountRole.VIPPS_FUNDS, "3000", ledger, true, true));
        assertEquals(Optional.of(Misfit.INACTIVE), misfit(AccountRole.VIPPS_FUNDS, "1902", ledger, false, true));
        assertEquals(Optional.of(Misfit.NOT_POSTABLE), misfit(AccountRole.VIPPS_FUNDS, "2099", ledger, true, false));
        assertEquals(
                Optional.of(Misfit.WRONG_CLASS),
                misfit(AccountRole.OUTPUT_VAT_HIGH, "1500", Optional.empty(), true, true));
        assertEquals(
                Optional.of(Misfit.WRONG_RELATION),
                misfit(AccountRole.SALES_HIGH, "3000", Optional.of(DimensionType.PROJECT), true, true));
    }

    private static Optional<Misfit> misfit(
            AccountRole role, String code, Optional<DimensionType> relation, boolean active, boolean postable) {
        return role.misfit(new Account(
                1,
                new AccountCode(code),
                "Konto",
                "Account",
                relation,
                Optional.empty(),
                new SaftGrouping("egenkapital", "2050"),
                active,
                postable));
    }
}
