package no.avstemt.web.frame;

import java.util.Optional;
import java.util.function.Function;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.web.page.Address;
import no.avstemt.web.page.Addresses;

/** The pages of one client account that the rail offers, in its order. Their names are texts under {@code page.*}. */
public enum RailPage {
    OVERVIEW("overview", Addresses::client),
    TRIAL_BALANCE("trial-balance", Addresses::trialBalance),
    GENERAL_LEDGER("general-ledger", Addresses::generalLedger),
    JOURNAL("journal", Addresses::journal),
    SETTLEMENT_ENTRIES("settlement-entries", Addresses::settlementEntries),
    SALES("sales", Addresses::sales),
    PAYOUTS("payouts", Addresses::payouts),
    REGISTERS("registers", Addresses::registers),
    CHART("chart", Addresses::chart),
    POSTING_RULES("posting-rules", Addresses::postingRules),
    FINDINGS("findings", Addresses::findings),
    PERIODS("periods", Addresses::periods),
    HISTORY("processing-history", Addresses::processingHistory),
    VERIFY("verify", Addresses::verify),
    SETTINGS("settings", Addresses::settings);

    private final String id;
    private final Function<ClientAccountId, Address> address;

    RailPage(String id, Function<ClientAccountId, Address> address) {
        this.id = id;
        this.address = address;
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
