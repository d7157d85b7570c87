package no.avstemt.domain.settlement;

import java.util.Locale;
import java.util.function.Function;

/** What a settlement entry is compared by: canonical texts, the same in every generation of Vipps's API. */
public enum EntryField {
    TYPE(entry -> EntryType.canonicalName(entry.topic(), entry.vippsType())),
    PSP_REFERENCE(EntryKey::canonicalPsp),
    REFERENCE(EntryKey::canonicalReference),
    AMOUNT(entry -> Long.toString(entry.amount().minor())),
    CURRENCY(entry -> entry.amount().currency().getCurrencyCode()),
    TIME(entry -> EntryKey.canonicalTime(entry.time())),
    BALANCE_BEFORE(entry -> Long.toString(entry.balanceBefore())),
    BALANCE_AFTER(entry -> Long.toString(entry.balanceAfter())),
    /** Beside the natural key: one that came or went with a generation of the API is no difference. */
    RECIPIENT_HANDLE(entry -> entry.recipientHandle().orElse(""));

    private final Function<SettlementEntry, String> text;

    EntryField(Function<SettlementEntry, String> text) {
        this.text = text;
    }

    public String of(SettlementEntry entry) {
        return text.apply(entry);
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
