package no.avstemt.application.journal;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.avstemt.application.Stores;
import no.avstemt.application.UnitOfWork;
import no.avstemt.application.register.DimensionValues;
import no.avstemt.application.register.Register.Search;
import no.avstemt.application.register.Register.Stored;
import no.avstemt.application.register.Registers;
import no.avstemt.domain.chart.Account;
import no.avstemt.domain.chart.ChartOfAccounts;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.dimension.DimensionType;
import no.avstemt.domain.journal.TaxLines;
import no.avstemt.domain.register.Label;

/** Reads what an entry can be written with. */
public final class ReadEntryChoices {

    private static final Search CHOOSABLE = new Search(Optional.empty(), true);

    private final UnitOfWork unit;

    public ReadEntryChoices(UnitOfWork unit) {
        this.unit = unit;
    }

    public EntryChoices run(ClientAccountId client) {
        return unit.read(Set.of(client), stores -> choices(stores, client));
    }

    private static EntryChoices choices(Stores stores, ClientAccountId client) {
        List<Account> accounts = stores.clients().accounts(client).stream()
                .sorted(Comparator.comparing(Account::code))
                .toList();
        ChartOfAccounts chart = stores.clients().chart(client);
        Map<DimensionType, List<Label>> values = new EnumMap<>(DimensionType.class);
        for (DimensionType type : DimensionType.values()) {
            values.put(type, labels(stores.registers(), client, type));
        }
        return new EntryChoices(
                accounts,
                new TaxLines(chart.roles()),
                values,
                stores.rates().all(client),
                stores.periods().of(client));
    }

    private static List<Label> labels(Registers registers, ClientAccountId client, DimensionType type) {
        return DimensionValues.page(registers, client, type, CHOOSABLE).stream()
                .map(Stored::thing)
                .toList();
    }
}
