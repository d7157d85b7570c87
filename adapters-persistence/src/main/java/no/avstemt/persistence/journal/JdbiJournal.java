package no.avstemt.persistence.journal;

import static no.avstemt.persistence.database.Rows.utc;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import no.avstemt.application.journal.JournalStore;
import no.avstemt.domain.chart.AccountCode;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.dimension.DimensionRef;
import no.avstemt.domain.journal.ChainHash;
import no.avstemt.domain.journal.JournalHead;
import no.avstemt.domain.journal.PostedEntry;
import no.avstemt.domain.journal.Voucher;
import no.avstemt.persistence.database.Bulk;
import no.avstemt.persistence.database.Rows;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.Update;

/** Works inside the transaction of its handle. */
public final class JdbiJournal implements JournalStore {

    private final Handle handle;

    public JdbiJournal(Handle handle) {
        this.handle = handle;
    }

    @Override
    public JournalHead lockHead(ClientAccountId client) {
        return head(client, " FOR UPDATE");
    }

    @Override
    public JournalHead head(ClientAccountId client) {
        return head(client, "");
    }

    private JournalHead head(ClientAccountId client, String lock) {
        Head head = handle.createQuery(
                        "SELECT chain_position, chain_hash FROM journal_head WHERE client_account_id = :client" + lock)
                .bind("client", client.value())
                .map((row, context) ->
                        new Head(row.getLong("chain_position"), new ChainHash(row.getBytes("chain_hash"))))
                .findOne()
                .orElseThrow(() -> new IllegalStateException("Client account " + client + " has no journal"));
        Map<Integer, Long> numbers = new HashMap<>();
        handle.createQuery("SELECT fiscal_year, last_number FROM journal_number WHERE client_account_id = :client")
                .bind("client", client.value())
                .map((row, context) -> Map.entry(row.getInt("fiscal_year"), row.getLong("last_number")))
                .forEach(year -> numbers.put(year.getKey(), year.getValue()));
        return new JournalHead(head.position(), head.hash(), numbers);
    }

    private record Head(long position, ChainHash hash) {}

    @Override
    public void append(ClientAccountId client, List<PostedEntry> entries, JournalHead after, Instant createdAt) {
        moveHead(client, entries, after);
        Map<Long, Long> ids = insertEntries(client, entries, createdAt);
        List<NewLine> lines = new LinesToBe(handle, client).of(entries, ids);
        insertLines(client, lines);
        new SourceLinks(handle, client).add(entries, ids);
        new Counters(handle, client).add(lines);
    }

