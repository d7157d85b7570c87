package no.avstemt.application.journal;

import java.util.ArrayList;
import java.util.List;
import no.avstemt.domain.journal.JournalEntry;
import no.avstemt.domain.journal.JournalHead;
import no.avstemt.domain.journal.PostedEntry;

/** Entries with their numbers and links of the chain, and the head that follows from them. */
record Sealed(List<PostedEntry> entries, JournalHead end) {

    static Sealed after(JournalHead head, List<JournalEntry> entries) {
        List<PostedEntry> posted = new ArrayList<>(entries.size());
        JournalHead end = head;
        for (JournalEntry entry : entries) {
            PostedEntry next = end.next(entry);
            posted.add(next);
            end = end.after(next);
        }
        return new Sealed(posted, end);
    }
}
