package no.avstemt.persistence.settlement;

import static no.avstemt.persistence.database.Rows.micros;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import no.avstemt.application.settlement.EntryPage.Fetched;
import no.avstemt.application.settlement.SettlementStore;
import no.avstemt.domain.chart.AccountCode;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.sale.OrderMoney;
import no.avstemt.domain.settlement.LedgerId;
import no.avstemt.domain.settlement.StoredEntry;
import no.avstemt.domain.settlement.Topic;
import no.avstemt.domain.time.Period;
import no.avstemt.persistence.database.Bulk;
import no.avstemt.persistence.database.Rows;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.Update;

/** Works inside the transaction of its handle. */
public final class JdbiSettlements implements SettlementStore {

    private final Handle handle;

    public JdbiSettlements(Handle handle) {
        this.handle = handle;
    }

    @Override
    public int addNew(ClientAccountId client, List<Fetched> page, long lastPosition) {
        Map<UUID, Fetched> byKey = new LinkedHashMap<>();
        page.forEach(item -> byKey.putIfAbsent(item.entry().key().value(), item));
        handle.createQuery("""
                        SELECT natural_key
                          FROM settlement_entry
                         WHERE client_account_id = :client
                           AND natural_key = ANY (:keys::uuid[])
                        """)
                .bind("client", client.value())
                .bindArray("keys", UUID.class, List.copyOf(byKey.keySet()))
                .mapTo(UUID.class)
                .forEach(byKey::remove);
        if (!byKey.isEmpty()) {
            insert(client, List.copyOf(byKey.entrySet()), lastPosition);
        }
        return byKey.size();
    }

    /** Side by side in the select list, {@code unnest} streams; in {@code FROM} it keeps every column aside first. */
    private void insert(ClientAccountId client, List<Map.Entry<UUID, Fetched>> rows, long lastPosition) {
        Update insert = handle.createUpdate("""
                        INSERT INTO settlement_entry (client_account_id, ledger_id, topic, feed_position, vipps_type,
                               ledger_date, time, currency, amount, balance_before, balance_after, psp_reference,
                               reference, recipient_handle, natural_key, raw)
                        SELECT :client, r.ledger, r.topic, :last + r.place, r.type, r.day::date,
                               'epoch'::timestamptz + r.time * '1 microsecond'::interval,
                               r.currency, r.amount, r.before, r.after, r.psp, r.reference, r.handle, r.key, r.raw
                          FROM (SELECT unnest(:ledger::text[]) AS ledger, unnest(:topic::text[]) AS topic,
                                       unnest(:place::bigint[]) AS place, unnest(:type::text[]) AS type,
                                       unnest(:day::text[]) AS day, unnest(:time::bigint[]) AS time,
                                       unnest(:currency::text[]) AS currency, unnest(:amount::bigint[]) AS amount,
                                       unnest(:before::bigint[]) AS before, unnest(:after::bigint[]) AS after,
                                       unnest(:psp::text[]) AS psp, unnest(:reference::text[]) AS reference,
                                       unnest(:handle::text[]) AS handle, unnest(:key::uuid[]) AS key,
                                       unnest(:raw::text[]) AS raw) r
                        """).bind("client", client.value()).bind("last", lastPosition);
        AtomicLong place = new AtomicLong();
        Bulk.of(insert, rows)
                .texts("ledger", row -> row.getValue().entry().ledger().value())
                .texts("topic", row -> row.getValue().entry().topic().vippsName())
                .longs("place", row -> place.incrementAndGet())
                .texts("type", row -> row.getValue().entry().vippsType())
                .dates("day", row -> row.getValue().entry().ledgerDate())
                .longs("time", row -> micros(row.getValue().entry().time()))
                .texts(
                        "currency",
                        row -> row.getValue().entry().amount().currency().getCurrencyCode())
                .longs("amount", row -> row.getValue().entry().amount().minor())
                .longs("before", row -> row.getValue().entry().balanceBefore())
                .longs("after", row -> row.getValue().entry().balanceAfter())
                .optionalTexts("psp", row -> row.getValue().entry().pspReference())
                .optionalTexts("reference", row -> row.getValue().entry().reference())
                .optionalTexts("handle", row -> row.getValue().entry().recipientHandle())
                .uuids("key", Map.Entry::getKey)
                .texts("raw", row -> row.getValue().raw());
        insert.execute();
        keepPersonalData(client, rows);
    }

    private void keepPersonalData(ClientAccountId client, List<Map.Entry<UUID, Fetched>> rows) {
        List<Map.Entry<UUID, Fetched>> personal = rows.stream()
                .filter(row -> row.getValue().personal().isPresent())
                .toList();
        if (personal.isEmpty()) {
            return;
        }
        Update insert = handle.createUpdate("""
                        INSERT INTO settlement_person (client_account_id, settlement_entry_id, data)
                        SELECT e.client_account_id, e.settlement_entry_id, p.data
                          FROM unnest(:key::uuid[], :data::text[]) AS p (key, data)
                          JOIN settlement_entry e ON e.client_account_id = :client AND e.natural_key = p.key
                        """).bind("client", client.value());
        Bulk.of(insert, personal)
                .uuids("key", Map.Entry::getKey)
                .optionalTexts("data", row -> row.getValue().personal());
        insert.execute();
    }

