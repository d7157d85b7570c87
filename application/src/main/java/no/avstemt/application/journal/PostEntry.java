package no.avstemt.application.journal;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
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
import no.avstemt.domain.journal.JournalEntry;
import no.avstemt.domain.journal.JournalHead;
import no.avstemt.domain.journal.PostedEntry;
import no.avstemt.domain.journal.Voucher;

/** Posts what a person or program wrote: at once, or a draft that was kept. */
public final class PostEntry {

    private final UnitOfWork unit;
    private final Post post;
    private final Clock clock;

    public PostEntry(UnitOfWork unit, Post post, Clock clock) {
        this.unit = unit;
        this.post = post;
        this.clock = clock;
    }

    public EntryOutcome run(ClientAccountId client, Actor actor, EntryDraft written) {
        return unit.write(Set.of(client), stores -> {
            JournalHead head = stores.journal().lockHead(client);
            return checked(stores, client, actor, head, written, OptionalLong.empty());
        });
    }

    /** The draft is gone then; the posted entry has its id. */
    public EntryOutcome draft(ClientAccountId client, Actor actor, long id) {
        return unit.write(Set.of(client), stores -> {
            JournalHead head = stores.journal().lockHead(client);
            boolean locked = stores.drafts().lock(client, id);
            Optional<FullEntry> found = stores.entryLists().find(client, id);
            if (found.isEmpty()) {
                return new Missing();
            }
            if (!locked) {
                return new Refused(Why.POSTED_ALREADY, found.get().ref());
            }
            return checked(stores, client, actor, head, found.get().draft(), OptionalLong.of(id));
        });
    }

    private EntryOutcome checked(
            Stores stores,
            ClientAccountId client,
            Actor actor,
            JournalHead head,
            EntryDraft written,
            OptionalLong draftId) {
        EntryChecks checks = new EntryChecks(stores, client, written);
        List<EntryFault> faults = checks.faults();
        if (!faults.isEmpty()) {
            return new Faulty(faults);
        }
        int year = head.fiscalYears().of(written.date());
        long number = head.lastNumbers().getOrDefault(year, 0L) + 1;
        Voucher voucher = new Voucher(Voucher.Kind.MANUAL, year + "/" + number);
        JournalEntry entry = checks.draft().entry(voucher, actor.name());
        PostedEntry posted = post(stores, client, actor, head, entry, draftId);
        FullEntry stored = stores.entryLists()
                .find(client, posted.fiscalYear(), posted.number())
                .orElseThrow();
        Map<String, String> before =
                draftId.isPresent() ? Map.of("draft", Long.toString(draftId.getAsLong())) : Map.of();
        AuditEvent event = new AuditEvent(
                clock.instant(),
                actor,
                AuditAction.ENTRY_POSTED,
                EntryEvents.number(stored.ref().orElseThrow()),
                before,
                EntryEvents.told(checks.draft()));
        stores.audit().record(client, event);
        return new Done(stored);
    }

    private PostedEntry post(
            Stores stores,
            ClientAccountId client,
            Actor actor,
            JournalHead head,
            JournalEntry entry,
            OptionalLong draftId) {
        if (draftId.isEmpty()) {
            return post.run(stores, client, head, List.of(entry), actor.user()).get(0);
        }
        stores.drafts().remove(client, draftId.getAsLong());
        return post.draft(stores, client, head, entry, actor.user(), draftId.getAsLong());
    }
}
