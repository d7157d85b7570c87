package no.avstemt.domain.chart;

import java.util.Optional;
import no.avstemt.domain.dimension.DimensionType;

/** What a posting rule names; the client's chart says which account that is. Each has the account of the default chart. */
public enum AccountRole {
    VIPPS_FUNDS("1577", Kind.OF_LEDGER),
    VIPPS_FEES_OWED("2992", Kind.OF_LEDGER),
    FEES_IN_TRANSFER("1592", Kind.OF_LEDGER),
    PAYOUTS_IN_TRANSIT("1591", Kind.OF_LEDGER),
    CHARGEBACKS_IN_DISPUTE("1571", Kind.MAY_BE_OF_LEDGER),
    TOP_UPS_IN_TRANSIT("1593", Kind.OF_LEDGER),
    SALES_CLEARING("1594", Kind.OF_LEDGER),
    CASH("1900", Kind.BALANCE),
    CARD_ACQUIRER("1578", Kind.OF_LEDGER),
    FEE_COST("7771", Kind.COST),
    FEES_INVOICED("2993", Kind.OF_LEDGER),
    SUSPENSE("2995", Kind.MAY_BE_OF_LEDGER),
    SALES_HIGH("3000", Kind.SALES),
    SALES_MIDDLE("3030", Kind.SALES),
    SALES_RAW_FISH("3035", Kind.SALES),
    SALES_LOW("3050", Kind.SALES),
    SALES_ZERO_RATED("3100", Kind.SALES),
    SALES_EXPORT("3105", Kind.SALES),
    SALES_OUTSIDE("3200", Kind.SALES),
    OUTPUT_VAT_HIGH("2700", Kind.VAT),
    OUTPUT_VAT_MIDDLE("2701", Kind.VAT),
    OUTPUT_VAT_RAW_FISH("2702", Kind.VAT),
    OUTPUT_VAT_LOW("2703", Kind.VAT),
    OUTPUT_VAT_ABROAD("2704", Kind.VAT),
    OUTPUT_VAT_IMPORT_HIGH("2705", Kind.VAT),
    OUTPUT_VAT_IMPORT_MIDDLE("2706", Kind.VAT),
    INPUT_VAT_HIGH("2710", Kind.VAT),
    INPUT_VAT_MIDDLE("2711", Kind.VAT),
    INPUT_VAT_RAW_FISH("2712", Kind.VAT),
    INPUT_VAT_LOW("2713", Kind.VAT),
    INPUT_VAT_ABROAD("2714", Kind.VAT),
    INPUT_VAT_IMPORT_HIGH("2715", Kind.VAT),
    INPUT_VAT_IMPORT_MIDDLE("2716", Kind.VAT),
    VAT_SETTLEMENT("2740", Kind.VAT),
    BANK("1920", Kind.OF_BANK),
    RECEIVABLES("1500", Kind.OF_PARTNER),
    PAYABLES("2400", Kind.OF_PARTNER),
    GIFT_CARDS("2901", Kind.BALANCE),
    STORE_CREDIT("2902", Kind.BALANCE),
    TIPS("2935", Kind.BALANCE),
    DEPOSITS("2991", Kind.BALANCE),
    DONATIONS("3910", Kind.SALES),
    EXPIRED_GIFT_CARDS("3905", Kind.SALES),
    ROUNDING("7740", Kind.COST),
    BAD_DEBTS("7830", Kind.COST),
    CURRENCY_GAINS("8060", Kind.FINANCE),
    CURRENCY_LOSSES("8160", Kind.FINANCE);

    /** What accounts can have a role. */
    public enum Kind {
        /** Each line is about a Vipps ledger, and the account has no other role. */
        OF_LEDGER,
        /** The same, where the account itself need not tell its ledgers apart. */
        MAY_BE_OF_LEDGER,
        OF_BANK,
        OF_PARTNER,
        BALANCE,
        VAT,
        SALES,
        COST,
        FINANCE
    }

    private final AccountCode defaultAccount;
    private final Kind kind;

    AccountRole(String defaultAccount, Kind kind) {
        this.defaultAccount = new AccountCode(defaultAccount);
        this.kind = kind;
    }

    public AccountCode defaultAccount() {
        return defaultAccount;
    }

    public Kind kind() {
        return kind;
    }

    /** Whether lines say which ledger they are about, since two ledgers of a client must never offset each other. */
    public boolean isPerLedger() {
        return kind == Kind.OF_LEDGER || kind == Kind.MAY_BE_OF_LEDGER;
    }

    /** Why an account cannot have this role. */
    public enum Misfit {
        NOT_POSTABLE,
        INACTIVE,
        WRONG_CLASS,
        WRONG_RELATION
    }

    /** None when the account can have this role. */
    public Optional<Misfit> misfit(Account account) {
        if (!account.postable()) {
            return Optional.of(Misfit.NOT_POSTABLE);
        }
        if (!account.active()) {
            return Optional.of(Misfit.INACTIVE);
        }
        if (!isOfClass(account.code())) {
            return Optional.of(Misfit.WRONG_CLASS);
        }
        return hasRelation(account.relationType()) ? Optional.empty() : Optional.of(Misfit.WRONG_RELATION);
    }

    private boolean isOfClass(AccountCode account) {
        int classDigit = Character.digit(account.digits().charAt(0), 10);
        return switch (kind) {
            case OF_LEDGER, MAY_BE_OF_LEDGER, OF_BANK, OF_PARTNER, BALANCE -> classDigit <= 2;
            case VAT -> classDigit == 2;
            case SALES -> classDigit == 3;
            case COST -> classDigit >= 4 && classDigit <= 8;
            case FINANCE -> classDigit == 8;
        };
    }

    /** What the lines of the role do not say, the account must not ask for. */
    private boolean hasRelation(Optional<DimensionType> relation) {
        return switch (kind) {
            case OF_LEDGER, OF_BANK -> relation.equals(Optional.of(DimensionType.BANKACC));
            case OF_PARTNER -> relation.equals(Optional.of(DimensionType.BUSINESSPARTNER));
            case MAY_BE_OF_LEDGER -> relation.isEmpty() || relation.equals(Optional.of(DimensionType.BANKACC));
            case BALANCE, VAT, SALES, COST, FINANCE -> relation.isEmpty();
        };
    }
}
