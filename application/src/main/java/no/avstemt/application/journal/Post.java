package no.avstemt.application.journal;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import no.avstemt.application.Stores;
import no.avstemt.application.access.UserId;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.journal.JournalEntry;
import no.avstemt.domain.journal.JournalHead;
import no.avstemt.domain.journal.PostedEntry;

/** Numbers, seals and adds entries. The one way into the journal. */
public final class Post {

    private final Clock clock;

    public Post(Clock clock) {
        this.clock = clock;
    }

    /**
     * What the program books by itself.
     *
     * @param head locked in this transaction
     */
    public List<PostedEntry> run(Stores stores, ClientAccountId client, JournalHead head, List<JournalEntry> entries) {
        return run(stores, client, head, entries, Optional.empty());
    }

    /**
     * @param head locked in this transaction
     * @param by whoever has it booked
     */
    public List<PostedEntry> run(
            Stores stores, ClientAccountId client, JournalHead head, List<JournalEntry> entries, Optional<UserId> by) {
        Sealed sealed = Sealed.after(head, entries);
        if (!entries.isEmpty()) {
            stores.journal().append(client, sealed.entries(), sealed.end(), new Stamp(clock.instant(), by));
        }
        return sealed.entries();
    }

    /**
     * What was a draft until now keeps its id.
     *
     * @param head locked in this transaction
     */
    PostedEntry draft(
            Stores stores,
            ClientAccountId client,
            JournalHead head,
            JournalEntry entry,
            Optional<UserId> by,
            long draftId) {
        PostedEntry posted = head.next(entry);
        Stamp stamp = new Stamp(clock.instant(), by);
        stores.journal().appendDraft(client, posted, head.after(posted), stamp, draftId);
        return posted;
    }

    /** Adds what was sealed after the head that is locked in this transaction, chunk by chunk. */
    void add(Stores stores, ClientAccountId client, SealedChunks chunks, Optional<UserId> by) {
        try (JournalStore.Appending journal = stores.journal().appending(client, new Stamp(clock.instant(), by))) {
            for (Optional<Sealed> chunk = chunks.next(); chunk.isPresent(); chunk = chunks.next()) {
                journal.add(chunk.get().entries(), chunk.get().end());
            }
            journal.finish();
        }
    }
}
