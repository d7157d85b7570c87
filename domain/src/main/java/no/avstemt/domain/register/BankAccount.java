package no.avstemt.domain.register;

import java.util.Currency;
import java.util.Optional;
import no.avstemt.domain.chart.AccountCode;

/**
 * An account of the client's in a bank, or one of its ledgers at Vipps.
 *
 * @param label its number is the account's in the bank without blanks and dots, or the ledger's at Vipps
 * @param account where its money stands in the chart
 * @param ledger whether it is one of the client's ledgers at Vipps
 */
public record BankAccount(
        Label label, Optional<Iban> iban, Currency currency, Optional<AccountCode> account, boolean ledger) {

    /** Whether it looks like a Norwegian number whose check digit is wrong; such numbers exist, so this is a warning. */
    public boolean isDoubtful() {
        return !ledger && Bban.isDoubtful(label.number());
    }
}
