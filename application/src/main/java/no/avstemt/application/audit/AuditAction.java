package no.avstemt.application.audit;

import java.util.Locale;

/** What can be done to a client account's books and settings. */
public enum AuditAction {
    CLIENT_CREATED,
    LEDGER_TAKEN_INTO_USE,

    DRAFT_CREATED,
    DRAFT_CHANGED,
    DRAFT_DELETED,
    ENTRY_POSTED,
    ENTRY_CANCELLED,
    ENTRIES_IMPORTED;

    /** The key of its name. */
    public String key() {
        return "audit." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
