package no.avstemt.persistence.settlement;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.avstemt.domain.chart.AccountCode;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.sale.OrderCapture;
import no.avstemt.domain.sale.OrderMoney;
import no.avstemt.domain.sale.Sale;
import no.avstemt.domain.settlement.LedgerId;
import no.avstemt.persistence.database.Rows;
import org.jdbi.v3.core.Handle;

/** What is known of the captures behind fees and refunds, and of all money of an order. */
final class Captures {

    private final Handle handle;

    Captures(Handle handle) {
        this.handle = handle;
    }

    List<OrderCapture> orders(ClientAccountId client, LedgerId ledger, Set<String> references) {
        if (references.isEmpty()) {
            return List.of();
        }
        return handle.createQuery("""
                        SELECT reference, ledger_date, sum(amount)::bigint AS captured
                          FROM settlement_entry
                         WHERE client_account_id = :client AND ledger_id = :ledger
                           AND reference = ANY (:references::text[]) AND vipps_type = 'capture'
                         GROUP BY reference, ledger_date
                        """)
                .bind("client", client.value())
                .bind("ledger", ledger.value())
                .bindArray("references", String.class, List.copyOf(references))
                .map((row, context) -> new OrderCapture(
                        row.getString("reference"), Rows.date(row, "ledger_date"), row.getLong("captured")))
                .list();
    }

    /**
     * Each row of these orders, and how it was booked: the links tell the accounts. What was booked on an account that
     * was the card acquirer's at the time is settled still.
     */
    List<OrderMoney> money(ClientAccountId client, LedgerId ledger, Set<String> references, AccountCode cardAcquirer) {
        return handle.createQuery("""
                        SELECT e.settlement_entry_id, e.reference, upper(e.vipps_type) AS kind, abs(e.amount) AS magnitude,
                               EXISTS (
                                 SELECT 1
                                   FROM sale s
                                  WHERE s.client_account_id = e.client_account_id AND s.ledger_id = e.ledger_id
                                    AND s.psp_reference = e.psp_reference AND s.kind = upper(e.vipps_type)) AS has_own,
                               CASE (SELECT bool_or(a.code = :card OR p.account_id IS NOT NULL)
                                       FROM settlement_link k
                                       JOIN journal_line l USING (client_account_id, entry_id, line_no)
                                       JOIN account a USING (client_account_id, account_id)
                                       LEFT JOIN past_account_role p
                                         ON p.client_account_id = a.client_account_id AND p.account_id = a.account_id
                                        AND p.role = 'CARD_ACQUIRER'
                                      WHERE k.client_account_id = e.client_account_id
                                        AND k.settlement_entry_id = e.settlement_entry_id)
                                 WHEN true THEN 'SETTLED' WHEN false THEN 'BOOKED' ELSE 'NOT_BOOKED' END AS state
                          FROM settlement_entry e
                         WHERE e.client_account_id = :client AND e.ledger_id = :ledger AND e.topic = 'funds'
                           AND e.reference = ANY (:references::text[]) AND e.vipps_type IN ('capture', 'refund')
                           AND e.currency = 'NOK'
                         ORDER BY e.feed_position
                        """)
                .bind("client", client.value())
                .bind("ledger", ledger.value())
                .bind("card", cardAcquirer.toString())
                .bindArray("references", String.class, List.copyOf(references))
                .map((row, context) -> new OrderMoney(
                        row.getLong("settlement_entry_id"),
                        row.getString("reference"),
                        Sale.Kind.valueOf(row.getString("kind")),
                        row.getLong("magnitude"),
                        row.getBoolean("has_own"),
                        OrderMoney.State.valueOf(row.getString("state"))))
                .list();
    }

    Map<String, LocalDate> dates(ClientAccountId client, LedgerId ledger, Set<String> pspReferences) {
        Map<String, LocalDate> dates = new HashMap<>();
        if (pspReferences.isEmpty()) {
            return dates;
        }
        handle.createQuery("""
                        SELECT psp_reference, max(ledger_date) AS captured
                          FROM settlement_entry
                         WHERE client_account_id = :client AND ledger_id = :ledger
                           AND psp_reference = ANY (:psps::text[]) AND topic = 'funds' AND vipps_type = 'capture'
                         GROUP BY psp_reference
                        """)
                .bind("client", client.value())
                .bind("ledger", ledger.value())
                .bindArray("psps", String.class, List.copyOf(pspReferences))
                .map((row, context) -> Map.entry(row.getString("psp_reference"), Rows.date(row, "captured")))
                .forEach(capture -> dates.put(capture.getKey(), capture.getValue()));
        return dates;
    }
}
