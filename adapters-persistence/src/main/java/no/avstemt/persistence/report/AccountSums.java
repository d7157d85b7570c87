package no.avstemt.persistence.report;

import java.util.Optional;
import java.util.function.Consumer;
import no.avstemt.application.report.Books.AccountBalance;
import no.avstemt.application.report.Books.BalanceQuery;
import org.jdbi.v3.core.Handle;

/** Sums per account, from the counters of months and days. */
final class AccountSums {

    private static final String SUMS = """
        WITH counted AS (
          %s
        ), placed AS (
          SELECT CASE WHEN c.earlier AND a.code >= '3' THEN :undisposed ELSE a.code END AS code,
                 c.incoming, sum(c.debit) AS debit, sum(c.credit) AS credit
            FROM counted c
            JOIN account a ON a.client_account_id = :client AND a.account_id = c.account_id
           GROUP BY 1, 2
        )
        SELECT a.account_id,
               coalesce(sum(p.debit - p.credit) FILTER (WHERE p.incoming), 0) AS incoming,
               coalesce(sum(p.debit) FILTER (WHERE NOT p.incoming), 0) AS debit,
               coalesce(sum(p.credit) FILTER (WHERE NOT p.incoming), 0) AS credit
          FROM placed p
          JOIN account a ON a.client_account_id = :client AND a.code = p.code
         WHERE cardinality(:codes) = 0 OR a.code = ANY (:codes)
         GROUP BY a.account_id, a.code
         ORDER BY a.code COLLATE "C"
        """.formatted(Counted.perAccount(Counted.EVERY_ACCOUNT, ""));

    private AccountSums() {}

    static void each(Handle handle, BalanceQuery query, Consumer<AccountBalance> each) {
        var statement = handle.createQuery(SUMS);
        LineStatement.each(
                BalanceParameters.bind(statement, query),
                (row, context) -> new AccountBalance(
                        row.getLong("account_id"),
                        Optional.empty(),
                        row.getLong("incoming"),
                        row.getLong("debit"),
                        row.getLong("credit")),
                each);
    }
}
