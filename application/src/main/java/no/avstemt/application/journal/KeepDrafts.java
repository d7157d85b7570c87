package no.avstemt.application.journal;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import no.avstemt.application.Stores;
import no.avstemt.application.UnitOfWork;
import no.avstemt.application.audit.Actor;
import no.avstemt.application.audit.AuditAction;
import no.avstemt.application.audit.AuditEvent;
import no.avstemt.application.journal.EntryOutcome.Done;
import no.avstemt.application.journal.EntryOutcome.Faulty;
import no.avstemt.application.journal.EntryOutcome.Missing;
import no.avstemt.application.journal.EntryOutcome.Refused;
import no.avstemt.application.journal.EntryOutcome.Why;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.journal.EntryDraft;
import no.avstemt.domain.journal.EntryFault;
import no.avstemt.domain.time.Oslo;

/** Writes, changes and deletes entries that are not posted. */
public final class KeepDrafts {

    private final UnitOfWork unit;
    private final Clock clock;

    public KeepDrafts(UnitOfWork unit, Clock clock) {
        this.unit = unit;
        this.clock = clock;
    }

    /** What would keep it from being kept; writes nothing. */
    public List<EntryFault> faults(ClientAccountId client, EntryDraft written) {
        return unit.read(
                Set.of(client), stores -> new EntryChecks(stores, client, written, Oslo.today(clock)).faultsOfDraft());
    }

    public EntryOutcome create(ClientAccountId client, Actor actor, EntryDraft written) {
        return unit.write(Set.of(client), stores -> {
            EntryChecks checks = new EntryChecks(stores, client, written, Oslo.today(clock));
            List<EntryFault> faults = checks.faultsOfDraft();
            if (!faults.isEmpty()) {
                return new Faulty(faults);
            }
            long id = stores.drafts().add(client, checks.draft(), actor, now());
            Map<String, String> after = EntryEvents.told(checks.draft());
            record(stores, client, actor, AuditAction.DRAFT_CREATED, id, Map.of(), after);
            return done(stores, client, id);
        });
    }

    public EntryOutcome change(ClientAccountId client, Actor actor, long id, EntryDraft written) {
        return ofDraft(client, id, (stores, before) -> {
            EntryChecks checks = new EntryChecks(stores, client, written, Oslo.today(clock));
            List<EntryFault> faults = checks.faultsOfDraft();
            if (!faults.isEmpty()) {
                return new Faulty(faults);
            }
            stores.drafts().change(client, id, checks.draft());
            record(
                    stores,
                    client,
                    actor,
                    AuditAction.DRAFT_CHANGED,
                    id,
                    EntryEvents.told(before.draft()),
                    EntryEvents.told(checks.draft()));
            return done(stores, client, id);
        });
    }

    /**
     * Its files go with it.
     *
     * @return the draft as it was
     */
    public EntryOutcome delete(ClientAccountId client, Actor actor, long id) {
        return ofDraft(client, id, (stores, before) -> {
            stores.files().ofEntry(client, id).forEach(file -> stores.files().remove(client, file.id()));
            stores.drafts().remove(client, id);
            Map<String, String> was = EntryEvents.told(before.draft());
            record(stores, client, actor, AuditAction.DRAFT_DELETED, id, was, Map.of());
            return new Done(before);
        });
    }

    private interface OfDraft {

        EntryOutcome run(Stores stores, FullEntry draft);
    }

    private EntryOutcome ofDraft(ClientAccountId client, long id, OfDraft work) {
        return unit.write(Set.of(client), stores -> {
            boolean locked = stores.drafts().lock(client, id);
            Optional<FullEntry> found = stores.entryLists().find(client, id);
            if (locked && found.isPresent()) {
                return work.run(stores, found.get());
            }
            Function<FullEntry, EntryOutcome> posted = entry -> new Refused(Why.POSTED_ALREADY, entry.ref());
            return found.map(posted).orElseGet(Missing::new);
        });
    }

    static EntryOutcome done(Stores stores, ClientAccountId client, long id) {
        return new Done(stores.entryLists().find(client, id).orElseThrow());
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
