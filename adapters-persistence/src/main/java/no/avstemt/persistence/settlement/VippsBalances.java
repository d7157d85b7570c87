package no.avstemt.persistence.settlement;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import no.avstemt.application.settlement.SettlementStore.ChainBreak;
import no.avstemt.application.settlement.SettlementStore.TopicDay;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.settlement.LedgerId;
import no.avstemt.domain.settlement.StoredEntry;
import no.avstemt.domain.settlement.Topic;
import no.avstemt.domain.time.Period;
import no.avstemt.persistence.database.Rows;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Vipps's own balances, read from the rows that moved them. */
final class VippsBalances {

    private final Handle handle;

    VippsBalances(Handle handle) {
        this.handle = handle;
    }

    List<TopicDay> days(ClientAccountId client, LedgerId ledger, Topic topic, LocalDate first, LocalDate last) {
        return range("""
                        SELECT ledger_date,
                               (array_agg(balance_before ORDER BY coalesce(chain_place, feed_position)))[1] AS opening,
                               (array_agg(balance_after ORDER BY coalesce(chain_place, feed_position) DESC))[1] AS closing,
                               sum(amount)::bigint AS amounts, count(*) AS entries
                          FROM settlement_entry
                         WHERE client_account_id = :client AND ledger_id = :ledger AND topic = :topic
                           AND ledger_date BETWEEN :first AND :last
                         GROUP BY ledger_date
                         ORDER BY ledger_date
                        """, client, ledger, first, last)
                .bind("topic", topic.vippsName())
                .map((row, context) -> new TopicDay(
                        Rows.date(row, "ledger_date"),
                        row.getLong("opening"),
                        row.getLong("closing"),
                        row.getLong("amounts"),
                        row.getLong("entries")))
                .list();
    }

    Optional<Long> balanceAt(ClientAccountId client, LedgerId ledger, Topic topic, LocalDate date) {
        return handle.createQuery(LastBalance.of("""
                        s.client_account_id = :client AND s.ledger_id = :ledger AND s.topic = :topic
                        AND s.ledger_date <= :date"""))
                .bind("client", client.value())
                .bind("ledger", ledger.value())
                .bind("topic", topic.vippsName())
                .bind("date", date)
                .mapTo(Long.class)
                .findOne();
    }

    /** Before the first entry on or after the date. */
    Optional<Long> openingAt(ClientAccountId client, LedgerId ledger, Topic topic, LocalDate date) {
        return handle.createQuery("""
                        SELECT balance_before
                          FROM settlement_entry
                         WHERE client_account_id = :client AND ledger_id = :ledger AND topic = :topic
                           AND ledger_date >= :date
                         ORDER BY ledger_date, coalesce(chain_place, feed_position)
                         LIMIT 1
                        """)
                .bind("client", client.value())
                .bind("ledger", ledger.value())
                .bind("topic", topic.vippsName())
                .bind("date", date)
                .mapTo(Long.class)
                .findOne();
    }

    long payouts(ClientAccountId client, LedgerId ledger, Period dates) {
        return range("""
                        SELECT coalesce(sum(amount), 0)::bigint
                          FROM settlement_entry
                         WHERE client_account_id = :client AND ledger_id = :ledger AND topic = 'funds'
                           AND vipps_type IN ('payout-scheduled', 'scheduled-for-payout', 'payout', 'payout-aborted')
                           AND vipps_type NOT IN ('capture', 'capture-fee')
                           AND ledger_date BETWEEN :first AND :last
                        """, client, ledger, dates.first(), dates.last())
                .mapTo(Long.class)
                .one();
    }

    List<ChainBreak> chainBreaks(
            ClientAccountId client, LedgerId ledger, Topic topic, LocalDate first, LocalDate last) {
        return range("SELECT " + EntryRow.COLUMNS + """
                             , e.ended
                          FROM (SELECT s.*,
                                       lag(balance_after) OVER (
                                         ORDER BY ledger_date, coalesce(chain_place, feed_position)) AS ended
                                  FROM settlement_entry s
                                 WHERE client_account_id = :client AND ledger_id = :ledger AND topic = :topic
                                   AND ledger_date BETWEEN coalesce(
                                         (SELECT max(p.ledger_date) FROM settlement_entry p
                                           WHERE p.client_account_id = :client AND p.ledger_id = :ledger
                                             AND p.topic = :topic AND p.ledger_date < :first), :first) AND :last) e
                         WHERE e.ledger_date >= :first
                           AND (e.balance_before <> e.ended OR e.balance_before + e.amount <> e.balance_after)
                         ORDER BY e.ledger_date, coalesce(e.chain_place, e.feed_position)
                        """, client, ledger, first, last)
                .bind("topic", topic.vippsName())
                .map((row, context) -> chainBreak(EntryRow.stored(row), Rows.optionalLong(row, "ended")))
                .list();
    }

    private static ChainBreak chainBreak(StoredEntry stored, Optional<Long> endedBefore) {
        long began = endedBefore.orElse(stored.entry().balanceBefore());
        long expected = Math.addExact(began, stored.entry().amount().minor());
        return new ChainBreak(stored, expected, stored.entry().balanceAfter());
    }

    private Query range(String sql, ClientAccountId client, LedgerId ledger, LocalDate first, LocalDate last) {
        return handle.createQuery(sql)
                .bind("client", client.value())
                .bind("ledger", ledger.value())
                .bind("first", first)
                .bind("last", last);
    }
}
