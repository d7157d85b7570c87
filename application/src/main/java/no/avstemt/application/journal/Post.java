package no.avstemt.application.journal;

import java.time.Clock;
import java.util.List;
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
        add(stores, client, sealed);
        return sealed.entries();
    }

    /** Adds what was sealed after the head that is locked in this transaction. */
    void add(Stores stores, ClientAccountId client, Sealed sealed) {
        if (!sealed.entries().isEmpty()) {
            stores.journal().append(client, sealed.entries(), sealed.end(), clock.instant());
        }
    }
}
