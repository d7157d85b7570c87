package no.avstemt.application.chart;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import no.avstemt.application.Stores;
import no.avstemt.application.UnitOfWork;
import no.avstemt.application.audit.Actor;
import no.avstemt.application.audit.AuditAction;
import no.avstemt.application.audit.AuditEvent;
import no.avstemt.application.chart.ChartRefused.Reason;
import no.avstemt.application.client.StandardChart;
import no.avstemt.domain.chart.AccountCode;
import no.avstemt.domain.chart.AccountRole;
import no.avstemt.domain.client.ClientAccountId;

/** A client's chart and the template that it follows: where they differ, and what one takes from the other. */
public final class FollowTemplate {

    private static final int LONGEST_NAME = 100;

    private final UnitOfWork unitOfWork;
    private final EditAccounts editAccounts;
    private final AssignRoles assignRoles;
    private final Clock clock;

    public FollowTemplate(UnitOfWork unitOfWork, EditAccounts editAccounts, AssignRoles assignRoles, Clock clock) {
        this.unitOfWork = unitOfWork;
        this.editAccounts = editAccounts;
        this.assignRoles = assignRoles;
        this.clock = clock;
    }

    /**
     * @param templates the office's, without the built-in one
     * @param roles that are on another account than in the template, with the template's
     */
    public record Compared(
            ChartTemplate template,
            List<ChartTemplate.Listed> templates,
            List<Deviation> deviations,
            Map<AccountRole, AccountCode> roles) {

        public Compared {
            templates = List.copyOf(templates);
            deviations = List.copyOf(deviations);
            roles = Map.copyOf(roles);
        }
    }

    public Compared compare(ClientAccountId client) {
        return unitOfWork.read(Set.of(client), stores -> {
            ChartTemplate template = followed(stores, client);
            List<UsedAccount> chart = stores.chart().accounts(client);
            Map<AccountRole, AccountCode> roles = new HashMap<>();
            chart.forEach(used -> used.roles().stream()
                    .filter(role ->
                            !template.account(role).equals(used.account().code()))
                    .forEach(role -> roles.put(role, template.account(role))));
            return new Compared(template, stores.chartTemplates().all(), Deviation.of(chart, template), roles);
        });
    }

    /** One template, the built-in one too. */
    public Optional<ChartTemplate> find(ClientAccountId client, long templateId) {
        return unitOfWork.read(Set.of(client), stores -> ChartTemplate.find(stores, templateId));
    }

    /** Compares with another template from now on; no account is changed by it. */
    public void follow(ClientAccountId client, Actor actor, long templateId) {
        unitOfWork.write(Set.of(client), stores -> {
            ChartTemplate before = followed(stores, client);
            ChartTemplate after = template(stores, templateId);
            if (before.id() != after.id()) {
                stores.chartTemplates().follow(client, after.id());
                record(
                        stores,
                        client,
                        actor,
                        AuditAction.CHART_TEMPLATE_CHOSEN,
                        Map.of("template", before.name()),
                        Map.of("template", after.name()));
            }
            return true;
        });
    }

    /** Makes these accounts and roles what they are in the template. All of them or, when one cannot be, none. */
    public void takeOver(ClientAccountId client, Actor actor, Set<AccountCode> codes, Set<AccountRole> roles) {
        unitOfWork.write(Set.of(client), stores -> {
            stores.chart().lock(client);
            ChartTemplate template = followed(stores, client);
            Deviation.of(stores.chart().accounts(client), template).stream()
                    .filter(deviation -> codes.contains(deviation.code()))
                    .forEach(deviation ->
                            deviation.theirs().ifPresent(row -> take(stores, client, actor, deviation, row)));
            roles.forEach(role -> assignRoles.assign(stores, client, actor, role, template.account(role)));
            return true;
        });
    }

    private void take(Stores stores, ClientAccountId client, Actor actor, Deviation deviation, StandardChart.Row row) {
        AccountFields fields = Deviation.fields(row);
        if (deviation.ours().isPresent()) {
            editAccounts.change(stores, client, actor, deviation.ours().get(), fields, "");
        } else {
            editAccounts.add(stores, client, actor, row.code(), fields);
        }
    }

    /** A new template that is the client's chart as it is now, and which the client follows. */
    public long makeTemplate(ClientAccountId client, Actor actor, String name) {
        String stripped = name.strip();
        if (stripped.isEmpty()
                || stripped.length() > LONGEST_NAME
                || stripped.codePoints().anyMatch(Character::isISOControl)) {
            throw new ChartRefused(Reason.TEMPLATE_NAME, Integer.toString(LONGEST_NAME));
        }
        return unitOfWork.write(Set.of(client), stores -> {
            if (stores.chartTemplates().hasName(stripped)) {
                throw new ChartRefused(Reason.TEMPLATE_NAME_TAKEN, stripped);
            }
            long id = stores.chartTemplates().add(stripped, clock.instant());
            List<StandardChart.Row> rows = stores.chart().accounts(client).stream()
                    .filter(used -> used.account().active())
                    .map(used -> Deviation.row(used.account()))
                    .toList();
            stores.chartTemplates().put(id, rows, stores.chart().chosenRoles(client), clock.instant());
            stores.chartTemplates().follow(client, id);
            record(
                    stores,
                    client,
                    actor,
                    AuditAction.CHART_TEMPLATE_CHANGED,
                    Map.of(),
                    facts(stripped, Integer.toString(rows.size())));
            return id;
        });
    }

    /** Makes these accounts of the template what they are in the client's chart, for all who follow it to take over. */
    public void give(ClientAccountId client, Actor actor, Set<AccountCode> codes) {
        unitOfWork.write(Set.of(client), stores -> {
            ChartTemplate template = followed(stores, client);
            if (template.isBuiltIn()) {
                throw new ChartRefused(Reason.BUILT_IN_TEMPLATE);
            }
            List<StandardChart.Row> rows = new ArrayList<>();
            Deviation.of(stores.chart().accounts(client), template).stream()
                    .filter(deviation -> codes.contains(deviation.code()))
                    .forEach(deviation -> deviation.ours().ifPresent(used -> rows.add(Deviation.row(used.account()))));
            stores.chartTemplates().put(template.id(), rows, Map.of(), clock.instant());
            String given = rows.stream().map(row -> row.code().digits()).collect(Collectors.joining(", "));
            record(stores, client, actor, AuditAction.CHART_TEMPLATE_CHANGED, Map.of(), facts(template.name(), given));
            return true;
        });
    }

    private static Map<String, String> facts(String template, String accounts) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("template", template);
        facts.put("accounts", accounts);
        return facts;
    }

    private static ChartTemplate followed(Stores stores, ClientAccountId client) {
        return template(stores, stores.chartTemplates().followed(client));
    }

    private static ChartTemplate template(Stores stores, long id) {
        return ChartTemplate.find(stores, id)
                .orElseThrow(() -> new ChartRefused(Reason.NO_TEMPLATE, Long.toString(id)));
    }

    private void record(
            Stores stores,
            ClientAccountId client,
            Actor actor,
            AuditAction action,
            Map<String, String> before,
            Map<String, String> after) {
        stores.audit().record(client, new AuditEvent(clock.instant(), actor, action, "", before, after));
    }
}