    private void moveHead(ClientAccountId client, List<PostedEntry> entries, JournalHead after) {
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

    /** Chain position to the id of the entry there. */
    private Map<Long, Long> insertEntries(ClientAccountId client, List<PostedEntry> entries, Instant createdAt) {
        Map<Voucher, Long> vouchers = vouchers(client, entries);
        Query insert = handle.createQuery("""
                        INSERT INTO journal_entry (client_account_id, fiscal_year, number, chain_position, chain_hash,
                               posting_date, description, voucher_id, created_by, created_at)
                        SELECT :client, r.year, r.number, r.position, r.hash, r.day::date, r.text, r.voucher, r.by, :at
                          FROM (SELECT unnest(:year::int[]) AS year, unnest(:number::bigint[]) AS number,
                                       unnest(:position::bigint[]) AS position, unnest(:hash::bytea[]) AS hash,
                                       unnest(:day::text[]) AS day, unnest(:text::text[]) AS text,
                                       unnest(:voucher::bigint[]) AS voucher, unnest(:by::text[]) AS by) r
                        RETURNING chain_position, entry_id
                        """).bind("client", client.value()).bind("at", utc(createdAt));
        Bulk.of(insert, entries)
                .ints("year", PostedEntry::fiscalYear)
                .longs("number", PostedEntry::number)
                .longs("position", PostedEntry::chainPosition)
                .bytes("hash", posted -> posted.hash().bytes())
                .dates("day", posted -> posted.entry().postingDate())
                .texts("text", posted -> posted.entry().description())
                .longs(
                        "voucher",
                        posted -> Objects.requireNonNull(
                                vouchers.get(posted.entry().voucher())))
                .texts("by", posted -> posted.entry().createdBy());
        Map<Long, Long> ids = new HashMap<>();
        insert.map((row, context) -> Map.entry(row.getLong("chain_position"), row.getLong("entry_id")))
                .forEach(entry -> ids.put(entry.getKey(), entry.getValue()));
        return ids;
    }

    private Map<Voucher, Long> vouchers(ClientAccountId client, List<PostedEntry> entries) {
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

    /** Side by side in the select list, {@code unnest} streams; in {@code FROM} it keeps every column aside first. */
    private void insertLines(ClientAccountId client, List<NewLine> lines) {
        Update insert = handle.createUpdate("""
                        INSERT INTO journal_line (client_account_id, entry_id, line_no, account_id, posting_date, ordinal,
                               amount, currency, currency_amount, exchange_rate, tax_code, tax_base, tax_amount,
                               dimension_set_id, description, ledger_date)
                        SELECT :client, r.entry, r.no, r.account, r.day::date, r.ordinal, r.amount, r.currency,
                               r.foreign_amount, r.rate::numeric, r.tax, r.base, r.taxed, nullif(r.dimensions, 0), r.text,
                               r.ledger_day::date
                          FROM (SELECT unnest(:entry::bigint[]) AS entry, unnest(:no::int[]) AS no,
                                       unnest(:account::bigint[]) AS account, unnest(:day::text[]) AS day,
                                       unnest(:ordinal::bigint[]) AS ordinal, unnest(:amount::bigint[]) AS amount,
                                       unnest(:currency::text[]) AS currency,
                                       unnest(:foreign::bigint[]) AS foreign_amount, unnest(:rate::text[]) AS rate,
                                       unnest(:tax::text[]) AS tax, unnest(:base::bigint[]) AS base,
                                       unnest(:taxed::bigint[]) AS taxed, unnest(:dimensions::bigint[]) AS dimensions,
                                       unnest(:text::text[]) AS text, unnest(:ledgerDay::text[]) AS ledger_day) r
                        """).bind("client", client.value());
        Bulk.of(insert, lines)
                .longs("entry", NewLine::entryId)
                .ints("no", row -> row.line().lineNo())
                .longs("account", NewLine::accountId)
                .dates("day", NewLine::day)
                .longs("ordinal", NewLine::ordinal)
                .longs("amount", row -> row.line().amount())
                .texts("currency", row -> row.line().currency().getCurrencyCode())
                .longs("foreign", row -> row.line().currencyAmount())
                .texts("rate", row -> row.line().exchangeRate().toPlainString())
                .optionalTexts("tax", row -> row.line().taxCode())
                .optionalLongs("base", row -> row.line().taxBase())
                .optionalLongs("taxed", row -> row.line().taxAmount())
                .longs("dimensions", NewLine::dimensionSetId)
                .texts("text", row -> row.line().description())
                .optionalDates("ledgerDay", row -> row.line().ledgerDate());
        insert.execute();
    }

    @Override
    public List<DayMovement> movements(
            ClientAccountId client, AccountCode account, DimensionRef relation, LocalDate first, LocalDate last) {
        return handle.createQuery("""
                        SELECT b.day, sum(b.debit - b.credit)::bigint AS movement
                          FROM balance_set_day b
                         WHERE b.client_account_id = :client AND b.day BETWEEN :first AND :last
                           AND b.account_id = (SELECT account_id
                                                 FROM account
                                                WHERE client_account_id = :client AND code = :account)
                           AND b.dimension_set_id = ANY (ARRAY(
                                 SELECT s.dimension_set_id
                                   FROM dimension_set s
                                   JOIN dimension_value v
                                     ON v.client_account_id = s.client_account_id
                                    AND v.dimension_value_id = s.relation_id AND v.type = s.relation_type
                                  WHERE s.client_account_id = :client AND v.type = :type AND v.key = :key))
                         GROUP BY b.day
                         ORDER BY b.day
                        """)
                .bind("client", client.value())
                .bind("account", account.digits())
                .bind("type", relation.type().apiName())
                .bind("key", relation.key())
                .bind("first", first)
                .bind("last", last)
                .map((row, context) -> new DayMovement(Rows.date(row, "day"), row.getLong("movement")))
                .list();
    }
}
