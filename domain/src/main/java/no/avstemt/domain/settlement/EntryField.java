package no.avstemt.domain.settlement;

import java.util.Locale;

/** What a settlement entry is compared by: canonical texts, the same in every generation of Vipps's API. */
public enum EntryField {
    TYPE,
    PSP_REFERENCE,
    REFERENCE,
    AMOUNT,
    CURRENCY,
    TIME,
    BALANCE_BEFORE,
    BALANCE_AFTER,
    /** Beside the natural key: one that came or went with a generation of the API is no difference. */
    RECIPIENT_HANDLE;

    public String of(SettlementEntry entry) {
        return switch (this) {
            case TYPE -> EntryType.canonicalName(entry.topic(), entry.vippsType());
            case PSP_REFERENCE -> EntryKey.canonicalPsp(entry);
            case REFERENCE -> EntryKey.canonicalReference(entry);
            case AMOUNT -> Long.toString(entry.amount().minor());
            case CURRENCY -> entry.amount().currency().getCurrencyCode();
            case TIME -> EntryKey.canonicalTime(entry.time());
            case BALANCE_BEFORE -> Long.toString(entry.balanceBefore());
            case BALANCE_AFTER -> Long.toString(entry.balanceAfter());
            case RECIPIENT_HANDLE -> entry.recipientHandle().orElse("");
        };
    }

    public boolean isAmount() {
        return this == AMOUNT || this == BALANCE_BEFORE || this == BALANCE_AFTER;
    }

    boolean differs(SettlementEntry ours, SettlementEntry theirs) {
        if (this == RECIPIENT_HANDLE
                && (ours.recipientHandle().isEmpty() || theirs.recipientHandle().isEmpty())) {
            return false;
        }
        return !of(ours).equals(of(theirs));
    }

    /** As in facts and the keys of texts. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
