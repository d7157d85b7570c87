package no.avstemt.domain.chart;

/** What a posting rule names; the client's chart says which account that is. Each has the account of the default chart. */
public enum AccountRole {
    VIPPS_FUNDS("1577"),
    VIPPS_FEES_OWED("2992"),
    FEES_IN_TRANSFER("1592"),
    PAYOUTS_IN_TRANSIT("1591"),
    CHARGEBACKS_IN_DISPUTE("1571"),
    TOP_UPS_IN_TRANSIT("1593"),
    SALES_CLEARING("1594"),
    CASH("1900"),
    CARD_ACQUIRER("1578"),
    FEE_COST("7771"),
    FEES_INVOICED("2993"),
    SUSPENSE("2995"),
    SALES_HIGH("3000"),
    SALES_MIDDLE("3030"),
    SALES_RAW_FISH("3035"),
    SALES_LOW("3050"),
    SALES_ZERO_RATED("3100"),
    SALES_OUTSIDE("3200"),
    OUTPUT_VAT_HIGH("2700"),
    OUTPUT_VAT_MIDDLE("2701"),
    OUTPUT_VAT_RAW_FISH("2702"),
    OUTPUT_VAT_LOW("2703");

    private final AccountCode defaultAccount;

    AccountRole(String defaultAccount) {
        this.defaultAccount = new AccountCode(defaultAccount);
    }

    public AccountCode defaultAccount() {
        return defaultAccount;
    }
}
