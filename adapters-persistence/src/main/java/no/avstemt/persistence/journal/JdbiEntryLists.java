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

/** Works inside the transaction of its handle. */
public final class JdbiEntryLists implements EntryLists {

    private final Handle handle;

    public JdbiEntryLists(Handle handle) {
        this.handle = handle;
    }

    @Override
    public Found page(ClientAccountId client, Wanted wanted, long offset, int limit) {
        return page(client, wanted, "ASC", offset, limit);
    }

    @Override
    public Found newest(ClientAccountId client, Wanted wanted, long offset, int limit) {
        return page(client, wanted, "DESC", offset, limit);
    }

    private Found page(ClientAccountId client, Wanted wanted, String direction, long offset, int limit) {
        boolean posted = !wanted.drafts().equals(Optional.of(true));
        boolean drafts = !wanted.drafts().equals(Optional.of(false));
        Ids entries = posted ? posted(client, wanted, direction, offset, limit) : Ids.NONE;
        long records = entries.records() + (drafts ? drafts(client, wanted) : 0);
        List<FullEntry> page = new ArrayList<>(new FullEntries(handle, client).posted(entries.page()));
        if (drafts && page.size() < limit) {
            long before = Math.max(0, offset - entries.records());
            page.addAll(new FullEntries(handle, client).drafts(draftIds(client, wanted, before, limit - page.size())));
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

    /** @param records on all pages */
    private record Ids(long records, List<Long> page) {

        static final Ids NONE = new Ids(0, List.of());
    }

    private Ids posted(ClientAccountId client, Wanted wanted, String direction, long offset, int limit) {
        if (wanted.isAllOfTheDays()) {
            return new Ids(entries(client, wanted), postedIds(client, wanted, direction, offset, limit));
        }
        EntrySearch search = new EntrySearch(wanted);
        String found = "SELECT e.entry_id, e.posting_date, e.chain_position FROM " + search.posted();
        String order = " ORDER BY posting_date " + direction + ", chain_position " + direction;
        return search.query(
                        handle,
                        client,
                        "WITH found AS MATERIALIZED (" + found + "), shown AS (SELECT * FROM found" + order
                                + " OFFSET :offset LIMIT :limit)"
                                + " SELECT (SELECT count(*) FROM found) AS records,"
                                + " ARRAY(SELECT entry_id FROM shown" + order + ") AS page",
                        false)
                .bind("offset", offset)
                .bind("limit", limit)
                .map((row, context) -> new Ids(row.getLong("records"), List.of((Long[])
                        row.getArray("page").getArray())))
                .one();
    }

    private long entries(ClientAccountId client, Wanted wanted) {
        if (wanted.days().equals(Period.EVER)) {
            return handle.createQuery("SELECT chain_position FROM journal_head WHERE client_account_id = :client")
                    .bind("client", client.value())
                    .mapTo(Long.class)
                    .one();
        }
        EntrySearch search = new EntrySearch(wanted);
        return search.query(handle, client, "SELECT count(*) FROM " + search.posted(), false)
                .mapTo(Long.class)
                .one();
    }

    private List<Long> postedIds(ClientAccountId client, Wanted wanted, String direction, long offset, int limit) {
        EntrySearch search = new EntrySearch(wanted);
        String order = " ORDER BY e.posting_date " + direction + ", e.chain_position " + direction;
        String keys = "SELECT e.chain_position FROM " + search.posted() + order + " OFFSET :offset LIMIT :limit";
        return search.query(
                        handle,
                        client,
                        "SELECT e.entry_id FROM journal_entry e WHERE e.client_account_id = :client"
                                + " AND e.chain_position = ANY (ARRAY(" + keys + "))" + order,
                        false)
                .bind("offset", offset)
                .bind("limit", limit)
                .mapTo(Long.class)
                .list();
    }

    private long drafts(ClientAccountId client, Wanted wanted) {
        EntrySearch search = new EntrySearch(wanted);
        return search.query(handle, client, "SELECT count(*) FROM " + search.drafts(), true)
                .mapTo(Long.class)
                .one();
    }

    private List<Long> draftIds(ClientAccountId client, Wanted wanted, long offset, int limit) {
        EntrySearch search = new EntrySearch(wanted);
        return search.query(
                        handle,
                        client,
                        "SELECT e.draft_id FROM " + search.drafts()
                                + " ORDER BY e.entry_date, e.draft_id OFFSET :offset LIMIT :limit",
                        true)
                .bind("offset", offset)
                .bind("limit", limit)
                .mapTo(Long.class)
                .list();
    }
}
