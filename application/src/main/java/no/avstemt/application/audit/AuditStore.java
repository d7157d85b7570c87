package no.avstemt.application.audit;

import java.util.Optional;
import no.avstemt.domain.client.ClientAccountId;

/** The processing history of client accounts. */
public interface AuditStore {

    void record(ClientAccountId client, AuditEvent event);

    /** The last such event of which this was told. */
    Optional<AuditEvent> latest(ClientAccountId client, AuditAction action, String name, String value);
}
