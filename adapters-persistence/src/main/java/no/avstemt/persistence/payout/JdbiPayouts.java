package no.avstemt.persistence.payout;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.avstemt.application.paging.From;
import no.avstemt.application.paging.Slice;
import no.avstemt.application.payout.Payout;
import no.avstemt.application.payout.PayoutReads;
import no.avstemt.application.settlement.EntryQuery;
import no.avstemt.application.settlement.EntryQuery.OfLedger;
import no.avstemt.application.settlement.EntryQuery.Place;
import no.avstemt.application.settlement.SettlementReads;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.settlement.EntryType;
import no.avstemt.domain.settlement.LedgerId;
import no.avstemt.domain.settlement.StoredEntry;
import no.avstemt.domain.settlement.Topic;
import no.avstemt.persistence.database.Bulk;
import no.avstemt.persistence.database.Rows;
import no.avstemt.persistence.settlement.JdbiSettlementReads;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Works inside the transaction of its handle. A page reads the ledger dates that its payouts settle, and no others. */
public final class JdbiPayouts implements PayoutReads {

    private static final int MOST_ABORTED = 1_000;

    private final Handle handle;
    private final SettlementReads entries;

    public JdbiPayouts(Handle handle) {
        this.handle = handle;
        this.entries = new JdbiSettlementReads(handle);
    }

    @Override
    public Slice<Payout> page(ClientAccountId client, LedgerId ledger, From<Place> from) {
        Slice<EntryQuery.Row> page = entries.page(payouts(client, ledger, from));
        if (page.rows().isEmpty()) {
            return new Slice<>(List.of(), page.hasPrevious(), page.hasNext());
        }
        List<Settled> settled = settled(client, ledger, page.rows());
        List<Map<EntryType, Long>> sums = sums(client, ledger, settled);
        List<StoredEntry> aborted = aborted(client, ledger, settled.get(settled.size() - 1));
        List<Payout> payouts = new ArrayList<>();
        for (int index = 0; index < settled.size(); index++) {
            payouts.add(payout(settled.get(index), sums.get(index), aborted));
        }
        return new Slice<>(payouts, page.hasPrevious(), page.hasNext());
    }

    private static EntryQuery payouts(ClientAccountId client, LedgerId ledger, From<Place> from) {
        return new EntryQuery(
                client,
                new OfLedger(ledger),
                Optional.of(Topic.FUNDS),
                Optional.of(EntryType.PAYOUT_SCHEDULED),
                Optional.empty(),
                Optional.empty(),
                from);
    }

    /**
     * @param afterDate,afterPosition of the payout before, or right before the first entry of the ledger
     * @param firstDate the first ledger date that is settled
     */
    private record Settled(
            EntryQuery.Row payout, LocalDate afterDate, long afterPosition, LocalDate firstDate, long opening) {}

    /** Each payout begins where the one before ended; the one before the page's last is read too. */
    private List<Settled> settled(ClientAccountId client, LedgerId ledger, List<EntryQuery.Row> page) {
        List<EntryQuery.Row> withBefore = new ArrayList<>(page);
        Place last = page.get(page.size() - 1).place();
        withBefore.addAll(
                entries.page(payouts(client, ledger, From.after(last, 1))).rows());
        List<Settled> settled = new ArrayList<>();
        for (int index = 0; index < page.size(); index++) {
            EntryQuery.Row payout = page.get(index);
            if (index + 1 < withBefore.size()) {
                EntryQuery.Row before = withBefore.get(index + 1);
                LocalDate date = before.stored().entry().ledgerDate();
                LocalDate first = date.equals(payout.stored().entry().ledgerDate()) ? date : date.plusDays(1);
                long opening = before.stored().entry().balanceAfter();
                settled.add(new Settled(payout, date, before.feedPosition(), first, opening));
            } else {
                settled.add(ofFirst(client, ledger, payout));
            }
        }
        return settled;
    }

