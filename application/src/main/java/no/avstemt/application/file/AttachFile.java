package no.avstemt.application.file;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.avstemt.application.Stores;
import no.avstemt.application.UnitOfWork;
import no.avstemt.application.audit.Actor;
import no.avstemt.application.audit.AuditAction;
import no.avstemt.application.audit.AuditEvent;
import no.avstemt.application.file.FileStore.NewFile;
import no.avstemt.domain.client.ClientAccountId;

/** Puts files beside an entry or a draft, also when its month is closed: it changes nothing of what is posted. */
public final class AttachFile {

    private final UnitOfWork unit;
    private final Clock clock;

    public AttachFile(UnitOfWork unit, Clock clock) {
        this.unit = unit;
        this.clock = clock;
    }

    /**
     * All of them or none. A file that the entry has already, under the same name, is not put there twice.
     *
     * @return empty when the client account has no such entry
     */
    public Optional<List<StoredFile>> run(ClientAccountId client, Actor actor, List<NewFile> files) {
        return unit.write(Set.of(client), stores -> {
            List<StoredFile> all = new ArrayList<>();
            for (NewFile file : files) {
                stores.drafts().lock(client, file.entryId());
                if (stores.entryLists().find(client, file.entryId()).isEmpty()) {
                    return Optional.empty();
                }
                all.add(known(stores, client, file).orElseGet(() -> added(stores, client, actor, file)));
            }
            return Optional.of(all);
        });
    }

    private static Optional<StoredFile> known(Stores stores, ClientAccountId client, NewFile file) {
        String sha256 = file.sha256();
        return stores.files().ofEntry(client, file.entryId()).stream()
                .filter(stored ->
                        stored.sha256().equals(sha256) && stored.name().equals(file.name()))
                .findFirst();
    }

    private StoredFile added(Stores stores, ClientAccountId client, Actor actor, NewFile file) {
        StoredFile stored = stores.files().add(client, file, actor, clock.instant());
        AuditEvent event = new AuditEvent(
                clock.instant(), actor, AuditAction.FILE_ATTACHED, stored.name(), Map.of(), told(stored));
        stores.audit().record(client, event);
        return stored;
    }

    static Map<String, String> told(StoredFile file) {
        Map<String, String> told = new LinkedHashMap<>();
        told.put("journal_entry_id", Long.toString(file.entryId()));
        told.put("sha256", file.sha256());
        return told;
    }
}
