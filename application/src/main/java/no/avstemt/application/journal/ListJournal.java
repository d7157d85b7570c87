package no.avstemt.application.journal;

import java.util.Optional;
import java.util.Set;
import no.avstemt.application.UnitOfWork;
import no.avstemt.application.journal.EntryLists.Found;
import no.avstemt.application.journal.EntryLists.Wanted;
import no.avstemt.domain.client.ClientAccountId;

/** Drafts and posted entries, a page at a time or one. */
public final class ListJournal {

    private final UnitOfWork unit;

    public ListJournal(UnitOfWork unit) {
        this.unit = unit;
    }

    public Found run(ClientAccountId client, Wanted wanted, long offset, int limit) {
        return unit.read(Set.of(client), stores -> stores.entryLists().page(client, wanted, offset, limit));
    }

    /** With the newest of the posted ones first. */
    public Found newest(ClientAccountId client, Wanted wanted, long offset, int limit) {
        return unit.read(Set.of(client), stores -> stores.entryLists().newest(client, wanted, offset, limit));
    }

    public Optional<FullEntry> one(ClientAccountId client, long id) {
        return unit.read(Set.of(client), stores -> stores.entryLists().find(client, id));
    }
}
