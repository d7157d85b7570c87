package no.avstemt.domain.currency;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import no.avstemt.domain.money.Money;

/** The rates of one currency. Kroner are worth themselves on every day. */
public final class ExchangeRates {

    /** Back from a day without a rate: over Easter there is none from Wednesday to Tuesday. */
    public static final int DAYS_BACK = 7;

    public static final ExchangeRates KRONER = new ExchangeRates(Money.NOK, List.of());

    private final Currency currency;
    private final NavigableMap<LocalDate, ExchangeRate> byDate;

    /** @param rates of the currency, at most one of each date */
    public ExchangeRates(Currency currency, Collection<ExchangeRate> rates) {
        this.currency = currency;
        NavigableMap<LocalDate, ExchangeRate> sorted = new TreeMap<>();
        for (ExchangeRate rate : rates) {
            if (!rate.currency().equals(currency) || sorted.put(rate.date(), rate) != null) {
                throw new IllegalArgumentException("Not the one rate of " + currency + " on its date: " + rate);
            }
        }
        byDate = Collections.unmodifiableNavigableMap(sorted);
    }

    public Currency currency() {
        return currency;
    }

    public boolean areOfKroner() {
        return currency.equals(Money.NOK);
    }

    /** The one that was set for this day itself. */
    public Optional<ExchangeRate> of(LocalDate date) {
        return Optional.ofNullable(byDate.get(date));
    }

    /** The one that amounts of this day are valued by, which tells its own date; none for kroner. */
    public Optional<ExchangeRate> on(LocalDate day) {
        return Optional.ofNullable(byDate.floorEntry(day))
                .map(Map.Entry::getValue)
                .filter(rate -> !rate.date().isBefore(day.minusDays(DAYS_BACK)));
    }

    /** Kroner for one unit on this day. */
    public Optional<BigDecimal> perUnit(LocalDate day) {
        return areOfKroner() ? Optional.of(BigDecimal.ONE) : on(day).map(ExchangeRate::perUnit);
    }
}
