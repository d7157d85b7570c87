package no.avstemt.application.file;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.avstemt.application.UnitOfWork;
import no.avstemt.application.audit.Actor;
import no.avstemt.application.audit.AuditAction;
import no.avstemt.application.audit.AuditEvent;
import no.avstemt.domain.client.ClientAccountId;

/** Takes a file away from a draft. What documents a posted entry stays. */
public final class RemoveFile {

    private final UnitOfWork unit;
    private final Clock clock;

    public RemoveFile(UnitOfWork unit, Clock clock) {
        this.unit = unit;
        this.clock = clock;
    }

    public enum Outcome {
        REMOVED,
        /** Its entry is posted. */
        STAYS,
        MISSING
    }

    public Outcome run(ClientAccountId client, Actor actor, long fileId) {
        return unit.write(Set.of(client), stores -> {
            Optional<StoredFile> file = stores.files().find(client, fileId);
            if (file.isEmpty()) {
                return Outcome.MISSING;
            }
            if (!stores.drafts().lock(client, file.get().entryId())) {
                return Outcome.STAYS;
            }
            stores.files().remove(client, fileId);
            AuditEvent event = new AuditEvent(
                    clock.instant(),
                    actor,
                    AuditAction.FILE_REMOVED,
                    file.get().name(),
                    AttachFile.told(file.get()),
                    Map.of());
            stores.audit().record(client, event);
            return Outcome.REMOVED;
        });
    }
}
