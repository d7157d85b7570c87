package no.avstemt.persistence.report;

import java.util.List;
import org.jdbi.v3.core.Handle;

/** The counters of one client account, added up from its lines. */
final class GeneratedCounters {

    private GeneratedCounters() {}

    static void write(Handle handle, long client) {
        for (String counter : List.of("""
                INSERT INTO balance_day (client_account_id, account_id, day, tax_code, debit, credit, lines, tax_base,
                  tax_amount)
                SELECT client_account_id, account_id, posting_date, coalesce(tax_code, ''), sum(greatest(amount, 0)),
                       sum(greatest(-amount, 0)), count(*),
                       coalesce(sum(coalesce(tax_base, amount)) FILTER (WHERE tax_code IS NOT NULL), 0),
                       coalesce(sum(tax_amount) FILTER (WHERE tax_code IS NOT NULL), 0)
                  FROM journal_line WHERE client_account_id = :client GROUP BY 1, 2, 3, 4
                """, """
                INSERT INTO balance_month (client_account_id, account_id, month, tax_code, debit, credit, lines)
                SELECT client_account_id, account_id, date_trunc('month', posting_date), coalesce(tax_code, ''),
                       sum(greatest(amount, 0)), sum(greatest(-amount, 0)), count(*)
                  FROM journal_line WHERE client_account_id = :client GROUP BY 1, 2, 3, 4
                """, """
                INSERT INTO balance_set_day (client_account_id, dimension_set_id, account_id, day, tax_code, debit,
                  credit, lines)
                SELECT client_account_id, coalesce(dimension_set_id, 0), account_id, posting_date,
                       coalesce(tax_code, ''), sum(greatest(amount, 0)), sum(greatest(-amount, 0)), count(*)
                  FROM journal_line WHERE client_account_id = :client GROUP BY 1, 2, 3, 4, 5
                """, """
                INSERT INTO balance_set_month (client_account_id, dimension_set_id, account_id, month, tax_code, debit,
                  credit, lines)
                SELECT client_account_id, coalesce(dimension_set_id, 0), account_id, date_trunc('month', posting_date),
                       coalesce(tax_code, ''), sum(greatest(amount, 0)), sum(greatest(-amount, 0)), count(*)
                  FROM journal_line WHERE client_account_id = :client GROUP BY 1, 2, 3, 4, 5
                """, """
                INSERT INTO balance_value_month (client_account_id, account_id, type, month, dimension_value_id, debit,
                  credit, lines)
                SELECT client_account_id, account_id, type, date_trunc('month', posting_date), dimension_value_id,
                       sum(greatest(amount, 0)), sum(greatest(-amount, 0)), count(*)
                  FROM journal_line JOIN dimension_set_member USING (client_account_id, dimension_set_id)
                 WHERE client_account_id = :client GROUP BY 1, 2, 3, 4, 5
                """)) {
            handle.createUpdate(counter).bind("client", client).execute();
        }
        handle.execute("ANALYZE");
    }
}
