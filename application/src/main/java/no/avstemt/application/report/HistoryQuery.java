package no.avstemt.application.report;

import java.time.Instant;
import java.util.Optional;
import no.avstemt.application.audit.AuditAction;
import no.avstemt.domain.client.ClientAccountId;

/**
 * Which part of a processing history.
 *
 * @param from,before moments; the latter is not in it
 * @param user a part of the name of who did it
 */
public record HistoryQuery(
        ClientAccountId client, Instant from, Instant before, Optional<String> user, Optional<AuditAction> action) {}
