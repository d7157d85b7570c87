package no.avstemt.application.currency;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.currency.ExchangeRate;
import no.avstemt.domain.currency.ExchangeRates;

/** Exchange rates of client accounts, one for each currency and date. */
public interface RateStore {

    ExchangeRates of(ClientAccountId client, Currency currency);

    /** Of every currency that there are any of. */
    Map<Currency, ExchangeRates> all(ClientAccountId client);

    /** Latest first. */
    List<Stored> page(ClientAccountId client, Search search, long offset, int limit);

    long count(ClientAccountId client, Search search);

    Optional<Stored> find(ClientAccountId client, long id);

    Optional<Stored> find(ClientAccountId client, Currency currency, LocalDate date);

    /** In the place of those of the same currency and date. */
    void put(ClientAccountId client, Collection<ExchangeRate> rates);

    void remove(ClientAccountId client, long id);

    /** @param id as in the API */
    record Stored(long id, ExchangeRate rate) {}

    /** @param currency its code
     * @param from,to both included */
    record Search(Optional<String> currency, Optional<LocalDate> from, Optional<LocalDate> to) {

        public static final Search ALL = new Search(Optional.empty(), Optional.empty(), Optional.empty());
    }
}
