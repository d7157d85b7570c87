package no.avstemt.persistence.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import no.avstemt.application.report.Books.MovedOfDay;
import no.avstemt.application.report.Books.TaxOfDay;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.time.Period;
import no.avstemt.persistence.database.Rows;
import org.jdbi.v3.core.Handle;

/**
 * What lines say of value added tax, from the counters of days. Those of months tell which accounts have lines with a tax
 * code: only of these are days read.
 */
final class Taxes {

    private static final String BY_CODE_AND_DAY = """
        WITH taxed AS (
          SELECT DISTINCT account_id
            FROM balance_month
           WHERE client_account_id = :client AND tax_code <> '' AND month >= date_trunc('month', :first::date)
             AND month <= :last
        )
        SELECT tax_code, day, sum(tax_base) AS base, sum(tax_amount) AS tax
          FROM balance_day
         WHERE client_account_id = :client AND account_id = ANY (ARRAY(SELECT account_id FROM taxed))
           AND day >= :first AND day <= :last AND tax_code <> ''
         GROUP BY tax_code, day
        """;

    private static final String TOGETHER = """
        WITH asked AS (
          SELECT account_id, code FROM account WHERE client_account_id = :client AND code = ANY (:codes)
        ), other AS (
          SELECT account_id FROM account WHERE client_account_id = :client AND code = ANY (:others)
        ), entry AS (
          SELECT DISTINCT entry_id, posting_date
            FROM journal_line
           WHERE client_account_id = :client AND account_id = ANY (ARRAY(SELECT account_id FROM other))
             AND posting_date >= :first AND posting_date <= :last
        )
        SELECT a.code, e.posting_date, sum(l.amount) AS moved
          FROM entry e
         CROSS JOIN LATERAL (
               SELECT account_id, amount
                 FROM journal_line
                WHERE client_account_id = :client AND entry_id = e.entry_id
               OFFSET 0) l
          JOIN asked a ON a.account_id = l.account_id
         GROUP BY a.code, e.posting_date
        """;

    private Taxes() {}

    static List<LocalDate> months(Handle handle, ClientAccountId client, Period period) {
        return handle.createQuery("""
                        SELECT DISTINCT month
                          FROM balance_month
                         WHERE client_account_id = :client AND month >= date_trunc('month', :first::date)
                           AND month <= :last
                         ORDER BY month
                        """)
                .bind("client", client.value())
                .bind("first", period.first())
                .bind("last", period.last())
                .mapTo(LocalDate.class)
                .list();
    }

    static void each(Handle handle, ClientAccountId client, Period period, Consumer<TaxOfDay> each) {
        handle.createQuery(BY_CODE_AND_DAY)
                .bind("client", client.value())
                .bind("first", period.first())
                .bind("last", period.last())
                .map((row, context) -> new TaxOfDay(
                        row.getString("tax_code"), Rows.date(row, "day"), row.getLong("base"), row.getLong("tax")))
                .forEach(each);
    }

    static void movedTogether(
            Handle handle,
            ClientAccountId client,
            Period period,
            Set<String> codes,
            Set<String> others,
            Consumer<MovedOfDay> each) {
        handle.createQuery(TOGETHER)
                .bind("client", client.value())
                .bind("first", period.first())
                .bind("last", period.last())
                .bind("codes", codes.toArray(String[]::new))
                .bind("others", others.toArray(String[]::new))
                .map((row, context) ->
                        new MovedOfDay(row.getString("code"), Rows.date(row, "posting_date"), row.getLong("moved")))
                .forEach(each);
    }
}
