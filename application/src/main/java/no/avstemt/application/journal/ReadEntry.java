package no.avstemt.application.journal;

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
}
