package no.avstemt.persistence.journal;

import static no.avstemt.persistence.database.Rows.utc;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import no.avstemt.application.journal.JournalStore;
import no.avstemt.domain.chart.AccountCode;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.dimension.DimensionRef;
import no.avstemt.domain.journal.ChainHash;
import no.avstemt.domain.journal.JournalHead;
import no.avstemt.domain.journal.JournalLine;
import no.avstemt.domain.journal.PostedEntry;
import no.avstemt.domain.journal.Voucher;
import no.avstemt.persistence.database.Bulk;
import no.avstemt.persistence.database.BulkInsert;
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
        String at = utc(createdAt).toString();
        Query insert = new BulkInsert<>(handle, "journal_entry", entries)
                .longs("client_account_id", posted -> client.value())
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
                .texts("created_by", posted -> posted.entry().createdBy())
                .parsed("created_at", "timestamptz", posted -> at)
                .returning("chain_position, entry_id");
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

    private void insertLines(ClientAccountId client, List<NewLine> lines) {
        new BulkInsert<>(handle, "journal_line", lines)
                .longs("client_account_id", row -> client.value())
                .longs("entry_id", NewLine::entryId)
                .ints("line_no", row -> row.line().lineNo())
                .longs("account_id", NewLine::accountId)
                .dates("posting_date", NewLine::day)
                .longs("ordinal", NewLine::ordinal)
                .longs("amount", row -> row.line().amount())
                .texts("currency", row -> row.line().currency().getCurrencyCode())
                .longs("currency_amount", row -> row.line().currencyAmount())
                .parsed("exchange_rate", "numeric(38, 18)", row -> rate(row.line()))
                .optionalTexts("tax_code", row -> row.line().taxCode())
                .optionalLongs("tax_base", row -> row.line().taxBase())
                .optionalLongs("tax_amount", row -> row.line().taxAmount())
                .optionalLongs(
                        "dimension_set_id",
                        row -> row.dimensionSetId() == 0 ? Optional.empty() : Optional.of(row.dimensionSetId()))
                .texts("description", row -> row.line().description())
                .optionalDates("ledger_date", row -> row.line().ledgerDate())
                .execute();
    }

    private static String rate(JournalLine line) {
        return line.exchangeRate().equals(BigDecimal.ONE)
                ? "1"
                : line.exchangeRate().toPlainString();
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
