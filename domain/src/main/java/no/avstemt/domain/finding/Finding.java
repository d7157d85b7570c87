package no.avstemt.domain.finding;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
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

    private static final String OF_SALE = "sale/";

    public Finding {
        facts = Map.copyOf(facts);
    }

    /** The subject of what is about a sale. */
    public static String subjectOfSale(long saleId) {
        return OF_SALE + saleId;
    }

    /** The sale that it is about, where it is about one. */
    public Optional<Long> sale() {
        return subject.startsWith(OF_SALE)
                ? Optional.of(Long.parseLong(subject.substring(OF_SALE.length())))
                : Optional.empty();
    }
}
