package no.avstemt.application.posting;

import java.util.Currency;
import no.avstemt.application.Stores;
import no.avstemt.application.settlement.LedgerStore.OwnLedger;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.currency.ExchangeRates;
import no.avstemt.domain.money.Money;

/** The rates that a ledger is booked by. */
final class LedgerRates {

    private LedgerRates() {}

    static ExchangeRates of(Stores stores, ClientAccountId client, OwnLedger ledger) {
        return ledger.currency().equals(Money.NOK.getCurrencyCode())
                ? ExchangeRates.KRONER
                : stores.rates().of(client, Currency.getInstance(ledger.currency()));
    }
}
