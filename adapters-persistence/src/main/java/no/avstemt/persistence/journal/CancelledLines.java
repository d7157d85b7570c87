package no.avstemt.persistence.journal;

import java.util.List;
import no.avstemt.domain.client.ClientAccountId;
import org.jdbi.v3.core.Handle;

/** Counts the lines of entries that were taken back, and of those that take them back, where all lines are counted. */
final class CancelledLines {

    private static final String LINES = """
            WITH lines AS (
              SELECT l.account_id, coalesce(l.dimension_set_id, 0) AS dimension_set_id, l.posting_date AS day,
                     date_trunc('month', l.posting_date)::date AS month, coalesce(l.tax_code, '') AS tax_code
                FROM journal_entry r
                JOIN journal_line l
                  ON l.client_account_id = :client AND l.entry_id IN (r.entry_id, r.reverses_entry_id)
               WHERE r.client_account_id = :client AND r.entry_id = ANY (:reversals::bigint[])
            )
            """;

    private final Handle handle;
    private final ClientAccountId client;

    CancelledLines(Handle handle, ClientAccountId client) {
        this.handle = handle;
        this.client = client;
    }

    /** @param reversals the entries that take back others, their counters written already */
    void count(List<Long> reversals) {
        if (!reversals.isEmpty()) {
            add("balance_day", "account_id, day, tax_code", reversals);
            add("balance_month", "account_id, month, tax_code", reversals);
            add("balance_set_day", "account_id, dimension_set_id, day, tax_code", reversals);
            add("balance_set_month", "account_id, dimension_set_id, month, tax_code", reversals);
        }
    }

    /** @param table,key of the four above, never from outside */
    private void add(String table, String key, List<Long> reversals) {
        handle.createUpdate(
                        LINES + "UPDATE " + table + " b SET cancelled_lines = b.cancelled_lines + s.lines FROM (SELECT "
                                + key + ", count(*) AS lines FROM lines GROUP BY " + key
                                + ") s WHERE b.client_account_id = :client"
                                + " AND (b." + key.replace(", ", ", b.") + ") = (s." + key.replace(", ", ", s.") + ")")
                .bind("client", client.value())
                .bindArray("reversals", Long.class, reversals)
                .execute();
    }
}
