package no.avstemt.application.client;

import java.time.Clock;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import no.avstemt.application.Stores;
import no.avstemt.application.UnitOfWork;
import no.avstemt.application.audit.Actor;
import no.avstemt.application.audit.AuditAction;
import no.avstemt.application.audit.AuditEvent;
import no.avstemt.application.chart.ChartRefused;
import no.avstemt.application.chart.ChartRefused.Reason;
import no.avstemt.application.chart.ChartTemplate;
import no.avstemt.domain.chart.AccountCode;
import no.avstemt.domain.client.ClientAccount;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.client.SalesUnit;
import no.avstemt.domain.settlement.LedgerId;

/**
 * Gives a ledger to its client account, with what onboarding asked; a new client account gets the chart that was chosen for
 * it and an empty journal. Throws {@link no.avstemt.application.settlement.LedgerTaken} when it belongs to another already.
 */
public final class TakeLedgerIntoUse {

    /** Where no person asks for it. */
    private static final Actor PROGRAM = Actor.system("Avstemt");

    private final UnitOfWork unit;
    private final Clock clock;

    public TakeLedgerIntoUse(UnitOfWork unit, Clock clock) {
        this.unit = unit;
        this.clock = clock;
    }

    /** @param cutoff when the ledger's dates end, Oslo time */
    public record Terms(LedgerId ledger, List<SalesUnit> units, LocalTime cutoff) {

        public Terms {
            units = List.copyOf(units);
        }
    }

    /** @return the new client account's id */
    public ClientAccountId forNewClient(NewClient client, LedgerId ledger, List<SalesUnit> units) {
        return forNewClient(client, new Terms(ledger, units, LocalTime.MIDNIGHT));
    }

    /** @return the new client account's id */
    public ClientAccountId forNewClient(NewClient client, Terms terms) {
        return forNewClient(PROGRAM, client, terms);
    }

    /** @return the new client account's id */
    public ClientAccountId forNewClient(Actor actor, NewClient client, Terms terms) {
        ClientAccountId id = unit.write(Set.of(), stores -> stores.clients().nextId());
        return unit.write(Set.of(id), stores -> {
            ClientAccount account = client.withId(id);
            ChartTemplate template = ChartTemplate.find(stores, client.chartTemplate())
                    .orElseThrow(() -> new ChartRefused(Reason.NO_TEMPLATE, Long.toString(client.chartTemplate())));
            stores.clients().add(account, template.forNewClient(), clock.instant());
            Map<String, String> told = told(account);
            if (!template.isBuiltIn()) {
                follow(stores, id, template);
                told.put("template", template.name());
            }
            record(stores, id, actor, AuditAction.CLIENT_CREATED, account.name(), told);
            return take(stores, actor, id, terms);
        });
    }

    /** Nothing is booked yet, so each role goes where the template has it. */
    private void follow(Stores stores, ClientAccountId client, ChartTemplate template) {
        stores.chartTemplates().follow(client, template.id());
        Map<AccountCode, Long> ids = new HashMap<>();
        stores.clients().accounts(client).forEach(account -> ids.put(account.code(), account.id()));
        template.roles()
                .forEach((role, code) ->
                        stores.chart().assign(client, role, Objects.requireNonNull(ids.get(code)), clock.instant()));
    }

    /** The office's, by name, beside the standard chart. */
    public List<ChartTemplate.Listed> templates() {
        return unit.read(Set.of(), stores -> stores.chartTemplates().all());
    }

    /** Beside the ledgers that the client account has. */
    public ClientAccountId forClient(ClientAccountId client, Terms terms) {
        return forClient(PROGRAM, client, terms);
    }

    /** Beside the ledgers that the client account has. */
    public ClientAccountId forClient(Actor actor, ClientAccountId client, Terms terms) {
        return unit.write(Set.of(client), stores -> take(stores, actor, client, terms));
    }

    private ClientAccountId take(Stores stores, Actor actor, ClientAccountId client, Terms terms) {
        stores.ledgers().takeIntoUse(client, terms.ledger(), terms.units());
        stores.ledgers().cutOffAt(client, terms.ledger(), terms.cutoff());
        Map<String, String> after = new LinkedHashMap<>();
        after.put("cutoff", terms.cutoff().toString());
        terms.units().forEach(unitOfSales -> tell(unitOfSales, after));
        record(
                stores,
                client,
                actor,
                AuditAction.LEDGER_TAKEN_INTO_USE,
                terms.ledger().value(),
                after);
        return client;
    }

    private static Map<String, String> told(ClientAccount account) {
        Map<String, String> told = new LinkedHashMap<>();
        told.put("organisation_number", account.organisationNumber().digits());
        told.put("start_date", account.startDate().toString());
        return told;
    }

    /** What onboarding was answered. */
    private static void tell(SalesUnit sales, Map<String, String> told) {
        told.put("sales_unit " + sales.handle(), sales.name());
        told.put("booked_from " + sales.handle(), sales.salesBookedFrom().name());
        told.put("default_tax_code " + sales.handle(), sales.defaultTaxCode().toString());
        told.put("zero_rate_code " + sales.handle(), sales.zeroRateCode().toString());
    }

    private void record(
            Stores stores,
            ClientAccountId client,
            Actor actor,
            AuditAction action,
            String subject,
            Map<String, String> after) {
        stores.audit().record(client, new AuditEvent(clock.instant(), actor, action, subject, Map.of(), after));
    }
}
