package no.avstemt.persistence.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.avstemt.application.journal.EntryLists;
import no.avstemt.application.journal.FullEntry;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.document.Document;
import no.avstemt.domain.time.Period;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Works inside the transaction of its handle. */
public final class JdbiEntryLists implements EntryLists {

    private static final String SETS = """
            ARRAY(SELECT m.dimension_set_id
                    FROM dimension_set_member m
                   WHERE m.client_account_id = :client AND m.is_relation AND m.type = :type
                     AND (:value::bigint IS NULL OR m.dimension_value_id = :value))""";

    /** The days and accounts that have such lines are known from the counters. */
    private static final String POSTED_RELATED = """
             AND e.entry_id = ANY (ARRAY(
               SELECT DISTINCT l.entry_id
                 FROM balance_set_day b
                 JOIN journal_line l
                   ON l.client_account_id = :client AND l.account_id = b.account_id AND l.posting_date = b.day
                  AND l.dimension_set_id = b.dimension_set_id
                WHERE b.client_account_id = :client AND b.day BETWEEN :first AND :last
                  AND b.dimension_set_id = ANY (""" + SETS + """
            )))
            """;

    private static final String DRAFTS_RELATED = """
             AND e.draft_id = ANY (ARRAY(
               SELECT l.draft_id
                 FROM draft_line l
                WHERE l.client_account_id = :client AND l.dimension_set_id = ANY (""" + SETS + """
            )))
            """;

    private final Handle handle;

    public JdbiEntryLists(Handle handle) {
        this.handle = handle;
    }

    @Override
    public Found page(ClientAccountId client, Wanted wanted, long offset, int limit) {
        boolean posted = !wanted.drafts().equals(Optional.of(true));
        boolean drafts = !wanted.drafts().equals(Optional.of(false));
        long entries = posted ? entries(client, wanted) : 0;
        long records = entries + (drafts ? drafts(client, wanted) : 0);
        List<FullEntry> page = new ArrayList<>();
        if (posted && offset < entries) {
            page.addAll(new FullEntries(handle, client).posted(postedIds(client, wanted, offset, limit)));
        }
        if (drafts && page.size() < limit) {
            List<Long> ids = draftIds(client, wanted, Math.max(0, offset - entries), limit - page.size());
            page.addAll(new FullEntries(handle, client).drafts(ids));
        }
        return new Found(records, page);
    }

    @Override
    public Optional<FullEntry> find(ClientAccountId client, long id) {
        FullEntries entries = new FullEntries(handle, client);
        return entries.posted(List.of(id)).stream()
                .findFirst()
                .or(() -> entries.drafts(List.of(id)).stream().findFirst());
    }

    @Override
    public Optional<FullEntry> find(ClientAccountId client, int fiscalYear, long number) {
        List<Long> ids = handle.createQuery("""
                        SELECT entry_id
                          FROM journal_entry
                         WHERE client_account_id = :client AND fiscal_year = :year AND number = :number
                        """)
                .bind("client", client.value())
                .bind("year", fiscalYear)
                .bind("number", number)
                .mapTo(Long.class)
                .list();
        return new FullEntries(handle, client).posted(ids).stream().findFirst();
    }

    @Override
    public List<Document> known(ClientAccountId client, List<Document> documents) {
        return new Documents(handle, client).known(documents);
    }

    private long entries(ClientAccountId client, Wanted wanted) {
        if (wanted.days().equals(Period.EVER) && wanted.relation().isEmpty()) {
            return handle.createQuery("SELECT chain_position FROM journal_head WHERE client_account_id = :client")
                    .bind("client", client.value())
                    .mapTo(Long.class)
                    .one();
        }
        return asked("SELECT count(*) FROM " + posted(wanted), client, wanted)
                .mapTo(Long.class)
                .one();
    }

    private List<Long> postedIds(ClientAccountId client, Wanted wanted, long offset, int limit) {
        String keys = "SELECT e.chain_position FROM " + posted(wanted)
                + " ORDER BY e.posting_date, e.chain_position OFFSET :offset LIMIT :limit";
        return asked(
                        "SELECT e.entry_id FROM journal_entry e WHERE e.client_account_id = :client"
                                + " AND e.chain_position = ANY (ARRAY(" + keys + "))"
                                + " ORDER BY e.posting_date, e.chain_position",
                        client,
                        wanted)
                .bind("offset", offset)
                .bind("limit", limit)
                .mapTo(Long.class)
                .list();
    }

    private static String posted(Wanted wanted) {
        return "journal_entry e WHERE e.client_account_id = :client AND e.posting_date BETWEEN :first AND :last"
                + (wanted.relation().isPresent() ? " " + POSTED_RELATED : "");
    }

    private long drafts(ClientAccountId client, Wanted wanted) {
        return asked("SELECT count(*) FROM " + drafts(wanted), client, wanted)
                .mapTo(Long.class)
                .one();
    }

    private List<Long> draftIds(ClientAccountId client, Wanted wanted, long offset, int limit) {
        return asked(
                        "SELECT e.draft_id FROM " + drafts(wanted)
                                + " ORDER BY e.entry_date, e.draft_id OFFSET :offset LIMIT :limit",
                        client,
                        wanted)
                .bind("offset", offset)
                .bind("limit", limit)
                .mapTo(Long.class)
                .list();
    }

    private static String drafts(Wanted wanted) {
        return "draft_entry e WHERE e.client_account_id = :client AND e.entry_date BETWEEN :first AND :last"
                + (wanted.relation().isPresent() ? " " + DRAFTS_RELATED : "");
    }

    /** @param sql of the parts above, never from outside */
    private Query asked(String sql, ClientAccountId client, Wanted wanted) {
        Query query = handle.createQuery(sql)
                .bind("client", client.value())
                .bind("first", wanted.days().first())
                .bind("last", wanted.days().last());
        wanted.relation()
                .ifPresent(relation -> query.bind("type", relation.type().apiName())
                        .bind("value", relation.id().orElse(null)));
        return query;
    }
}
