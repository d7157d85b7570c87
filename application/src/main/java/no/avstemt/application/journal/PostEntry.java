package no.avstemt.application.journal;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import no.avstemt.application.Stores;
import no.avstemt.application.UnitOfWork;
import no.avstemt.application.access.UserId;
import no.avstemt.application.audit.Actor;
import no.avstemt.application.audit.AuditAction;
import no.avstemt.application.audit.AuditEvent;
import no.avstemt.application.journal.EntryOutcome.Done;
import no.avstemt.application.journal.EntryOutcome.Faulty;
import no.avstemt.application.journal.EntryOutcome.Missing;
import no.avstemt.application.journal.EntryOutcome.Refused;
import no.avstemt.application.journal.EntryOutcome.Why;
import no.avstemt.application.settlement.LedgerStore.OwnLedger;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.journal.EntryDraft;
import no.avstemt.domain.journal.EntryFault;
import no.avstemt.domain.journal.JournalEntry;
import no.avstemt.domain.journal.JournalHead;
import no.avstemt.domain.journal.PostedEntry;
import no.avstemt.domain.journal.Voucher;
import no.avstemt.domain.period.PeriodState;
import no.avstemt.domain.time.Oslo;

/** Posts what a person or program wrote: at once, or a draft that was kept. Ledgers that it is about are proven anew. */
public final class PostEntry {

    private final UnitOfWork unit;
    private final Post post;
    private final MovedLedgers movedLedgers;
    private final Clock clock;

    public PostEntry(UnitOfWork unit, Post post, Clock clock) {
        this.unit = unit;
        this.post = post;
        this.movedLedgers = new MovedLedgers(unit, clock);
        this.clock = clock;
    }

    /** What would keep it from being posted now; writes nothing. */
    public List<EntryFault> faults(ClientAccountId client, EntryDraft written, Optional<String> heldReason) {
        return unit.read(
                Set.of(client),
                stores -> new EntryChecks(stores, client, written, Oslo.today(clock))
                        .faults(stores.periods().of(client), heldReason));
    }

    public EntryOutcome run(ClientAccountId client, Actor actor, EntryDraft written) {
        return run(client, actor, written, Optional.empty());
    }

    /** @param heldReason why it is posted all the same, should its month be held */
    public EntryOutcome run(ClientAccountId client, Actor actor, EntryDraft written, Optional<String> heldReason) {
        return proven(client, stores -> {
            Posting posting =
                    new Posting(stores, client, actor, stores.journal().lockHead(client), heldReason);
            return checked(posting, written, OptionalLong.empty());
        });
    }

    public EntryOutcome draft(ClientAccountId client, Actor actor, long id) {
        return draft(client, actor, id, Optional.empty());
    }

    /**
     * The draft is gone then; the posted entry has its id.
     *
     * @param heldReason why it is posted all the same, should its month be held
     */
    public EntryOutcome draft(ClientAccountId client, Actor actor, long id, Optional<String> heldReason) {
        return proven(client, stores -> {
            Posting posting =
                    new Posting(stores, client, actor, stores.journal().lockHead(client), heldReason);
            boolean locked = stores.drafts().lock(client, id);
            Optional<FullEntry> found = stores.entryLists().find(client, id);
            if (found.isEmpty()) {
                return new Missing();
            }
            if (!locked) {
                return new Refused(Why.POSTED_ALREADY, found.get().ref());
            }
            return checked(posting, found.get().draft(), OptionalLong.of(id));
        });
    }

    private EntryOutcome proven(ClientAccountId client, Function<Stores, EntryOutcome> posting) {
        List<OwnLedger> moved = new ArrayList<>();
        EntryOutcome outcome = unit.write(Set.of(client), stores -> {
            moved.clear();
            EntryOutcome posted = posting.apply(stores);
            if (posted instanceof Done done) {
                moved.addAll(MovedLedgers.unproven(stores, client, MovedLedgers.movedBy(done.entry())));
            }
            return posted;
        });
        movedLedgers.prove(client, moved);
        return outcome;
    }

    private record Posting(
            Stores stores, ClientAccountId client, Actor actor, JournalHead head, Optional<String> heldReason) {}

    private EntryOutcome checked(Posting posting, EntryDraft written, OptionalLong draftId) {
        Stores stores = posting.stores();
        EntryChecks checks = new EntryChecks(stores, posting.client(), written, Oslo.today(clock));
        JournalHead head = posting.head();
        List<EntryFault> faults = checks.faults(head.periods(), posting.heldReason());
        if (!faults.isEmpty()) {
            return new Faulty(faults);
        }
        int year = head.fiscalYears().of(written.date());
        long number = head.lastNumbers().getOrDefault(year, 0L) + 1;
        Voucher voucher = new Voucher(Voucher.Kind.MANUAL, year + "/" + number);
        EntryDraft completed = checks.completed();
        JournalEntry entry = completed.entry(voucher, posting.actor().name());
        boolean held = head.periods().state(written.date()) == PeriodState.HELD;
        JournalEntry explained =
                held ? posting.heldReason().map(entry::although).orElse(entry) : entry;
        PostedEntry posted = post(posting, explained, draftId);
        FullEntry stored = stores.entryLists()
                .find(posting.client(), posted.fiscalYear(), posted.number())
                .orElseThrow();
        Map<String, String> before =
                draftId.isPresent() ? Map.of("draft", Long.toString(draftId.getAsLong())) : Map.of();
        AuditEvent event = new AuditEvent(
                clock.instant(),
                posting.actor(),
                AuditAction.ENTRY_POSTED,
                EntryEvents.number(stored.ref().orElseThrow()),
                before,
                EntryEvents.told(completed));
        stores.audit().record(posting.client(), event);
        return new Done(stored);
    }

    private PostedEntry post(Posting posting, JournalEntry entry, OptionalLong draftId) {
        Stores stores = posting.stores();
        ClientAccountId client = posting.client();
        Optional<UserId> by = posting.actor().user();
        if (draftId.isEmpty()) {
            return post.run(stores, client, posting.head(), List.of(entry), by).get(0);
        }
        stores.drafts().remove(client, draftId.getAsLong());
        return post.draft(stores, client, posting.head(), entry, by, draftId.getAsLong());
    }
}
