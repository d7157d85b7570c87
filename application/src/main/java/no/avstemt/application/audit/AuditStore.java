package no.avstemt.application.audit;

import no.avstemt.domain.client.ClientAccountId;

/** The processing history of client accounts. */
public interface AuditStore {

    void record(ClientAccountId client, AuditEvent event);
}
