package no.avstemt.web.frame;

import java.util.Optional;
import java.util.function.Function;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.web.page.Address;
import no.avstemt.web.page.Addresses;

/**
 * The pages of one client account: those that the rail offers, in its order, and the reports below one of them. Their names
 * are texts under {@code page.*}.
 */
public enum RailPage {
    OVERVIEW("overview", Addresses::client),
    REPORTS("reports", Addresses::reports),
    BALANCE_SHEET("balance-sheet"),
    INCOME_STATEMENT("income-statement"),
    TRIAL_BALANCE("trial-balance", Addresses::trialBalance),
    GENERAL_LEDGER("general-ledger", Addresses::generalLedger),
    ACCOUNTS_RECEIVABLE("accounts-receivable"),
    ACCOUNTS_PAYABLE("accounts-payable"),
    VAT_SPECIFICATION("vat-specification"),
    JOURNAL("journal", Addresses::journal),
    SETTLEMENT_ENTRIES("settlement-entries", Addresses::settlementEntries),
    SALES("sales", Addresses::sales),
    PAYOUTS("payouts", Addresses::payouts),
    REGISTERS("registers", client -> Addresses.register(client, "business-partners")),
    CHART("chart", Addresses::chart),
    POSTING_RULES("posting-rules", Addresses::postingRules),
    FINDINGS("findings", Addresses::findings),
    PERIODS("periods", Addresses::periods),
    HISTORY("processing-history"),
    VERIFY("verify", Addresses::verify),
    SETTINGS("settings", Addresses::settings);

    private final String id;
    private final Function<ClientAccountId, Address> address;
    private final boolean isBelowReports;

    RailPage(String id, Function<ClientAccountId, Address> address) {
        this.id = id;
        this.address = address;
        isBelowReports = false;
    }

    /** A report that is found below the others, by its id. */
    RailPage(String id) {
        this.id = id;
        address = client -> Addresses.report(id, client);
        isBelowReports = true;
    }

    /** Where the rail leads to it. */
    public RailPage inRail() {
        return isBelowReports ? REPORTS : this;
    }

    public static Optional<RailPage> of(String id) {
        for (RailPage page : values()) {
            if (page.id.equals(id)) {
                return Optional.of(page);
            }
        }
        return Optional.empty();
    }

    public String textKey() {
        return "page." + id;
    }

    public Address of(ClientAccountId client) {
        return address.apply(client);
    }
}
