package no.avstemt.application.journal;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.avstemt.application.Stores;
import no.avstemt.application.UnitOfWork;
import no.avstemt.application.audit.Actor;
import no.avstemt.application.audit.AuditAction;
import no.avstemt.application.audit.AuditEvent;
import no.avstemt.application.journal.TemplateOutcome.Done;
import no.avstemt.application.journal.TemplateOutcome.Faulty;
import no.avstemt.application.journal.TemplateOutcome.Missing;
import no.avstemt.application.journal.TemplateOutcome.NameTaken;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.journal.EntryFault;
import no.avstemt.domain.journal.EntryTemplate;
import no.avstemt.domain.time.Oslo;

/** Lists, adds, changes and deletes entries that come again. */
public final class KeepTemplates {

    private final UnitOfWork unit;
    private final Clock clock;

    public KeepTemplates(UnitOfWork unit, Clock clock) {
        this.unit = unit;
        this.clock = clock;
    }

    public TemplateStore.Found page(ClientAccountId client, Optional<String> search, long offset, int limit) {
        return unit.read(Set.of(client), stores -> stores.templates().page(client, search, offset, limit));
    }

    public Optional<StoredTemplate> find(ClientAccountId client, long id) {
        return unit.read(Set.of(client), stores -> stores.templates().find(client, id));
    }

    public TemplateOutcome add(ClientAccountId client, Actor actor, EntryTemplate written) {
        return unit.write(Set.of(client), stores -> add(stores, client, actor, written));
    }

    /** Of a draft or a posted entry. */
    public TemplateOutcome addOf(ClientAccountId client, Actor actor, String name, long entryId) {
        return unit.write(
                Set.of(client),
                stores -> stores.entryLists()
                        .find(client, entryId)
                        .map(entry -> add(stores, client, actor, EntryTemplate.of(name, entry.draft())))
                        .orElseGet(Missing::new));
    }

    private TemplateOutcome add(Stores stores, ClientAccountId client, Actor actor, EntryTemplate written) {
        EntryChecks checks = checks(stores, client, written);
        List<EntryFault> faults = checks.faultsOfDraft();
        if (!faults.isEmpty()) {
            return new Faulty(faults);
        }
        EntryTemplate template = EntryTemplate.of(written.name(), checks.draft());
        Optional<Long> id = stores.templates().add(client, template, actor, now());
        if (id.isEmpty()) {
            return new NameTaken(template.name());
        }
        record(stores, client, actor, AuditAction.TEMPLATE_ADDED, id.get(), Map.of(), told(template));
        return done(stores, client, id.get());
    }

    public TemplateOutcome change(ClientAccountId client, Actor actor, long id, EntryTemplate written) {
        return ofTemplate(client, id, (stores, before) -> {
            EntryChecks checks = checks(stores, client, written);
            List<EntryFault> faults = checks.faultsOfDraft();
            return faults.isEmpty()
                    ? changed(stores, client, actor, before, EntryTemplate.of(written.name(), checks.draft()))
                    : new Faulty(faults);
        });
    }

    public TemplateOutcome rename(ClientAccountId client, Actor actor, long id, String name) {
        return ofTemplate(
                client,
                id,
                (stores, before) ->
                        changed(stores, client, actor, before, before.template().named(name)));
    }

    private TemplateOutcome changed(
            Stores stores, ClientAccountId client, Actor actor, StoredTemplate before, EntryTemplate template) {
        if (!stores.templates().change(client, before.id(), template)) {
            return new NameTaken(template.name());
        }
        Map<String, String> was = told(before.template());
        record(stores, client, actor, AuditAction.TEMPLATE_CHANGED, before.id(), was, told(template));
        return done(stores, client, before.id());
    }

    /** @return the template as it was */
    public TemplateOutcome remove(ClientAccountId client, Actor actor, long id) {
        return ofTemplate(client, id, (stores, before) -> {
            stores.templates().remove(client, id);
            Map<String, String> was = told(before.template());
            record(stores, client, actor, AuditAction.TEMPLATE_REMOVED, id, was, Map.of());
            return new Done(before);
        });
    }

    private interface OfTemplate {

        TemplateOutcome run(Stores stores, StoredTemplate template);
    }

    private TemplateOutcome ofTemplate(ClientAccountId client, long id, OfTemplate work) {
        return unit.write(
                Set.of(client),
                stores -> stores.templates()
                        .find(client, id)
                        .map(template -> work.run(stores, template))
                        .orElseGet(Missing::new));
    }

    private EntryChecks checks(Stores stores, ClientAccountId client, EntryTemplate template) {
        LocalDate today = Oslo.today(clock);
        return new EntryChecks(stores, client, template.on(today), today);
    }

    private static TemplateOutcome done(Stores stores, ClientAccountId client, long id) {
        return new Done(stores.templates().find(client, id).orElseThrow());
    }

    private Map<String, String> told(EntryTemplate template) {
        Map<String, String> told = new LinkedHashMap<>();
        told.put("name", template.name());
        told.putAll(EntryEvents.told(template.on(Oslo.today(clock))));
        told.remove("date");
        return told;
    }

    private void record(
            Stores stores,
            ClientAccountId client,
            Actor actor,
            AuditAction action,
            long id,
            Map<String, String> before,
            Map<String, String> after) {
        stores.audit().record(client, new AuditEvent(now(), actor, action, Long.toString(id), before, after));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
