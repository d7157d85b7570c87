package no.avstemt.persistence.report;

import java.util.List;
import no.avstemt.application.report.Books.BalanceQuery;
import no.avstemt.application.report.Books.MonthMovement;
import org.jdbi.v3.core.Handle;

/** What result accounts moved in each month of a period, from the counters; per dimension value where that is asked for. */
final class MonthSums {

    private static final String OF_ACCOUNTS = """
        WITH counted AS (
          %s
        )
        SELECT c.account_id, NULL::bigint AS value_id, NULL AS type, NULL AS name, c.month,
               sum(c.debit) AS debit, sum(c.credit) AS credit
          FROM counted c
         WHERE c.month >= :from_month
         GROUP BY c.account_id, c.month
        HAVING sum(c.lines) > 0
         ORDER BY c.month
        """;

    private static final String OF_SETS = """
        WITH %1$s counted AS (
          %2$s
        ), moved AS (
          SELECT c.account_id, c.dimension_set_id, c.month, sum(c.debit) AS debit, sum(c.credit) AS credit
            FROM counted c
           WHERE c.month >= :from_month
           GROUP BY 1, 2, 3
          HAVING sum(c.lines) > 0
        )
        SELECT m.account_id, s.dimension_value_id AS value_id, d.type, d.name, m.month,
               sum(m.debit) AS debit, sum(m.credit) AS credit
          FROM moved m
          LEFT JOIN dimension_set_member s
            ON s.client_account_id = :client AND s.dimension_set_id = m.dimension_set_id AND s.type = :by_type
          LEFT JOIN dimension_value d
            ON d.client_account_id = :client AND d.dimension_value_id = s.dimension_value_id
         GROUP BY m.account_id, s.dimension_value_id, d.type, d.key, d.name, m.month
         ORDER BY d.type COLLATE "C", d.key COLLATE "C" NULLS LAST, m.month
        """;

    private static final Cut.Forms PLAIN =
            Cut.forms(cut -> OF_ACCOUNTS.formatted(Counted.perAccount(cut, ":results", "")));
    private static final Cut.Forms SPLIT = Cut.forms(cut -> OF_SETS.formatted("", Counted.perSet(cut, ":results", "")));
    private static final Cut.Forms CHOSEN = Cut.forms(cut ->
            OF_SETS.formatted(LineStatement.CHOSEN + ",", Counted.perSet(cut, ":results", LineStatement.IN_CHOSEN)));

    private MonthSums() {}

    static List<MonthMovement> read(Handle handle, BalanceQuery query, Chart chart) {
        if (query.split().byRelation()) {
            throw new IllegalArgumentException("Movements are not told apart by relation: " + query);
        }
        var statement = handle.createQuery(forms(query).of(Span.of(query.period()), query.draftsToo()));
        return chart.bind(
                        BalanceParameters.bindDimensions(BalanceParameters.bind(statement, query), query),
                        query.accountCodes())
                .map(BalanceParameters::movementOfValue)
                .list();
    }

    private static Cut.Forms forms(BalanceQuery query) {
        if (!query.dimensions().isNone()) {
            return CHOSEN;
        }
        return query.split().isNone() ? PLAIN : SPLIT;
    }
}
