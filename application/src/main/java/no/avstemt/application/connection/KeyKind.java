package no.avstemt.application.connection;

/** Whose keys: an accounting office's, which see every ledger that merchants granted, or a merchant's own. */
public enum KeyKind {
    ACCOUNTING("accounting"),
    SALES_UNIT("sales_unit");

    private final String apiName;

    KeyKind(String apiName) {
        this.apiName = apiName;
    }

    public String apiName() {
        return apiName;
    }
}
