package no.avstemt.web.settlement;

import no.avstemt.application.journal.EntryRef;
import no.avstemt.domain.money.Money;
import no.avstemt.domain.settlement.EntryType;
import no.avstemt.domain.settlement.SettlementEntry;
import no.avstemt.web.text.Formats;
import no.avstemt.web.text.Texts;

/** What a settlement entry, a journal entry and an amount are called on a page. */
public final class EntryWords {

    private EntryWords() {}

    public static String type(SettlementEntry entry, Texts texts) {
        return type(entry.type(), texts);
    }

    static String type(EntryType type, Texts texts) {
        return texts.get("entryType." + type);
    }

    /** {@code 2026/123}. */
    public static String number(EntryRef entry) {
        return entry.fiscalYear() + "/" + entry.number();
    }

    /** Kroner go without saying. */
    public static String amount(Money amount, Formats formats) {
        String figure = formats.amount(amount.minor());
        return amount.currency().equals(Money.NOK)
                ? figure
                : figure + " " + amount.currency().getCurrencyCode();
    }
}
