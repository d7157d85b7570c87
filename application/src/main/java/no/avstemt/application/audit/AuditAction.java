package no.avstemt.application.audit;

import java.util.Locale;

/** What can be done to a client account's books and settings. */
public enum AuditAction {
    CLIENT_CREATED,
    LEDGER_TAKEN_INTO_USE,

    ACCOUNT_ADDED,
    ACCOUNT_CHANGED,
    ACCOUNT_REMOVED,
    ACCOUNT_ROLE_CHANGED,
    CHART_TEMPLATE_CHOSEN,
    CHART_TEMPLATE_CHANGED;

    /** The key of its name. */
    public String key() {
        return "audit." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
