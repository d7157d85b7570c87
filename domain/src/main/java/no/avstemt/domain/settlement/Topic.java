package no.avstemt.domain.settlement;

import java.util.Locale;
import no.avstemt.domain.chart.AccountRole;

/** The two topics of a Vipps ledger. Each is one account that moves by the amounts of its entries. */
public enum Topic {
    FUNDS(AccountRole.VIPPS_FUNDS),
    FEES(AccountRole.VIPPS_FEES_OWED);

    private final AccountRole account;
    private final String vippsName = name().toLowerCase(Locale.ROOT);

    Topic(AccountRole account) {
        this.account = account;
    }

    public AccountRole account() {
        return account;
    }

    /** As in Vipps's paths. */
    public String vippsName() {
        return vippsName;
    }
}
