package no.avstemt.persistence.report;

import java.util.List;
import no.avstemt.application.report.Books.AccountBalance;
import no.avstemt.application.report.Books.BalanceQuery;
import no.avstemt.application.report.Books.Split;
import org.jdbi.v3.core.Handle;

/**
 * Sums per account and dimension value, from the counters of dimension sets; of accounts that are not told apart, from
 * those of accounts.
 */
final class SetSums {

    private static final String SUMS = """
        WITH %1$s counted AS (
          %2$s
           UNION ALL
          %3$s
        ), placed AS (
          SELECT %4$s AS account_id, c.dimension_set_id, sum(c.incoming)::bigint AS incoming,
                 sum(c.debit)::bigint AS debit, sum(c.credit)::bigint AS credit, sum(c.all_lines)::bigint AS lines
            FROM counted c
           GROUP BY 1, 2
        ), valued AS (
          SELECT p.account_id, p.incoming, p.debit, p.credit, p.lines, %5$s AS value_id
            FROM placed p
            %6$s
           WHERE %7$s
        )
        SELECT v.account_id, v.value_id, d.type, d.name, sum(v.incoming) AS incoming, sum(v.debit) AS debit,
               sum(v.credit) AS credit
          FROM valued v
          LEFT JOIN dimension_value d ON d.client_account_id = :client AND d.dimension_value_id = v.value_id
         GROUP BY v.account_id, v.value_id, d.type, d.key, d.name
        HAVING sum(v.lines) > 0
         ORDER BY d.type COLLATE "C", d.key COLLATE "C" NULLS LAST
        """;

    private static final String OF_RELATION = """
        LEFT JOIN dimension_set s
              ON s.client_account_id = :client AND s.dimension_set_id = p.dimension_set_id
             AND p.account_id = ANY (:related)""";

    private static final String OF_TYPE = """
        LEFT JOIN dimension_set_member s
              ON s.client_account_id = :client AND s.dimension_set_id = p.dimension_set_id AND s.type = :by_type""";

    private static final Cut.Forms BY_RELATION = forms("", "", "s.relation_id", OF_RELATION);
    private static final Cut.Forms BY_TYPE = forms("", "", "s.dimension_value_id", OF_TYPE);
    private static final Cut.Forms CHOSEN = chosen("NULL::bigint", "");
    private static final Cut.Forms CHOSEN_BY_RELATION = chosen("s.relation_id", OF_RELATION);
    private static final Cut.Forms CHOSEN_BY_TYPE = chosen("s.dimension_value_id", OF_TYPE);

    private SetSums() {}

    private static Cut.Forms chosen(String value, String join) {
        return forms(LineStatement.CHOSEN + ",", LineStatement.IN_CHOSEN, value, join);
    }

    private static Cut.Forms forms(String with, String condition, String value, String join) {
        return Cut.forms(cut -> SUMS.formatted(
                with,
                Counted.perAccount(cut, ":plain", ""),
                Counted.perSet(cut, ":told_apart", condition),
                Chart.PLACED,
                value,
                join,
                Chart.asked("p.account_id")));
    }

    static List<AccountBalance> read(Handle handle, BalanceQuery query, Chart chart) {
        var statement = handle.createQuery(forms(query).of(Span.of(query.period())));
        return chart.bind(
                        BalanceParameters.bindDimensions(BalanceParameters.bind(statement, query), query),
                        query.accountCodes(),
                        isEveryLineToldApart(query))
                .map(BalanceParameters::balanceOfValue)
                .list();
    }

    private static Cut.Forms forms(BalanceQuery query) {
        Split split = query.split();
        if (query.dimensions().isNone()) {
            return split.byRelation() ? BY_RELATION : BY_TYPE;
        }
        return split.isNone() ? CHOSEN : split.byRelation() ? CHOSEN_BY_RELATION : CHOSEN_BY_TYPE;
    }

    /** Else those of accounts without a relation are not: for them the sum of all sets will do. */
    private static boolean isEveryLineToldApart(BalanceQuery query) {
        return !query.dimensions().isNone() || query.split().byType().isPresent();
    }
}
