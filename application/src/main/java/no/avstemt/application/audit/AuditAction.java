package no.avstemt.application.audit;

import java.util.Locale;

/** What can be done to a client account's books and settings. */
public enum AuditAction {
    CLIENT_CREATED,

    ACCOUNT_ADDED,
    ACCOUNT_CHANGED,
    ACCOUNT_REMOVED,
    ACCOUNT_ROLE_CHANGED,
    CHART_TEMPLATE_CHOSEN,
    CHART_TEMPLATE_CHANGED,

    PARTNER_ADDED,
    PARTNER_CHANGED,
    PARTNER_REMOVED,
    BANK_ACCOUNT_ADDED,
    BANK_ACCOUNT_CHANGED,
    BANK_ACCOUNT_REMOVED,
    DIMENSION_ADDED,
    DIMENSION_CHANGED,
    DIMENSION_REMOVED,
    DOCUMENT_ADDED,
    DOCUMENT_CHANGED,
    DOCUMENT_REMOVED,
    MANDATORY_DIMENSIONS_CHANGED,
    SALES_UNIT_MAPPED,

    DRAFT_CREATED,
    DRAFT_CHANGED,
    DRAFT_DELETED,
    ENTRY_POSTED,
    ENTRY_CANCELLED,
    ENTRIES_IMPORTED,

    PERIOD_HELD,
    PERIOD_CLOSED,
    PERIOD_REOPENED,
    CLIENT_CHANGED,

    LEDGER_TAKEN_INTO_USE,

    FILE_ATTACHED,
    FILE_REMOVED,

    BOOKS_OPENED,
    CATEGORY_RULE_CHANGED,
    POSTING_RULE_CHANGED;

    /** The key of its name. */
    public String key() {
        return "audit." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
