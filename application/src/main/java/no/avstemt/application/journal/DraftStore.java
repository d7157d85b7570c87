package no.avstemt.application.journal;

import java.time.Instant;
import no.avstemt.application.audit.Actor;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.journal.EntryDraft;
import no.avstemt.domain.time.Period;

/** Entries that are written and not yet posted. What they name must exist: accounts, dimensions. */
public interface DraftStore {

    /** @return its id, which it keeps when it is posted */
    long add(ClientAccountId client, EntryDraft draft, Actor by, Instant at);

    /** Takes the draft for this transaction; false when there is none. */
    boolean lock(ClientAccountId client, long draftId);

    /** Of a draft that is locked. */
    void change(ClientAccountId client, long draftId, EntryDraft draft);

    /** Of a draft that is locked. */
    void remove(ClientAccountId client, long draftId);

    /** How many there are with a date in these days. */
    long count(ClientAccountId client, Period days);
}
