package no.avstemt.application.file;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import no.avstemt.application.UnitOfWork;
import no.avstemt.application.journal.EntryRef;
import no.avstemt.domain.client.ClientAccountId;

/** The files of a client account, and the entries that lack one. */
public final class ReadFiles {

    private final UnitOfWork unit;

    public ReadFiles(UnitOfWork unit) {
        this.unit = unit;
    }

    public record Undocumented(long records, List<EntryRef> page) {

        public Undocumented {
            page = List.copyOf(page);
        }
    }

    public Optional<StoredFile> find(ClientAccountId client, long fileId) {
        return unit.read(Set.of(client), stores -> stores.files().find(client, fileId));
    }

    public Optional<byte[]> content(ClientAccountId client, long fileId) {
        return unit.read(Set.of(client), stores -> stores.files().content(client, fileId));
    }

    public List<StoredFile> ofEntry(ClientAccountId client, long entryId) {
        return unit.read(Set.of(client), stores -> stores.files().ofEntry(client, entryId));
    }

    public Undocumented undocumented(ClientAccountId client, long offset, int most) {
        return unit.read(
                Set.of(client),
                stores -> new Undocumented(
                        stores.files().countUndocumented(client), stores.files().undocumented(client, offset, most)));
    }
}
