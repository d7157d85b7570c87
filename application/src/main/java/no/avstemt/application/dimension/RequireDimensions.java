package no.avstemt.application.dimension;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.avstemt.application.Stores;
import no.avstemt.application.UnitOfWork;
import no.avstemt.application.audit.Actor;
import no.avstemt.application.audit.AuditAction;
import no.avstemt.application.audit.AuditEvent;
import no.avstemt.application.register.Objection;
import no.avstemt.application.register.Objection.Reason;
import no.avstemt.domain.chart.Account;
import no.avstemt.domain.chart.AccountCode;
import no.avstemt.domain.chart.AccountRole;
import no.avstemt.domain.chart.ChartOfAccounts;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.client.SalesUnit;
import no.avstemt.domain.dimension.DimensionType;
import no.avstemt.domain.journal.MandatoryDimensions;
import no.avstemt.domain.posting.CarriedDimensions;
import no.avstemt.domain.settlement.LedgerId;

/**
 * What lines on an account must be about. An account that is booked on from Vipps can only demand what each of those lines
 * carries by itself, so what comes from Vipps never lacks anything.
 */
public final class RequireDimensions {

    private final UnitOfWork unit;
    private final Clock clock;

    public RequireDimensions(UnitOfWork unit, Clock clock) {
        this.unit = unit;
        this.clock = clock;
    }

    /** Every account of the chart, and what those demand that demand something. */
    public record Duties(List<Account> accounts, MandatoryDimensions mandatory) {

        public Duties {
            accounts = List.copyOf(accounts);
        }
    }

    public Duties all(ClientAccountId client) {
        return unit.read(
                Set.of(client),
                stores -> new Duties(
                        stores.clients().accounts(client), stores.dimensions().mandatory(client)));
    }

    /** @return why nothing was done; empty when it was */
    public Optional<Objection> run(ClientAccountId client, Actor actor, AccountCode account, Set<DimensionType> types) {
        return unit.write(Set.of(client), stores -> {
            ChartOfAccounts chart = stores.clients().chart(client);
            if (!chart.accounts().containsKey(account)) {
                return Optional.of(new Objection(Reason.UNKNOWN_ACCOUNT, "account_code", account.digits()));
            }
            Set<DimensionType> lacking = lacking(chart, units(stores, client), account, types);
            if (!lacking.isEmpty()) {
                return Optional.of(new Objection(Reason.NOT_FROM_VIPPS, "types", told(lacking)));
            }
            Set<DimensionType> before = stores.dimensions().mandatory(client).of(account);
            if (!before.equals(types)) {
                stores.dimensions().require(client, account, types);
                stores.audit()
                        .record(
                                client,
                                new AuditEvent(
                                        clock.instant(),
                                        actor,
                                        AuditAction.MANDATORY_DIMENSIONS_CHANGED,
                                        account.digits(),
                                        Map.of("types", told(before)),
                                        Map.of("types", told(types))));
            }
            return Optional.empty();
        });
    }

    /** The types that an account demands and that not each of its lines from Vipps would carry. */
    static Set<DimensionType> lacking(
            ChartOfAccounts chart, List<SalesUnit> units, AccountCode account, Set<DimensionType> types) {
        Set<DimensionType> lacking = new TreeSet<>();
        for (AccountRole role : AccountRole.values()) {
            if (chart.account(role).equals(account)) {
                Set<DimensionType> carried = CarriedDimensions.always(role, units);
                types.stream().filter(type -> !carried.contains(type)).forEach(lacking::add);
            }
        }
        return lacking;
    }

    /** What the account demands and lines of the role would lack, were it the role's: such a role it cannot have. */
    public static Set<DimensionType> lacking(
            Stores stores, ClientAccountId client, AccountRole role, AccountCode account) {
        Set<DimensionType> lacking =
                new TreeSet<>(stores.dimensions().mandatory(client).of(account));
        lacking.removeAll(CarriedDimensions.always(role, units(stores, client)));
        return lacking;
    }

    static List<SalesUnit> units(Stores stores, ClientAccountId client) {
        return stores.ledgers().of(client).stream()
                .flatMap(ledger -> unitsOf(stores, client, ledger.id()))
                .toList();
    }

    private static Stream<SalesUnit> unitsOf(Stores stores, ClientAccountId client, LedgerId ledger) {
        return stores.ledgers().units(client, ledger).stream();
    }

    /** By their names in the API. */
    public static String told(Set<DimensionType> types) {
        return new TreeSet<>(types).stream().map(DimensionType::apiName).collect(Collectors.joining(", "));
    }
}
