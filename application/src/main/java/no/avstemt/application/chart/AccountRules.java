package no.avstemt.application.chart;

import no.avstemt.application.chart.ChartRefused.Reason;
import no.avstemt.domain.chart.Account;
import no.avstemt.domain.chart.AccountCode;
import no.avstemt.domain.chart.SaftGroupings;

/** What an account's fields must be, whatever stands on it. */
final class AccountRules {

    /** As long as a name in a SAF-T file. */
    static final int LONGEST_NAME = 256;

    private AccountRules() {}

    static void check(AccountCode code, AccountFields fields) {
        if (!isName(fields.nameNb())) {
            throw new ChartRefused(Reason.NAME, Integer.toString(LONGEST_NAME));
        }
        if (!isName(fields.nameEn())) {
            throw new ChartRefused(Reason.NAME_EN, Integer.toString(LONGEST_NAME));
        }
        fields.defaultTaxCode().filter(taxCode -> !taxCode.suits(code)).ifPresent(taxCode -> {
            throw new ChartRefused(Reason.TAX_CODE_SIDE, taxCode.code(), code.digits());
        });
        if (!SaftGroupings.isAllowed(fields.saftGrouping())) {
            throw new ChartRefused(Reason.GROUPING, fields.saftGrouping().toString());
        }
        if (!SaftGroupings.suits(fields.saftGrouping(), code)) {
            throw new ChartRefused(Reason.GROUPING_SIDE, fields.saftGrouping().toString(), code.digits());
        }
    }

    /** A row that is only computed can be named and mapped, nothing else. */
    static void checkComputed(Account account, AccountFields before, AccountFields after) {
        boolean other = !before.relationType().equals(after.relationType())
                || !before.defaultTaxCode().equals(after.defaultTaxCode())
                || before.active() != after.active();
        if (!account.postable() && other) {
            throw new ChartRefused(Reason.COMPUTED, account.code().digits());
        }
    }

    private static boolean isName(String name) {
        return !name.isBlank()
                && name.length() <= LONGEST_NAME
                && name.equals(name.strip())
                && name.codePoints().noneMatch(Character::isISOControl);
    }
}
