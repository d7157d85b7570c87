package no.avstemt.application.register;

import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import no.avstemt.application.UnitOfWork;
import no.avstemt.application.dimension.DimensionStore.Known;
import no.avstemt.application.register.Register.Search;
import no.avstemt.application.register.Register.Stored;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.dimension.DimensionType;
import no.avstemt.domain.register.BankAccount;
import no.avstemt.domain.register.Label;
import no.avstemt.domain.register.Partner;

/** What lines can be about, by number and name, whichever register keeps it. */
public final class DimensionValues {

    /** As many are offered to choose from. */
    public static final int MOST = 1_000;

    private final UnitOfWork unit;

    public DimensionValues(UnitOfWork unit) {
        this.unit = unit;
    }

    /**
     * @param offered the first of each type, by number, those that are put away too
     * @param known those that were asked for by their ids, by id; without those that nobody has
     */
    public record Choices(Map<DimensionType, List<Label>> offered, Map<Long, Label> known) {

        public Choices {
            offered = Map.copyOf(offered);
            known = Map.copyOf(known);
        }

        public List<Label> of(DimensionType type) {
            return offered.getOrDefault(type, List.of());
        }
    }

    public Choices choices(ClientAccountId client, Collection<DimensionType> types, Set<Long> ids) {
        return unit.read(Set.of(client), stores -> {
            Map<DimensionType, List<Label>> offered = new EnumMap<>(DimensionType.class);
            types.forEach(type -> offered.put(
                    type,
                    page(stores.registers(), client, type, Search.ALL).stream()
                            .map(Stored::thing)
                            .toList()));
            Map<Long, Label> known = new HashMap<>();
            stores.dimensions().byId(client, ids).forEach((id, value) -> known.put(id, label(value)));
            return new Choices(offered, known);
        });
    }

    private static Label label(Known value) {
        return new Label(value.ref().key(), value.name(), value.active());
    }

    /** Those of a type in whose number or name one of some texts is found. */
    public List<Stored<Label>> find(ClientAccountId client, DimensionType type, Collection<String> texts) {
        return unit.read(
                Set.of(client),
                stores -> texts.stream()
                        .flatMap(text ->
                                page(stores.registers(), client, type, new Search(Optional.of(text), false)).stream())
                        .distinct()
                        .toList());
    }

    /** The first that are asked for, by number. */
    public static List<Stored<Label>> page(
            Registers registers, ClientAccountId client, DimensionType type, Search search) {
        return switch (type) {
            case BUSINESSPARTNER -> page(registers.partners(), client, search, Partner::label);
            case BANKACC -> page(registers.bankAccounts(), client, search, BankAccount::label);
            case PROJECT, DEPARTMENT, ASSET, TAG, ITEM ->
                page(registers.labels(type), client, search, Function.identity());
        };
    }

    private static <T> List<Stored<Label>> page(
            Register<T> register, ClientAccountId client, Search search, Function<T, Label> label) {
        return register.page(client, search, 0, MOST).page().stream()
                .map(stored -> new Stored<>(stored.id(), label.apply(stored.thing())))
                .toList();
    }
}
