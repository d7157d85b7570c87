package no.avstemt.application.file;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.avstemt.application.UnitOfWork;
import no.avstemt.application.audit.Actor;
import no.avstemt.application.audit.AuditAction;
import no.avstemt.application.audit.AuditEvent;
import no.avstemt.application.file.FileStore.NewFile;
import no.avstemt.domain.client.ClientAccountId;

/** Puts a file beside an entry or a draft, also when its month is closed: it changes nothing of what is posted. */
public final class AttachFile {

    private final UnitOfWork unit;
    private final Clock clock;

    public AttachFile(UnitOfWork unit, Clock clock) {
        this.unit = unit;
        this.clock = clock;
    }

    /** @return empty when the client account has no such entry */
    public Optional<StoredFile> run(ClientAccountId client, Actor actor, NewFile file) {
        return unit.write(Set.of(client), stores -> {
            if (stores.entryLists().find(client, file.entryId()).isEmpty()) {
                return Optional.empty();
            }
            StoredFile stored = stores.files().add(client, file, actor, clock.instant());
            Map<String, String> after = new LinkedHashMap<>();
            after.put("journal_entry_id", Long.toString(stored.entryId()));
            after.put("sha256", stored.sha256());
            stores.audit()
                    .record(
                            client,
                            new AuditEvent(
                                    clock.instant(), actor, AuditAction.FILE_ATTACHED, stored.name(), Map.of(), after));
            return Optional.of(stored);
        });
    }
}
