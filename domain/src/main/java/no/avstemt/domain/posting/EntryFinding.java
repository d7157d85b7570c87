package no.avstemt.domain.posting;

import java.util.HashMap;
import java.util.Map;
import no.avstemt.domain.finding.Finding;
import no.avstemt.domain.finding.FindingCode;
import no.avstemt.domain.money.Money;
import no.avstemt.domain.settlement.EntryType;
import no.avstemt.domain.settlement.SettlementEntry;

/** What an accountant should see of one settlement entry. */
public final class EntryFinding {

    private EntryFinding() {}

    /** @param amount minor units of the entry's currency, signed as its topic's balance */
    public static Finding of(FindingCode code, SettlementEntry entry, long amount) {
        Map<String, String> facts = new HashMap<>(Map.of(
                "type", entry.vippsType(),
                "topic", entry.topic().vippsName(),
                "psp", entry.pspReference().orElse(""),
                "reference", entry.reference().orElse("")));
        if (entry.type() == EntryType.PAYOUT_ABORTED) {
            entry.payoutNumber().ifPresent(number -> facts.put("payout", number));
        }
        return new Finding(
                code,
                entry.ledger(),
                entry.ledgerDate(),
                entry.key().value().toString(),
                new Money(amount, entry.amount().currency()),
                facts);
    }
}
