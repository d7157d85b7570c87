package no.avstemt.persistence.report;

import java.util.function.Consumer;
import no.avstemt.application.report.Books.AccountBalance;
import no.avstemt.application.report.Books.BalanceQuery;
import org.jdbi.v3.core.Handle;

/** Sums per account and dimension value, from the counters of dimension sets. */
final class SetSums {

    /** Accounts whose lines count for what they are about; for others the sum of all sets will do. */
    private static final String TOLD_APART =
            "(:filter_count > 0 OR :by_type <> '' OR :by_relation AND relation_type IS NOT NULL)";

    private static final String CHOSEN =
            "AND (:filter_count = 0 OR b.dimension_set_id IN (SELECT dimension_set_id FROM chosen))";

    private static final String SUMS = """
        WITH %s, counted AS (
          %s
           UNION ALL
          %s
        ), placed AS (
          SELECT CASE WHEN c.earlier AND a.code >= '3' THEN :undisposed ELSE a.code END AS code,
                 c.dimension_set_id, c.incoming, sum(c.debit) AS debit, sum(c.credit) AS credit
            FROM counted c
            JOIN account a ON a.client_account_id = :client AND a.account_id = c.account_id
           GROUP BY 1, 2, 3
        ), valued AS (
          SELECT a.account_id, a.code, p.incoming, p.debit, p.credit,
                 coalesce(m.dimension_value_id,
                          CASE WHEN :by_relation AND a.relation_type IS NOT NULL THEN s.relation_id END) AS value_id
            FROM placed p
            JOIN account a ON a.client_account_id = :client AND a.code = p.code
            LEFT JOIN dimension_set s
              ON s.client_account_id = :client AND s.dimension_set_id = p.dimension_set_id
            LEFT JOIN dimension_set_member m
              ON m.client_account_id = :client AND m.dimension_set_id = p.dimension_set_id AND m.type = :by_type
           WHERE cardinality(:codes) = 0 OR a.code = ANY (:codes)
        )
        SELECT v.account_id, v.value_id, d.type, d.name,
               coalesce(sum(v.debit - v.credit) FILTER (WHERE v.incoming), 0) AS incoming,
               coalesce(sum(v.debit) FILTER (WHERE NOT v.incoming), 0) AS debit,
               coalesce(sum(v.credit) FILTER (WHERE NOT v.incoming), 0) AS credit
          FROM valued v
          LEFT JOIN dimension_value d ON d.client_account_id = :client AND d.dimension_value_id = v.value_id
         GROUP BY v.account_id, v.code, v.value_id, d.type, d.key, d.name
         ORDER BY v.code COLLATE "C", d.type COLLATE "C", d.key COLLATE "C" NULLS LAST
        """.formatted(
                    LineStatement.CHOSEN,
                    Counted.perAccount(Counted.EVERY_ACCOUNT + " AND NOT " + TOLD_APART, ""),
                    Counted.perSet(Counted.EVERY_ACCOUNT + " AND " + TOLD_APART, CHOSEN));

    private SetSums() {}

    static void each(Handle handle, BalanceQuery query, Consumer<AccountBalance> each) {
        var statement = handle.createQuery(SUMS);
        LineStatement.each(
                BalanceParameters.bindDimensions(BalanceParameters.bind(statement, query), query),
                BalanceParameters::balanceOfValue,
                each);
    }
}
