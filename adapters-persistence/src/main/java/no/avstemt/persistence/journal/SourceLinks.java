package no.avstemt.persistence.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.journal.PostedEntry;
import no.avstemt.domain.journal.SaleLink;
import no.avstemt.domain.journal.SettlementLink;
import no.avstemt.persistence.database.Bulk;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;

/** From lines to what they are booked from. The primary keys refuse to book a source twice. */
final class SourceLinks {

    private final Handle handle;
    private final ClientAccountId client;

    SourceLinks(Handle handle, ClientAccountId client) {
        this.handle = handle;
        this.client = client;
    }

    /** @param ids chain position to entry id */
    void add(List<PostedEntry> entries, Map<Long, Long> ids) {
        List<NewLink> settlement = new ArrayList<>();
        List<NewLink> sales = new ArrayList<>();
        for (PostedEntry posted : entries) {
            long id = Objects.requireNonNull(ids.get(posted.chainPosition()));
            posted.entry().links().forEach(link -> settlement.add(NewLink.of(id, link)));
            posted.entry().saleLinks().forEach(link -> sales.add(NewLink.of(id, link)));
        }
        insert("settlement_link", "settlement_entry_id", settlement);
        insert("sale_link", "sale_id", sales);
    }

    private record NewLink(long entryId, long sourceId, int generation, int linkNo, int lineNo, long amount) {

        static NewLink of(long entryId, SettlementLink link) {
            return new NewLink(
                    entryId, link.settlementEntryId(), link.generation(), link.linkNo(), link.lineNo(), link.amount());
        }

        static NewLink of(long entryId, SaleLink link) {
            return new NewLink(entryId, link.saleId(), link.generation(), link.linkNo(), link.lineNo(), link.amount());
        }
    }

    /** @param table,source of the two above, never from outside */
    private void insert(String table, String source, List<NewLink> links) {
        if (links.isEmpty()) {
            return;
        }
        Update insert = handle.createUpdate("INSERT INTO " + table + " (client_account_id, " + source + """
                        , generation, link_no, entry_id, line_no, amount)
                        SELECT :client, unnest(:source::bigint[]), unnest(:generation::int[]), unnest(:link::int[]),
                               unnest(:entry::bigint[]), unnest(:line::int[]), unnest(:amount::bigint[])
                        """)
                .bind("client", client.value());
        Bulk.of(insert, links)
                .longs("source", NewLink::sourceId)
                .ints("generation", NewLink::generation)
                .ints("link", NewLink::linkNo)
                .longs("entry", NewLink::entryId)
                .ints("line", NewLink::lineNo)
                .longs("amount", NewLink::amount);
        insert.execute();
    }
}
