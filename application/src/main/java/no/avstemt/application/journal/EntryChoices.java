package no.avstemt.application.journal;

import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.avstemt.domain.chart.Account;
import no.avstemt.domain.currency.ExchangeRate;
import no.avstemt.domain.currency.ExchangeRates;
import no.avstemt.domain.dimension.DimensionType;
import no.avstemt.domain.journal.TaxLines;
import no.avstemt.domain.period.Periods;
import no.avstemt.domain.register.Label;

/**
 * What a person can choose from who writes an entry.
 *
 * @param accounts all of the chart, by code
 * @param rates by currency, of those that there are any of
 * @param values those that can be chosen for new lines, by number; the first of them where there are very many
 */
public record EntryChoices(
        List<Account> accounts,
        TaxLines taxLines,
        Map<DimensionType, List<Label>> values,
        Map<Currency, ExchangeRates> rates,
        Periods periods) {

    public EntryChoices {
        accounts = List.copyOf(accounts);
        values = Map.copyOf(values);
        rates = Map.copyOf(rates);
    }

    /** The rate that stands for one that is left out. */
    public Optional<ExchangeRate> rate(Currency currency, LocalDate day) {
        return Optional.ofNullable(rates.get(currency)).flatMap(known -> known.on(day));
    }

    public List<Label> of(DimensionType type) {
        return values.getOrDefault(type, List.of());
    }
}
