package no.avstemt.persistence.audit;

import static no.avstemt.persistence.database.Rows.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.avstemt.application.access.UserId;
import no.avstemt.application.audit.Actor;
import no.avstemt.application.audit.OfficeEvent;
import no.avstemt.application.audit.OfficeHistory;
import org.jdbi.v3.core.Handle;

/** Works inside the transaction of its handle. */
public final class JdbiOfficeHistory implements OfficeHistory {

    private final Handle handle;

    public JdbiOfficeHistory(Handle handle) {
        this.handle = handle;
    }

    @Override
    public void record(OfficeEvent event) {
        handle.createUpdate("""
                        INSERT INTO office_event (at, user_id, actor, action, subject, before, after)
                        VALUES (:at, :user, :actor, :action, :subject, :before, :after)
                        """)
                .bind("at", utc(event.at()))
                .bind("user", event.actor().user().map(UserId::value).orElse(null))
                .bind("actor", event.actor().name())
                .bind("action", event.action().name())
                .bind("subject", event.subject())
                .bindArray("before", String.class, JdbiAudit.told(event.before()))
                .bindArray("after", String.class, JdbiAudit.told(event.after()))
                .execute();
    }

    @Override
    public Found page(List<OfficeEvent.Action> actions, long offset, int limit) {
        List<String> names = actions.stream().map(Enum::name).toList();
        long records = handle.createQuery("SELECT count(*) FROM office_event WHERE action = ANY (:actions)")
                .bindArray("actions", String.class, names)
                .mapTo(Long.class)
                .one();
        return new Found(
                records,
                handle.createQuery("""
                                SELECT at, user_id, actor, action, subject, before, after
                                  FROM office_event
                                 WHERE action = ANY (:actions)
                                 ORDER BY at DESC, office_event_id DESC
                                 LIMIT :limit OFFSET :offset
                                """)
                        .bindArray("actions", String.class, names)
                        .bind("limit", limit)
                        .bind("offset", offset)
                        .map((row, context) -> event(row))
                        .list());
    }

    private static OfficeEvent event(ResultSet row) throws SQLException {
        return new OfficeEvent(
                row.getObject("at", OffsetDateTime.class).toInstant(),
                actor(row),
                OfficeEvent.Action.valueOf(row.getString("action")),
                row.getString("subject"),
                values(row, "before"),
                values(row, "after"));
    }

    static Actor actor(ResultSet row) throws SQLException {
        Optional<UserId> user =
                Optional.ofNullable(row.getObject("user_id", Long.class)).map(UserId::new);
        return new Actor(user, row.getString("actor"));
    }

    static Map<String, String> values(ResultSet row, String column) throws SQLException {
        String[] told = (String[]) row.getArray(column).getArray();
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < told.length; i += 2) {
            values.put(told[i], told[i + 1]);
        }
        return values;
    }
}
