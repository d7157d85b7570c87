package no.avstemt.persistence.settlement;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.avstemt.application.settlement.SettlementStore.Dispute;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.settlement.LedgerId;
import no.avstemt.domain.time.Period;
import no.avstemt.persistence.database.Rows;
import org.jdbi.v3.core.Handle;

/** What is known of the captures behind fees, refunds and disputes. */
final class Captures {

    private final Handle handle;

    Captures(Handle handle) {
        this.handle = handle;
    }

    Set<String> orders(ClientAccountId client, LedgerId ledger, Set<String> references) {
        if (references.isEmpty()) {
            return Set.of();
        }
        return handle.createQuery("""
                        SELECT DISTINCT reference
                          FROM settlement_entry
                         WHERE client_account_id = :client AND ledger_id = :ledger
                           AND reference = ANY (:references::text[]) AND vipps_type = 'capture'
                        """)
                .bind("client", client.value())
                .bind("ledger", ledger.value())
                .bindArray("references", String.class, List.copyOf(references))
                .mapTo(String.class)
                .collectIntoSet();
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

    /** A dispute carries the ids of its capture, and may be retained and returned several times. */
    List<Dispute> standingDisputes(ClientAccountId client, LedgerId ledger, Period dates) {
        return handle.createQuery("WITH disputed AS (SELECT e.*," + """
                                     coalesce(psp_reference, reference, natural_key::text) AS dispute,
                                     vipps_type = 'retained-disputed-capture' AS is_retained
                                FROM settlement_entry e
                               WHERE client_account_id = :client AND ledger_id = :ledger AND topic = 'funds'
                                 AND vipps_type IN ('retained-disputed-capture', 'returned-disputed-capture')
                                 AND ledger_date BETWEEN :first AND :last)
                        SELECT """ + " " + EntryRow.COLUMNS + """
                               , e.standing
                          FROM (SELECT d.*, (sum(amount) OVER (PARTITION BY dispute))::bigint AS standing,
                                       row_number() OVER (PARTITION BY dispute
                                           ORDER BY is_retained DESC, ledger_date DESC, feed_position DESC) AS place
                                  FROM disputed d) e
                         WHERE e.place = 1 AND e.is_retained AND e.standing < 0
                         ORDER BY e.ledger_date, e.feed_position
                        """)
                .bind("client", client.value())
                .bind("ledger", ledger.value())
                .bind("first", dates.first())
                .bind("last", dates.last())
                .map((row, context) -> new Dispute(EntryRow.stored(row).entry(), row.getLong("standing")))
                .list();
    }
}
