package no.avstemt.persistence.journal;

import static no.avstemt.persistence.database.Rows.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.avstemt.application.audit.Actor;
import no.avstemt.application.journal.FullEntry.Line;
import no.avstemt.application.journal.StoredTemplate;
import no.avstemt.application.journal.TemplateStore;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.journal.EntryTemplate;
import no.avstemt.persistence.database.Rows;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Works inside the transaction of its handle. */
public final class JdbiTemplates implements TemplateStore {

    private static final String ASKED_FOR = """
             FROM entry_template
            WHERE client_account_id = :client
              AND (:pattern::text IS NULL OR lower(name) LIKE lower(:pattern) OR lower(description) LIKE lower(:pattern))
            """;

    private final Handle handle;

    public JdbiTemplates(Handle handle) {
        this.handle = handle;
    }

    private record Head(long id, String name, String description, String creator, Instant createdAt) {

        static Head of(ResultSet row) throws SQLException {
            return new Head(
                    row.getLong("template_id"),
                    row.getString("name"),
                    row.getString("description"),
                    row.getString("created_by"),
                    Rows.instant(row, "created_at"));
        }

        StoredTemplate with(List<Line> lines) {
            return new StoredTemplate(id, name, description, creator, createdAt, lines);
        }
    }

    @Override
    public Found page(ClientAccountId client, Optional<String> search, long offset, int limit) {
        long records = asked("SELECT count(*)" + ASKED_FOR, client, search)
                .mapTo(Long.class)
                .one();
        List<Head> heads = asked(
                        "SELECT template_id, name, description, created_by, created_at" + ASKED_FOR
                                + " ORDER BY lower(name), template_id OFFSET :offset LIMIT :limit",
                        client,
                        search)
                .bind("offset", offset)
                .bind("limit", limit)
                .map((row, context) -> Head.of(row))
                .list();
        return new Found(records, whole(client, heads));
    }

    private Query asked(String sql, ClientAccountId client, Optional<String> search) {
        return handle.createQuery(sql)
                .bind("client", client.value())
                .bind("pattern", search.map(Patterns::anywhere).orElse(null));
    }

    @Override
    public Optional<StoredTemplate> find(ClientAccountId client, long id) {
        List<Head> heads = handle.createQuery("""
                        SELECT template_id, name, description, created_by, created_at
                          FROM entry_template
                         WHERE client_account_id = :client AND template_id = :id
                        """)
                .bind("client", client.value())
                .bind("id", id)
                .map((row, context) -> Head.of(row))
                .list();
        return whole(client, heads).stream().findFirst();
    }

    private List<StoredTemplate> whole(ClientAccountId client, List<Head> heads) {
        List<Long> ids = heads.stream().map(Head::id).toList();
        Map<Long, List<Line>> lines = new FullLines(handle, client).of(FullLines.TEMPLATES, ids);
        return heads.stream()
                .map(head -> head.with(lines.getOrDefault(head.id(), List.of())))
                .toList();
    }

    @Override
    public Optional<Long> add(ClientAccountId client, EntryTemplate template, Actor by, Instant at) {
        Optional<Long> id = handle.createQuery("""
                        INSERT INTO entry_template (client_account_id, name, description, created_by, created_at)
                        VALUES (:client, :name, :description, :by, :at)
                            ON CONFLICT DO NOTHING
                        RETURNING template_id
                        """)
                .bind("client", client.value())
                .bind("name", template.name())
                .bind("description", template.description())
                .bind("by", by.name())
                .bind("at", utc(at))
                .mapTo(Long.class)
                .findOne();
        id.ifPresent(added -> WrittenLines.ofTemplates(handle, client).add(added, template.lines()));
        return id;
    }

    @Override
    public boolean change(ClientAccountId client, long id, EntryTemplate template) {
        int changed = handle.createUpdate("""
                        UPDATE entry_template t
                           SET name = :name, description = :description
                         WHERE t.client_account_id = :client AND t.template_id = :id
                           AND NOT EXISTS (SELECT
                                             FROM entry_template o
                                            WHERE o.client_account_id = :client AND o.template_id <> :id
                                              AND lower(o.name) = lower(:name))
                        """)
                .bind("client", client.value())
                .bind("id", id)
                .bind("name", template.name())
                .bind("description", template.description())
                .execute();
        if (changed == 0) {
            return false;
        }
        WrittenLines lines = WrittenLines.ofTemplates(handle, client);
        lines.remove(id);
        lines.add(id, template.lines());
        return true;
    }

    @Override
    public void remove(ClientAccountId client, long id) {
        handle.createUpdate("DELETE FROM entry_template WHERE client_account_id = :client AND template_id = :id")
                .bind("client", client.value())
                .bind("id", id)
                .execute();
    }
}
