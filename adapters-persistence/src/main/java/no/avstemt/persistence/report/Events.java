package no.avstemt.persistence.report;

import static no.avstemt.persistence.database.Rows.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import no.avstemt.application.report.HistoryQuery;
import no.avstemt.application.report.PastEvent;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.persistence.database.Rows;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** The processing history of a client account, a page at a time. */
final class Events {

    private static final String ASKED = """
             FROM audit_event
            WHERE client_account_id = :client AND at >= :from AND at < :before
              AND (:user::text IS NULL OR strpos(lower(actor), lower(:user)) > 0)
              AND (:action::text IS NULL OR action = :action)
            """;

    private final Handle handle;

    Events(Handle handle) {
        this.handle = handle;
    }

    /** By how many there are too: an id is given before the commit, so a lower one can be seen after a higher one. */
    String version(ClientAccountId client) {
        return handle.createQuery("""
                        SELECT 'events ' || count(*) || ' ' || coalesce(max(audit_event_id), 0)
                          FROM audit_event
                         WHERE client_account_id = :client
                        """)
                .bind("client", client.value())
                .mapTo(String.class)
                .one();
    }

    long count(HistoryQuery asked) {
        return bound("SELECT count(*)" + ASKED, asked).mapTo(Long.class).one();
    }

    void page(HistoryQuery asked, long offset, int most, Consumer<PastEvent> each) {
        bound(
                        "SELECT audit_event_id, at, actor, action, subject, before, after" + ASKED
                                + " ORDER BY at, audit_event_id LIMIT :most OFFSET :offset",
                        asked)
                .bind("most", most)
                .bind("offset", offset)
                .map((row, context) -> event(row))
                .forEach(each);
    }

    private Query bound(String sql, HistoryQuery asked) {
        return handle.createQuery(sql)
                .bind("client", asked.client().value())
                .bind("from", utc(asked.from()))
                .bind("before", utc(asked.before()))
                .bind("user", asked.user().orElse(null))
                .bind("action", asked.action().map(Enum::name).orElse(null));
    }

    private static PastEvent event(ResultSet row) throws SQLException {
        return new PastEvent(
                row.getLong("audit_event_id"),
                Rows.instant(row, "at"),
                row.getString("actor"),
                row.getString("action"),
                row.getString("subject"),
                texts(row, "before"),
                texts(row, "after"));
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[])
                Optional.ofNullable(row.getArray(column)).orElseThrow().getArray());
    }
}
