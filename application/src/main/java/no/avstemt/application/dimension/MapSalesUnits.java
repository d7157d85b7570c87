package no.avstemt.application.dimension;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import no.avstemt.application.Stores;
import no.avstemt.application.UnitOfWork;
import no.avstemt.application.audit.Actor;
import no.avstemt.application.audit.AuditAction;
import no.avstemt.application.audit.AuditEvent;
import no.avstemt.application.dimension.DimensionStore.Known;
import no.avstemt.application.register.Objection;
import no.avstemt.application.register.Objection.Reason;
import no.avstemt.domain.chart.AccountCode;
import no.avstemt.domain.chart.ChartOfAccounts;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.client.SalesUnit;
import no.avstemt.domain.dimension.DimensionRef;
import no.avstemt.domain.dimension.DimensionType;
import no.avstemt.domain.settlement.LedgerId;

/** The department and project that a sales unit's sales and fees are booked on, from the next entry on. */
public final class MapSalesUnits {

    private final UnitOfWork unit;
    private final Clock clock;

    public MapSalesUnits(UnitOfWork unit, Clock clock) {
        this.unit = unit;
        this.clock = clock;
    }

    /** @param department,project as they are kept, where the unit is mapped to one */
    public record Mapped(LedgerId ledger, SalesUnit unit, Optional<Known> department, Optional<Known> project) {}

    /** @param department,project ids; none for a unit that is not mapped to one */
    public record Wish(LedgerId ledger, String handle, Optional<Long> department, Optional<Long> project) {}

    /**
     * How it went.
     *
     * @param mapped as it is now; none together with no objection where there is no such unit
     * @param objection why nothing was done
     */
    public record Outcome(Optional<Mapped> mapped, Optional<Objection> objection) {}

    /** Every sales unit of the client account, by ledger and handle. */
    public List<Mapped> all(ClientAccountId client) {
        return unit.read(Set.of(client), stores -> all(stores, client));
    }

    private static List<Mapped> all(Stores stores, ClientAccountId client) {
        List<Mapped> all = new ArrayList<>();
        stores.ledgers()
                .of(client)
                .forEach(ledger -> stores.ledgers()
                        .units(client, ledger.id())
                        .forEach(each -> all.add(mapped(stores, client, ledger.id(), each))));
        return all;
    }

    private static Mapped mapped(Stores stores, ClientAccountId client, LedgerId ledger, SalesUnit each) {
        Map<DimensionRef, Known> known =
                stores.dimensions().find(client, each.about().others());
        return new Mapped(
                ledger,
                each,
                each.about().of(DimensionType.DEPARTMENT).map(known::get),
                each.about().of(DimensionType.PROJECT).map(known::get));
    }

    public Outcome run(ClientAccountId client, Actor actor, Wish wish) {
        return unit.write(Set.of(client), stores -> {
            Optional<SalesUnit> before = stores.ledgers().of(client).stream()
                    .filter(ledger -> ledger.id().equals(wish.ledger()))
                    .flatMap(ledger -> stores.ledgers().units(client, ledger.id()).stream())
                    .filter(each -> each.handle().equals(wish.handle()))
                    .findFirst();
            return before.map(each -> map(stores, client, actor, wish, each))
                    .orElseGet(() -> new Outcome(Optional.empty(), Optional.empty()));
        });
    }

    private Outcome map(Stores stores, ClientAccountId client, Actor actor, Wish wish, SalesUnit before) {
        Map<Long, Known> known = stores.dimensions()
                .byId(
                        client,
                        Stream.concat(wish.department().stream(), wish.project().stream())
                                .toList());
        Optional<DimensionRef> department = ref(wish.department(), DimensionType.DEPARTMENT, known);
        Optional<DimensionRef> project = ref(wish.project(), DimensionType.PROJECT, known);
        if (wish.department().isPresent() && department.isEmpty()) {
            return refused(Reason.UNKNOWN_DEPARTMENT, "department_id", wish.department());
        }
        if (wish.project().isPresent() && project.isEmpty()) {
            return refused(Reason.UNKNOWN_PROJECT, "project_id", wish.project());
        }
        Optional<Known> putAway = known.values().stream()
                .filter(value -> !value.active() && !before.about().others().contains(value.ref()))
                .findFirst();
        if (putAway.isPresent()) {
            String field = putAway.get().ref().type() == DimensionType.PROJECT ? "project_id" : "department_id";
            return new Outcome(
                    Optional.empty(),
                    Optional.of(
                            new Objection(Reason.PUT_AWAY, field, putAway.get().name())));
        }
        SalesUnit after = before.mappedTo(Stream.concat(department.stream(), project.stream()));
        Optional<AccountCode> demanding = demanding(stores, client, before, after);
        if (demanding.isPresent()) {
            return new Outcome(
                    Optional.empty(),
                    Optional.of(new Objection(
                            Reason.NOT_FROM_VIPPS, "", demanding.get().digits())));
        }
        write(stores, client, actor, wish.ledger(), before, after);
        return new Outcome(Optional.of(mapped(stores, client, wish.ledger(), after)), Optional.empty());
    }

    private static Optional<DimensionRef> ref(Optional<Long> id, DimensionType type, Map<Long, Known> known) {
        return id.flatMap(given -> Optional.ofNullable(known.get(given)))
                .map(Known::ref)
                .filter(ref -> ref.type() == type);
    }

    private static Outcome refused(Reason reason, String field, Optional<Long> id) {
        String fact = id.map(given -> Long.toString(given)).orElse("");
        return new Outcome(Optional.empty(), Optional.of(new Objection(reason, field, fact)));
    }

    /** An account that demands what the unit's lines would carry no longer. */
    private static Optional<AccountCode> demanding(
            Stores stores, ClientAccountId client, SalesUnit before, SalesUnit after) {
        List<SalesUnit> units = new ArrayList<>(RequireDimensions.units(stores, client));
        units.remove(before);
        units.add(after);
        ChartOfAccounts chart = stores.clients().chart(client);
        return stores.dimensions().mandatory(client).byAccount().entrySet().stream()
                .filter(duty -> !RequireDimensions.lacking(chart, units, duty.getKey(), duty.getValue())
                        .isEmpty())
                .map(Map.Entry::getKey)
                .sorted()
                .findFirst();
    }

    private void write(
            Stores stores, ClientAccountId client, Actor actor, LedgerId ledger, SalesUnit before, SalesUnit after) {
        if (before.equals(after)) {
            return;
        }
        stores.ledgers().map(client, ledger, after);
        stores.audit()
                .record(
                        client,
                        new AuditEvent(
                                clock.instant(),
                                actor,
                                AuditAction.SALES_UNIT_MAPPED,
                                ledger + " " + after.handle(),
                                told(before),
                                told(after)));
    }

    private static Map<String, String> told(SalesUnit each) {
        Map<String, String> told = new LinkedHashMap<>();
        told.put("department", keyOf(each, DimensionType.DEPARTMENT));
        told.put("project", keyOf(each, DimensionType.PROJECT));
        return told;
    }

    private static String keyOf(SalesUnit each, DimensionType type) {
        return each.about().of(type).map(DimensionRef::key).orElse("");
    }
}
