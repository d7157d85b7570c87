package no.avstemt.persistence.posting;

import java.util.List;
import no.avstemt.application.posting.TermsStore.MonthOnDefault;
import no.avstemt.application.posting.TermsStore.SeenCategory;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.time.Period;
import no.avstemt.persistence.database.Rows;
import org.jdbi.v3.core.Handle;

/** What sales have told of categories and VAT, and what they have not. */
final class Seen {

    private final Handle handle;

    Seen(Handle handle) {
        this.handle = handle;
    }

    /** A line's own category goes before its sale's; a sale without lines counts whole. */
    List<SeenCategory> categories(ClientAccountId client, Period days) {
        return handle.createQuery("""
                        SELECT min(category) AS category, count(DISTINCT sale_id) AS sales, sum(amount)::bigint AS amount,
                               max((time AT TIME ZONE 'Europe/Oslo')::date) AS last
                          FROM (SELECT s.sale_id, s.time, coalesce(l.category, s.sales_category) AS category,
                                       CASE s.kind WHEN 'REFUND' THEN -1 ELSE 1 END
                                         * coalesce(l.gross, s.gross, 0) AS amount
                                  FROM sale s
                                  LEFT JOIN sale_line l
                                    ON l.client_account_id = s.client_account_id AND l.sale_id = s.sale_id
                                 WHERE s.client_account_id = :client
                                   AND s.time >= :first::date::timestamp AT TIME ZONE 'Europe/Oslo'
                                   AND s.time < (:last::date + 1)::timestamp AT TIME ZONE 'Europe/Oslo') told
                         WHERE btrim(category) <> ''
                         GROUP BY lower(btrim(category))
                         ORDER BY abs(sum(amount)) DESC, 1
                        """)
                .bind("client", client.value())
                .bind("first", days.first())
                .bind("last", days.last())
                .map((row, context) -> new SeenCategory(
                        row.getString("category"),
                        row.getLong("sales"),
                        row.getLong("amount"),
                        Rows.optionalDate(row, "last")))
                .list();
    }

    /** Turnover is what came over Vipps: captures less refunds, and sales outside the ledger that are booked by themselves. */
    List<MonthOnDefault> onDefault(ClientAccountId client, Period period) {
        return handle.createQuery("""
                        SELECT month, sum(turnover)::bigint AS turnover, sum(on_default)::bigint AS on_default,
                               sum(entries)::bigint AS entries
                          FROM (SELECT date_trunc('month', ledger_date)::date AS month, amount AS turnover,
                                       0 AS on_default, 0 AS entries
                                  FROM settlement_entry
                                 WHERE client_account_id = :client AND topic = 'funds' AND currency = 'NOK'
                                   AND vipps_type IN ('capture', 'refund') AND ledger_date BETWEEN :first AND :last
                                 UNION ALL
                                SELECT date_trunc('month', e.ledger_date)::date, round(e.amount * l.exchange_rate)::bigint, 0, 0
                                  FROM settlement_entry e
                                  JOIN settlement_link k USING (client_account_id, settlement_entry_id)
                                  JOIN journal_line l USING (client_account_id, entry_id, line_no)
                                 WHERE e.client_account_id = :client AND e.topic = 'funds' AND e.currency <> 'NOK'
                                   AND e.vipps_type IN ('capture', 'refund') AND e.ledger_date BETWEEN :first AND :last
                                   AND k.generation = 0 AND k.link_no = 0
                                 UNION ALL
                                SELECT date_trunc('month', l.posting_date)::date,
                                       round(k.amount * l.exchange_rate)::bigint, 0, 0
                                  FROM sale_link k
                                  JOIN journal_line l USING (client_account_id, entry_id, line_no)
                                 WHERE k.client_account_id = :client AND k.link_no = 0
                                   AND l.posting_date BETWEEN :first AND :last
                                 UNION ALL
                                SELECT date_trunc('month', ledger_date)::date, 0, amount, entries
                                  FROM default_vat_day
                                 WHERE client_account_id = :client AND ledger_date BETWEEN :first AND :last) told
                         GROUP BY month
                         ORDER BY month
                        """)
                .bind("client", client.value())
                .bind("first", period.first())
                .bind("last", period.last())
                .map((row, context) -> new MonthOnDefault(
                        Rows.date(row, "month"),
                        row.getLong("turnover"),
                        row.getLong("on_default"),
                        row.getLong("entries")))
                .list();
    }
}
