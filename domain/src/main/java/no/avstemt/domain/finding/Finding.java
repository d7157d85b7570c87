package no.avstemt.domain.finding;

import java.time.LocalDate;
import java.util.Map;
import no.avstemt.domain.money.Money;
import no.avstemt.domain.settlement.LedgerId;

/**
 * Something an accountant should see.
 *
 * @param subject what it is about, within the code and ledger: the same finding found again has the same subject
 * @param amount the kroner that it explains, signed as the balance it was found in
 * @param facts values that its text names
 */
public record Finding(
        FindingCode code,
        LedgerId ledger,
        LocalDate ledgerDate,
        String subject,
        Money amount,
        Map<String, String> facts) {

    public Finding {
        facts = Map.copyOf(facts);
    }
}
