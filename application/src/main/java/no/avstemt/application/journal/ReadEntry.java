package no.avstemt.application.journal;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import no.avstemt.application.UnitOfWork;
import no.avstemt.domain.client.ClientAccountId;

/** One journal entry with its lines. */
public final class ReadEntry {

    private final UnitOfWork unit;

    public ReadEntry(UnitOfWork unit) {
        this.unit = unit;
    }

    public Optional<EntryView> run(ClientAccountId client, long entryId) {
        return unit.read(Set.of(client), stores -> stores.journalReads().entry(client, entryId));
    }

    /** The posted entries that are about a document of the register, the first first. */
    public List<EntryRef> ofDocument(ClientAccountId client, long documentId, int most) {
        return unit.read(Set.of(client), stores -> stores.journalReads().ofDocument(client, documentId, most));
    }
}
