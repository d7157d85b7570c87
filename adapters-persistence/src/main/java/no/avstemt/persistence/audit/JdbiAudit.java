package no.avstemt.persistence.audit;

import static no.avstemt.persistence.database.Rows.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.avstemt.application.access.UserId;
import no.avstemt.application.audit.AuditAction;
import no.avstemt.application.audit.AuditEvent;
import no.avstemt.application.audit.AuditStore;
import no.avstemt.domain.client.ClientAccountId;
import org.jdbi.v3.core.Handle;

/** Works inside the transaction of its handle. */
public final class JdbiAudit implements AuditStore {

    private final Handle handle;

    public JdbiAudit(Handle handle) {
        this.handle = handle;
    }

    @Override
    public void record(ClientAccountId client, AuditEvent event) {
        handle.createUpdate("""
                        INSERT INTO audit_event (client_account_id, at, user_id, actor, action, subject, before, after)
                        VALUES (:client, :at, :user, :actor, :action, :subject, :before, :after)
                        """)
                .bind("client", client.value())
                .bind("at", utc(event.at()))
                .bind("user", event.actor().user().map(UserId::value).orElse(null))
                .bind("actor", event.actor().name())
                .bind("action", event.action().name())
                .bind("subject", event.subject())
                .bindArray("before", String.class, told(event.before()))
                .bindArray("after", String.class, told(event.after()))
                .execute();
    }

    @Override
    public Optional<AuditEvent> latest(ClientAccountId client, AuditAction action, String name, String value) {
        return handle
                .createQuery("""
                        SELECT at, user_id, actor, action, subject, before, after
                          FROM audit_event
                         WHERE client_account_id = :client AND action = :action AND after @> ARRAY[:name, :value]::text[]
                         ORDER BY at DESC, audit_event_id DESC
                        """)
                .bind("client", client.value())
                .bind("action", action.name())
                .bind("name", name)
                .bind("value", value)
                .map((row, context) -> event(row, action))
                .stream()
                .filter(event -> value.equals(event.after().get(name)))
                .findFirst();
    }

    private static AuditEvent event(ResultSet row, AuditAction action) throws SQLException {
        return new AuditEvent(
                row.getObject("at", OffsetDateTime.class).toInstant(),
                JdbiOfficeHistory.actor(row),
                action,
                row.getString("subject"),
                JdbiOfficeHistory.values(row, "before"),
                JdbiOfficeHistory.values(row, "after"));
    }

    /** Name, value, name, value. */
    static List<String> told(Map<String, String> values) {
        List<String> told = new ArrayList<>();
        values.forEach((name, value) -> {
            told.add(name);
            told.add(value);
        });
        return told;
    }
}
