package no.avstemt.application.journal;

import java.util.List;
import java.util.Map;
import no.avstemt.domain.chart.Account;
import no.avstemt.domain.dimension.DimensionType;
import no.avstemt.domain.journal.TaxLines;
import no.avstemt.domain.period.Periods;
import no.avstemt.domain.register.Label;

/**
 * What a person can choose from who writes an entry.
 *
 * @param accounts all of the chart, by code
 * @param values those that can be chosen for new lines, by number; the first of them where there are very many
 */
public record EntryChoices(
        List<Account> accounts, TaxLines taxLines, Map<DimensionType, List<Label>> values, Periods periods) {

    public EntryChoices {
        accounts = List.copyOf(accounts);
        values = Map.copyOf(values);
    }

    public List<Label> of(DimensionType type) {
        return values.getOrDefault(type, List.of());
    }
}
