package no.avstemt.application.audit;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One thing that was done.
 *
 * @param subject what it was done to, as a person would name it: {@code 3000}, {@code 2026/17}, {@code 2026-03}
 * @param before,after what changed, name to value, in the order to be read; empty when there was nothing
 */
public record AuditEvent(
        Instant at,
        Actor actor,
        AuditAction action,
        String subject,
        Map<String, String> before,
        Map<String, String> after) {

    public AuditEvent {
        before = Collections.unmodifiableMap(new LinkedHashMap<>(before));
        after = Collections.unmodifiableMap(new LinkedHashMap<>(after));
    }
}
