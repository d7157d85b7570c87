package no.avstemt.persistence.settlement;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
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
import no.avstemt.domain.client.SalesUnit;
import no.avstemt.domain.sale.OrderCapture;
import no.avstemt.domain.sale.OrderMoney;
import no.avstemt.domain.settlement.EntryKey;
import no.avstemt.domain.settlement.LedgerId;
import no.avstemt.domain.settlement.StoredEntry;
import no.avstemt.domain.settlement.Topic;
import no.avstemt.domain.time.Period;
import no.avstemt.persistence.database.BulkInsert;
import no.avstemt.persistence.database.Rows;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.StatementException;

/** Works inside the transaction of its handle. */
public final class JdbiSettlements implements SettlementStore {

    private static final String PAGE = "page";

    private final Handle handle;

    public JdbiSettlements(Handle handle) {
        this.handle = handle;
    }

    @Override
    public int addNew(ClientAccountId client, List<Fetched> page, long lastPosition) {
        return addPassedOver(client, page, Map.of(), lastPosition);
    }

    @Override
    public int addPassedOver(
            ClientAccountId client, List<Fetched> page, Map<EntryKey, BigDecimal> places, long lastPosition) {
        Map<UUID, Fetched> byKey = new LinkedHashMap<>();
        page.forEach(item -> byKey.putIfAbsent(item.entry().key().value(), item));
        if (byKey.isEmpty() || isAllNew(client, List.copyOf(byKey.entrySet()), places, lastPosition)) {
            return byKey.size();
        }
        known(client, byKey).forEach(byKey::remove);
        if (!byKey.isEmpty()) {
            insert(client, List.copyOf(byKey.entrySet()), places, lastPosition);
        }
        return byKey.size();
    }

    /** Nearly every page is: to look each row up before would cost a tenth of storing it. */
    private boolean isAllNew(
            ClientAccountId client,
            List<Map.Entry<UUID, Fetched>> rows,
            Map<EntryKey, BigDecimal> places,
            long lastPosition) {
        handle.savepoint(PAGE);
        try {
            insert(client, rows, places, lastPosition);
        } catch (StatementException e) {
            if (!Rows.isTakenKey(e)) {
                throw e;
            }
            handle.rollbackToSavepoint(PAGE);
            return false;
        }
        handle.releaseSavepoint(PAGE);
        return true;
    }

    private List<UUID> known(ClientAccountId client, Map<UUID, Fetched> rows) {
        return handle.createQuery("""
                        SELECT natural_key
                          FROM settlement_entry
                         WHERE client_account_id = :client
                           AND ledger_date = ANY (:dates::date[]) AND natural_key = ANY (:keys::uuid[])
                        """)
                .bind("client", client.value())
                .bindArray("dates", String.class, datesOf(rows.values()))
                .bindArray("keys", UUID.class, List.copyOf(rows.keySet()))
                .mapTo(UUID.class)
                .list();
    }

    static List<String> datesOf(Collection<Fetched> rows) {
        return rows.stream()
                .map(row -> row.entry().ledgerDate().toString())
                .distinct()
                .toList();
    }

    private void insert(
            ClientAccountId client,
            List<Map.Entry<UUID, Fetched>> rows,
            Map<EntryKey, BigDecimal> places,
            long lastPosition) {
        AtomicLong position = new AtomicLong(lastPosition);
        new BulkInsert<>(handle, "settlement_entry", rows)
                .longs("client_account_id", row -> client.value())
                .texts("ledger_id", row -> row.getValue().entry().ledger().value())
                .texts("topic", row -> row.getValue().entry().topic().vippsName())
                .longs("feed_position", row -> position.incrementAndGet())
                .texts("vipps_type", row -> row.getValue().entry().vippsType())
                .dates("ledger_date", row -> row.getValue().entry().ledgerDate())
                .moments("time", row -> row.getValue().entry().time())
                .texts(
                        "currency",
                        row -> row.getValue().entry().amount().currency().getCurrencyCode())
                .longs("amount", row -> row.getValue().entry().amount().minor())
                .longs("balance_before", row -> row.getValue().entry().balanceBefore())
                .longs("balance_after", row -> row.getValue().entry().balanceAfter())
                .optionalTexts("psp_reference", row -> row.getValue().entry().pspReference())
                .optionalTexts("reference", row -> row.getValue().entry().reference())
                .optionalTexts("recipient_handle", row -> row.getValue().entry().recipientHandle())
                .uuids("natural_key", Map.Entry::getKey)
                .texts("raw", row -> row.getValue().raw())
                .optionalParsed(
                        "chain_place",
                        "numeric",
                        row -> Optional.ofNullable(places.get(new EntryKey(row.getKey())))
                                .map(BigDecimal::toPlainString))
                .execute();
        new PersonsOfEntries(handle, client).keep(rows);
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
    public void putBackLate(ClientAccountId client, LedgerId ledger, Collection<Long> entries) {
        handle.createUpdate("""
                        INSERT INTO late_entry (client_account_id, settlement_entry_id, ledger_id)
                        SELECT :client, unnest(:entries::bigint[]), :ledger
                        """)
                .bind("client", client.value())
                .bindArray("entries", Long.class, List.copyOf(entries))
                .bind("ledger", ledger.value())
                .execute();
    }

    @Override
    public void queueLateSales(
            ClientAccountId client, LedgerId ledger, Set<String> pspReferences, Set<String> references) {
        new LateSaleEntries(handle, client, ledger).queue(pspReferences, references);
    }

    @Override
    public void queueUnit(ClientAccountId client, LedgerId ledger, SalesUnit unit) {
        new LateSaleEntries(handle, client, ledger).queue(unit);
    }

    @Override
    public List<BookedEntry> takeLateSales(ClientAccountId client, LedgerId ledger) {
        return new LateSaleEntries(handle, client, ledger).take();
    }

    @Override
    public List<OrderCapture> capturesOf(ClientAccountId client, LedgerId ledger, Set<String> references) {
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
    public List<TopicDay> days(ClientAccountId client, LedgerId ledger, Topic topic, LocalDate first, LocalDate last) {
        return new VippsBalances(handle).days(client, ledger, topic, first, last);
    }

    @Override
    public Optional<Long> balanceAt(ClientAccountId client, LedgerId ledger, Topic topic, LocalDate date) {
        return new VippsBalances(handle).balanceAt(client, ledger, topic, date);
    }

    @Override
    public Optional<Long> openingAt(ClientAccountId client, LedgerId ledger, Topic topic, LocalDate date) {
        VippsBalances balances = new VippsBalances(handle);
        return balances.openingAt(client, ledger, topic, date)
                .or(() -> balances.balanceAt(client, ledger, topic, date.minusDays(1)));
    }

    @Override
    public long payouts(ClientAccountId client, LedgerId ledger, Period dates) {
        return new VippsBalances(handle).payouts(client, ledger, dates);
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
