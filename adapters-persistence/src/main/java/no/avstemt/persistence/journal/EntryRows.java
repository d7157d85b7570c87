package no.avstemt.persistence.journal;

import static no.avstemt.persistence.database.Rows.utc;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import no.avstemt.application.access.UserId;
import no.avstemt.application.journal.Stamp;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.document.Document;
import no.avstemt.domain.journal.JournalHead;
import no.avstemt.domain.journal.PostedEntry;
import no.avstemt.domain.journal.Reversal;
import no.avstemt.domain.journal.Voucher;
import no.avstemt.persistence.database.Bulk;
import no.avstemt.persistence.database.BulkInsert;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.Update;

/** The headers of entries, with their vouchers, and the head of the journal that moves with them. */
final class EntryRows {

    private final Handle handle;
    private final ClientAccountId client;
    private final String at;
    private final Optional<Long> by;

    EntryRows(Handle handle, ClientAccountId client, Stamp stamp) {
        this.handle = handle;
        this.client = client;
        this.at = utc(stamp.at()).toString();
        this.by = stamp.by().map(UserId::value);
    }

    /** @return chain position to the id of the entry there */
    Map<Long, Long> add(List<PostedEntry> entries, JournalHead after) {
        return add(entries, after, rows(entries));
    }

    /** One entry, under an id that it has already. */
    Map<Long, Long> addUnder(long id, PostedEntry entry, JournalHead after) {
        List<PostedEntry> entries = List.of(entry);
        return add(entries, after, rows(entries).ids("entry_id", posted -> id));
    }

    private BulkInsert<PostedEntry> rows(List<PostedEntry> entries) {
        return new BulkInsert<>(handle, "journal_entry", entries);
    }

    private Map<Long, Long> add(List<PostedEntry> entries, JournalHead after, BulkInsert<PostedEntry> rows) {
        moveHead(entries, after);
        Map<Voucher, Long> vouchers = vouchers(entries);
        Map<Document, Long> documents = new Documents(handle, client).ids(entries);
        Map<Reversal, Long> reversed = reversed(entries);
        Query insert = rows.longs("client_account_id", posted -> client.value())
                .ints("fiscal_year", PostedEntry::fiscalYear)
                .longs("number", PostedEntry::number)
                .longs("chain_position", PostedEntry::chainPosition)
                .bytes("chain_hash", posted -> posted.hash().bytes())
                .dates("posting_date", posted -> posted.entry().postingDate())
                .texts("description", posted -> posted.entry().description())
                .longs(
                        "voucher_id",
                        posted -> Objects.requireNonNull(
                                vouchers.get(posted.entry().voucher())))
                .optionalLongs(
                        "document_id", posted -> posted.entry().document().map(documents::get))
                .optionalLongs(
                        "reverses_entry_id", posted -> posted.entry().reversal().map(reversed::get))
                .optionalTexts(
                        "reversal_reason", posted -> posted.entry().reversal().map(Reversal::reason))
                .optionalTexts("held_reason", posted -> posted.entry().heldReason())
                .texts("created_by", posted -> posted.entry().createdBy())
                .optionalLongs("created_by_user", posted -> by)
                .parsed("created_at", "timestamptz", posted -> at)
                .returning("chain_position, entry_id");
        Map<Long, Long> ids = new HashMap<>();
        insert.map((row, context) -> Map.entry(row.getLong("chain_position"), row.getLong("entry_id")))
                .forEach(entry -> ids.put(entry.getKey(), entry.getValue()));
        return ids;
    }

    private Map<Reversal, Long> reversed(List<PostedEntry> entries) {
        List<Reversal> wanted = entries.stream()
                .flatMap(posted -> posted.entry().reversal().stream())
                .toList();
        if (wanted.isEmpty()) {
            return Map.of();
        }
        Map<Reversal, Long> ids = new HashMap<>();
        for (Reversal reversal : wanted) {
            ids.put(reversal, entryId(reversal));
        }
        return ids;
    }

    private long entryId(Reversal reversal) {
        return handle.createQuery("""
                        SELECT entry_id
                          FROM journal_entry
                         WHERE client_account_id = :client AND fiscal_year = :year AND number = :number
                        """)
                .bind("client", client.value())
                .bind("year", reversal.fiscalYear())
                .bind("number", reversal.number())
                .mapTo(Long.class)
                .findOne()
                .orElseThrow(() -> new IllegalArgumentException("Client account " + client + " has no entry "
                        + reversal.fiscalYear() + "/" + reversal.number()));
    }

    private Map<Voucher, Long> vouchers(List<PostedEntry> entries) {
        List<Voucher> wanted = entries.stream()
                .map(posted -> posted.entry().voucher())
                .distinct()
                .toList();
        Update insert = handle.createUpdate("""
                        INSERT INTO voucher (client_account_id, kind, key)
                        SELECT :client, r.* FROM unnest(:kind::text[], :key::text[]) r
                            ON CONFLICT (client_account_id, kind, key) DO NOTHING
                        """).bind("client", client.value());
        Bulk.of(insert, wanted).texts("kind", voucher -> voucher.kind().name()).texts("key", Voucher::key);
        insert.execute();
        Map<Voucher, Long> ids = new HashMap<>();
        handle.createQuery("""
                        SELECT voucher_id, kind, key
                          FROM voucher
                         WHERE client_account_id = :client AND key = ANY (:keys::text[])
                        """)
                .bind("client", client.value())
                .bindArray(
                        "keys", String.class, wanted.stream().map(Voucher::key).toList())
                .map((row, context) -> Map.entry(
                        new Voucher(Voucher.Kind.valueOf(row.getString("kind")), row.getString("key")),
                        row.getLong("voucher_id")))
                .forEach(entry -> ids.put(entry.getKey(), entry.getValue()));
        return ids;
    }

    private void moveHead(List<PostedEntry> entries, JournalHead after) {
        int moved = handle.createUpdate("""
                        UPDATE journal_head
                           SET chain_position = :position, chain_hash = :hash
                         WHERE client_account_id = :client AND chain_position = :before
                        """)
                .bind("position", after.chainPosition())
                .bind("hash", after.hash().bytes())
                .bind("client", client.value())
                .bind("before", entries.get(0).chainPosition() - 1)
                .execute();
        if (moved != 1) {
            throw new IllegalStateException("The journal of client account " + client + " has moved on from "
                    + (entries.get(0).chainPosition() - 1));
        }
        entries.stream()
                .map(PostedEntry::fiscalYear)
                .distinct()
                .forEach(year -> handle.createUpdate("""
                        INSERT INTO journal_number (client_account_id, fiscal_year, last_number)
                        VALUES (:client, :year, :last)
                            ON CONFLICT (client_account_id, fiscal_year) DO UPDATE
                           SET last_number = excluded.last_number
                        """)
                        .bind("client", client.value())
                        .bind("year", year)
                        .bind("last", after.lastNumbers().get(year))
                        .execute());
    }
}
