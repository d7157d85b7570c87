package no.avstemt.application.journal;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import no.avstemt.application.Stores;
import no.avstemt.application.UnitOfWork;
import no.avstemt.application.register.Register;
import no.avstemt.application.register.Register.Search;
import no.avstemt.application.register.Register.Stored;
import no.avstemt.application.register.Registers;
import no.avstemt.domain.chart.Account;
import no.avstemt.domain.chart.ChartOfAccounts;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.dimension.DimensionType;
import no.avstemt.domain.journal.TaxLines;
import no.avstemt.domain.register.BankAccount;
import no.avstemt.domain.register.Label;
import no.avstemt.domain.register.Partner;

/** Reads what an entry can be written with. */
public final class ReadEntryChoices {

    private static final int MOST_VALUES = 1_000;

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
        return switch (type) {
            case BUSINESSPARTNER -> labels(registers.partners(), client, Partner::label);
            case BANKACC -> labels(registers.bankAccounts(), client, BankAccount::label);
            case PROJECT, DEPARTMENT, ASSET, TAG, ITEM -> labels(registers.labels(type), client, label -> label);
        };
    }

    private static <T> List<Label> labels(Register<T> register, ClientAccountId client, Function<T, Label> label) {
        return register.page(client, new Search(Optional.empty(), true), 0, MOST_VALUES).page().stream()
                .map(Stored::thing)
                .map(label)
                .toList();
    }
}
