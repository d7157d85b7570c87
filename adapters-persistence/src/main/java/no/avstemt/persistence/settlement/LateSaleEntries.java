package no.avstemt.persistence.settlement;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.avstemt.application.settlement.SettlementStore.BookedEntry;
import no.avstemt.application.settlement.SettlementStore.BookedEntry.Part;
import no.avstemt.domain.chart.AccountCode;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.client.SalesUnit;
import no.avstemt.domain.settlement.LedgerId;
import no.avstemt.domain.settlement.StoredEntry;
import no.avstemt.persistence.database.Rows;
import org.jdbi.v3.core.Handle;

/** The queue of what was booked before its sale came, or before its sales unit was taken into use. */
final class LateSaleEntries {

    private static final String BOOKED = """
                         WHERE e.topic = 'funds' AND e.vipps_type IN ('capture', 'refund')
                           AND e.currency = (SELECT l.currency FROM vipps_ledger l WHERE l.ledger_id = e.ledger_id)
                           AND EXISTS (SELECT
                                         FROM settlement_link k
                                        WHERE k.client_account_id = e.client_account_id
                                          AND k.settlement_entry_id = e.settlement_entry_id)
                            ON CONFLICT (client_account_id, settlement_entry_id) DO NOTHING
            """;

    private final Handle handle;
    private final ClientAccountId client;
    private final LedgerId ledger;

    LateSaleEntries(Handle handle, ClientAccountId client, LedgerId ledger) {
        this.handle = handle;
        this.client = client;
        this.ledger = ledger;
    }

    /** By transaction and by order apart, each by its index. */
    void queue(Set<String> pspReferences, Set<String> references) {
        handle.createUpdate("""
                        INSERT INTO late_sale_entry (client_account_id, settlement_entry_id, ledger_id)
                        SELECT e.client_account_id, e.settlement_entry_id, e.ledger_id
                          FROM (SELECT *
                                  FROM settlement_entry
                                 WHERE client_account_id = :client AND ledger_id = :ledger
                                   AND psp_reference = ANY (:psps::text[])
                                 UNION
                                SELECT *
                                  FROM settlement_entry
                                 WHERE client_account_id = :client AND ledger_id = :ledger
                                   AND reference = ANY (:references::text[])) e
                        """ + BOOKED)
                .bind("client", client.value())
                .bind("ledger", ledger.value())
                .bindArray("psps", String.class, List.copyOf(pspReferences))
                .bindArray("references", String.class, List.copyOf(references))
                .execute();
    }

    /** By the part of the handle after its prefix. */
    void queue(SalesUnit unit) {
        handle.createUpdate("""
                        INSERT INTO late_sale_entry (client_account_id, settlement_entry_id, ledger_id)
                        SELECT e.client_account_id, e.settlement_entry_id, e.ledger_id
                          FROM (SELECT *
                                  FROM settlement_entry
                                 WHERE client_account_id = :client AND ledger_id = :ledger
                                   AND regexp_replace(recipient_handle, '^.*[:/]', '') = :number) e
                        """ + BOOKED)
                .bind("client", client.value())
                .bind("ledger", ledger.value())
                .bind("number", unit.number())
                .execute();
    }

    List<BookedEntry> take() {
        List<StoredEntry> taken = handle.createQuery("WITH taken AS (DELETE FROM late_sale_entry"
                        + " WHERE client_account_id = :client AND ledger_id = :ledger"
                        + " RETURNING client_account_id, settlement_entry_id) SELECT " + EntryRow.COLUMNS + """
                          FROM taken
                          JOIN settlement_entry e USING (client_account_id, settlement_entry_id)
                         ORDER BY e.ledger_date, e.feed_position
                        """)
                .bind("client", client.value())
                .bind("ledger", ledger.value())
                .map((row, context) -> EntryRow.stored(row))
                .list();
        Map<Long, Booked> booked = booked(taken);
        return taken.stream()
                .map(stored -> {
                    Booked standing = booked.getOrDefault(stored.id(), new Booked());
                    return new BookedEntry(stored, standing.generation, standing.parts);
                })
                .toList();
    }

    private static final class Booked {

        private final List<Part> parts = new ArrayList<>();
        private int generation;
    }

    /** Each line is looked up by its key: while tables are new, a planner left free reads all lines of each account. */
    private Map<Long, Booked> booked(List<StoredEntry> entries) {
        Map<Long, Booked> booked = new HashMap<>();
        if (entries.isEmpty()) {
            return booked;
        }
        handle.createQuery("""
                        SELECT k.settlement_entry_id, a.code, l.tax_code, sum(k.amount)::bigint AS amount,
                               max(k.generation) AS generation
                          FROM settlement_link k
                         CROSS JOIN LATERAL (
                               SELECT j.account_id, j.tax_code
                                 FROM journal_line j
                                WHERE j.client_account_id = k.client_account_id AND j.entry_id = k.entry_id
                                  AND j.line_no = k.line_no
                               OFFSET 0) l
                         CROSS JOIN LATERAL (
                               SELECT c.code
                                 FROM account c
                                WHERE c.client_account_id = k.client_account_id AND c.account_id = l.account_id
                               OFFSET 0) a
                         WHERE k.client_account_id = :client AND k.settlement_entry_id = ANY (:ids::bigint[])
                           AND k.link_no > 0
                         GROUP BY k.settlement_entry_id, a.code, l.tax_code
                         ORDER BY k.settlement_entry_id, a.code, l.tax_code
                        """)
                .bind("client", client.value())
                .bindArray(
                        "ids", Long.class, entries.stream().map(StoredEntry::id).toList())
                .map((row, context) -> {
                    Booked one = booked.computeIfAbsent(row.getLong("settlement_entry_id"), id -> new Booked());
                    one.parts.add(new Part(
                            new AccountCode(row.getString("code")),
                            Rows.optionalText(row, "tax_code"),
                            row.getLong("amount")));
                    one.generation = Math.max(one.generation, row.getInt("generation"));
                    return one.generation;
                })
                .list();
        return booked;
    }
}