    @Override
    public List<StoredEntry> entries(ClientAccountId client, LedgerId ledger, Period dates) {
        return range(
                        "SELECT " + EntryRow.COLUMNS + ofEachTopic("""
                               SELECT *
                                 FROM settlement_entry
                                WHERE client_account_id = :client AND ledger_id = :ledger
                                  AND topic = t.topic AND ledger_date BETWEEN :first AND :last
                                ORDER BY ledger_date, feed_position
                        """)
                                + " ORDER BY e.ledger_date, e.topic DESC, e.feed_position",
                        client,
                        ledger,
                        dates.first(),
                        dates.last())
                .map((row, context) -> EntryRow.stored(row))
                .list();
    }

    @Override
    public List<DateCount> count(ClientAccountId client, LedgerId ledger, Period dates) {
        return range(
                        "SELECT e.ledger_date, sum(e.entries)::bigint AS entries" + ofEachTopic("""
                               SELECT ledger_date, count(*) AS entries
                                 FROM settlement_entry
                                WHERE client_account_id = :client AND ledger_id = :ledger
                                  AND topic = t.topic AND ledger_date BETWEEN :first AND :last
                                GROUP BY ledger_date
                                ORDER BY ledger_date
                        """)
                                + " GROUP BY e.ledger_date ORDER BY e.ledger_date",
                        client,
                        ledger,
                        dates.first(),
                        dates.last())
                .map((row, context) -> new DateCount(Rows.date(row, "ledger_date"), row.getLong("entries")))
                .list();
    }

    @Override
    public void queueLate(ClientAccountId client, LedgerId ledger, Topic topic, Period booked, long afterPosition) {
        handle.createUpdate("""
                        INSERT INTO late_entry (client_account_id, settlement_entry_id, ledger_id)
                        SELECT client_account_id, settlement_entry_id, ledger_id
                          FROM settlement_entry
                         WHERE client_account_id = :client AND ledger_id = :ledger AND topic = :topic
                           AND ledger_date BETWEEN :first AND :last AND feed_position > :position
                        """)
                .bind("client", client.value())
                .bind("ledger", ledger.value())
                .bind("topic", topic.vippsName())
                .bind("first", booked.first())
                .bind("last", booked.last())
                .bind("position", afterPosition)
                .execute();
    }

    @Override
    public List<StoredEntry> takeLate(ClientAccountId client, LedgerId ledger) {
        return handle.createQuery("WITH taken AS (DELETE FROM late_entry"
                        + " WHERE client_account_id = :client AND ledger_id = :ledger"
                        + " RETURNING client_account_id, settlement_entry_id) SELECT " + EntryRow.COLUMNS
                        + """
                          FROM taken
                          JOIN settlement_entry e USING (client_account_id, settlement_entry_id)
                         ORDER BY e.ledger_date, e.topic DESC, e.feed_position
                        """)
                .bind("client", client.value())
                .bind("ledger", ledger.value())
                .map((row, context) -> EntryRow.stored(row))
                .list();
    }

    @Override
    public Set<String> capturedOrders(ClientAccountId client, LedgerId ledger, Set<String> references) {
        return new Captures(handle).orders(client, ledger, references);
    }

    @Override
    public List<OrderMoney> moneyOf(
            ClientAccountId client, LedgerId ledger, Set<String> references, AccountCode cardAcquirer) {
        return new Captures(handle).money(client, ledger, references, cardAcquirer);
    }

    @Override
    public Map<String, LocalDate> capturedOn(ClientAccountId client, LedgerId ledger, Set<String> pspReferences) {
        return new Captures(handle).dates(client, ledger, pspReferences);
    }

    @Override
    public List<Dispute> standingDisputes(ClientAccountId client, LedgerId ledger, Period dates) {
        return new Captures(handle).standingDisputes(client, ledger, dates);
    }

    @Override
    public List<TopicDay> days(ClientAccountId client, LedgerId ledger, Topic topic, LocalDate first, LocalDate last) {
        return new VippsBalances(handle).days(client, ledger, topic, first, last);
    }

    @Override
    public Optional<Long> balanceAt(ClientAccountId client, LedgerId ledger, Topic topic, LocalDate date) {
        return new VippsBalances(handle).balanceAt(client, ledger, topic, date);
    }

    @Override
    public List<ChainBreak> chainBreaks(
            ClientAccountId client, LedgerId ledger, Topic topic, LocalDate first, LocalDate last) {
        return new VippsBalances(handle).chainBreaks(client, ledger, topic, first, last);
    }

    /**
     * Topic by topic, and in the order of their index, so that this is the one that is read: in a client's first round the
     * planner thinks any index as good, and some lead through all the client's entries.
     */
    private static String ofEachTopic(String entries) {
        return " FROM (VALUES ('funds'), ('fees')) AS t (topic) CROSS JOIN LATERAL (" + entries + ") e";
    }

    private Query range(String sql, ClientAccountId client, LedgerId ledger, LocalDate first, LocalDate last) {
        return handle.createQuery(sql)
                .bind("client", client.value())
                .bind("ledger", ledger.value())
                .bind("first", first)
                .bind("last", last);
    }
}