    private Settled ofFirst(ClientAccountId client, LedgerId ledger, EntryQuery.Row payout) {
        return handle.createQuery("""
                        SELECT ledger_date, balance_before
                          FROM settlement_entry
                         WHERE client_account_id = :client AND ledger_id = :ledger AND topic = 'funds'
                         ORDER BY ledger_date, coalesce(chain_place, feed_position)
                         LIMIT 1
                        """)
                .bind("client", client.value())
                .bind("ledger", ledger.value())
                .map((row, context) -> new Settled(
                        payout,
                        Rows.date(row, "ledger_date"),
                        0,
                        Rows.date(row, "ledger_date"),
                        row.getLong("balance_before")))
                .one();
    }

    /** What came between, by type, without the payout itself. */
    private List<Map<EntryType, Long>> sums(ClientAccountId client, LedgerId ledger, List<Settled> settled) {
        Query query = handle.createQuery("""
                        SELECT p.place, e.vipps_type, e.amount
                          FROM unnest(:afterDate::text[]::date[], :afterPosition::bigint[], :date::text[]::date[], :position::bigint[])
                               WITH ORDINALITY AS p (after_date, after_position, date, position, place)
                         CROSS JOIN LATERAL (
                               SELECT s.vipps_type, sum(s.amount)::bigint AS amount
                                 FROM settlement_entry s
                                WHERE s.client_account_id = :client AND s.ledger_id = :ledger AND s.topic = 'funds'
                                  AND s.ledger_date BETWEEN p.after_date AND p.date
                                  AND (s.ledger_date, coalesce(s.chain_place, s.feed_position)) > (p.after_date, p.after_position)
                                  AND (s.ledger_date, coalesce(s.chain_place, s.feed_position)) < (p.date, p.position)
                                GROUP BY s.vipps_type) e
                        """).bind("client", client.value()).bind("ledger", ledger.value());
        Bulk.of(query, settled)
                .dates("afterDate", Settled::afterDate)
                .longs("afterPosition", Settled::afterPosition)
                .dates("date", each -> each.payout().stored().entry().ledgerDate())
                .longs("position", each -> each.payout().feedPosition());
        List<Map<EntryType, Long>> sums = new ArrayList<>();
        settled.forEach(each -> sums.add(new HashMap<>()));
        query.map((row, context) -> sum(row))
                .forEach(sum -> sums.get(sum.place() - 1).merge(sum.type(), sum.amount(), Math::addExact));
        return sums;
    }

    private record Sum(int place, EntryType type, long amount) {}

    private static Sum sum(ResultSet row) throws SQLException {
        return new Sum(
                row.getInt("place"), EntryType.of(Topic.FUNDS, row.getString("vipps_type")), row.getLong("amount"));
    }

    /** From the earliest payout of the page on. */
    private List<StoredEntry> aborted(ClientAccountId client, LedgerId ledger, Settled earliest) {
        EntryQuery query = new EntryQuery(
                client,
                new OfLedger(ledger),
                Optional.of(Topic.FUNDS),
                Optional.of(EntryType.PAYOUT_ABORTED),
                Optional.of(earliest.payout().stored().entry().ledgerDate()),
                Optional.empty(),
                From.start(MOST_ABORTED));
        return entries.page(query).rows().stream().map(EntryQuery.Row::stored).toList();
    }

    private static Payout payout(Settled settled, Map<EntryType, Long> sums, List<StoredEntry> aborted) {
        StoredEntry stored = settled.payout().stored();
        long captures = sums.getOrDefault(EntryType.CAPTURE, 0L);
        long refunds = sums.getOrDefault(EntryType.REFUND, 0L);
        long fees = sums.getOrDefault(EntryType.FUNDS_FEES_RETAINED, 0L);
        long all = sums.values().stream().reduce(0L, Math::addExact);
        return new Payout(
                stored,
                settled.payout().feedPosition(),
                settled.firstDate(),
                settled.opening(),
                captures,
                refunds,
                fees,
                all - captures - refunds - fees,
                stored.entry()
                        .payoutNumber()
                        .flatMap(number -> aborted.stream()
                                .filter(back -> back.entry()
                                        .payoutNumber()
                                        .filter(number::equals)
                                        .isPresent())
                                .findFirst()));
    }
}
