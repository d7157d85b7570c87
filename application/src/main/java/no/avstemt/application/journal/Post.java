package no.avstemt.application.journal;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import no.avstemt.application.Stores;
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

    /** @param head locked in this transaction */
    public List<PostedEntry> run(Stores stores, ClientAccountId client, JournalHead head, List<JournalEntry> entries) {
        Sealed sealed = Sealed.after(head, entries);
        if (!entries.isEmpty()) {
            stores.journal().append(client, sealed.entries(), sealed.end(), clock.instant());
        }
        return sealed.entries();
    }

    /** Adds what was sealed after the head that is locked in this transaction, chunk by chunk. */
    void add(Stores stores, ClientAccountId client, SealedChunks chunks) {
        try (JournalStore.Appending journal = stores.journal().appending(client, clock.instant())) {
            for (Optional<Sealed> chunk = chunks.next(); chunk.isPresent(); chunk = chunks.next()) {
                journal.add(chunk.get().entries(), chunk.get().end());
            }
            journal.finish();
        }
    }
}
