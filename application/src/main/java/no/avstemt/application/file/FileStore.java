package no.avstemt.application.file;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import no.avstemt.application.audit.Actor;
import no.avstemt.application.journal.EntryRef;
import no.avstemt.domain.client.ClientAccountId;

/** The files of client accounts. */
public interface FileStore {

    StoredFile add(ClientAccountId client, NewFile file, Actor actor, Instant at);

    Optional<StoredFile> find(ClientAccountId client, long fileId);

    Optional<byte[]> content(ClientAccountId client, long fileId);

    /** By when they came. */
    List<StoredFile> ofEntry(ClientAccountId client, long entryId);

    long countUndocumented(ClientAccountId client);

    /** Entries that were made by hand and have no file, the first first. */
    List<EntryRef> undocumented(ClientAccountId client, long offset, int most);

    /** @param name as whoever sent it calls it */
    record NewFile(long entryId, String name, FileType type, byte[] content) {

        public NewFile {
            content = content.clone();
        }

        @Override
        public byte[] content() {
            return content.clone();
        }
    }
}
