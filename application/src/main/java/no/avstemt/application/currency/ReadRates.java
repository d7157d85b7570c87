package no.avstemt.application.currency;

import java.util.Currency;
import java.util.Set;
import no.avstemt.application.UnitOfWork;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.currency.ExchangeRate;
import no.avstemt.domain.currency.ExchangeRates;

/** Reads what a client account knows of a currency, to value by it what somebody writes. */
public final class ReadRates {

    private final UnitOfWork unit;

    public ReadRates(UnitOfWork unit) {
        this.unit = unit;
    }

    /** None at all for a currency that no rates are kept of. */
    public ExchangeRates run(ClientAccountId client, Currency currency) {
        return ExchangeRate.isTaken(currency)
                ? unit.read(Set.of(client), stores -> stores.rates().of(client, currency))
                : new ExchangeRates(currency, Set.of());
    }
}
