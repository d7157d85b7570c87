package no.avstemt.persistence.audit;

import static no.avstemt.persistence.database.Rows.utc;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import no.avstemt.application.access.UserId;
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
