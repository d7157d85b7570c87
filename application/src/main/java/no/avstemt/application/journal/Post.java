package no.avstemt.application.journal;

import java.time.Clock;
import java.util.ArrayList;
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
        List<PostedEntry> posted = new ArrayList<>();
        JournalHead end = head;
        for (JournalEntry entry : entries) {
            PostedEntry next = end.next(entry);
            posted.add(next);
            end = end.after(next);
        }
        if (!posted.isEmpty()) {
            stores.journal().append(client, posted, end, clock.instant());
        }
        return posted;
    }
}
