package no.avstemt.persistence.report;

import java.util.ArrayList;
import java.util.List;
import no.avstemt.application.report.Books.AccountBalance;
import no.avstemt.application.report.Books.BalanceQuery;
import no.avstemt.application.report.Books.Split;
import org.jdbi.v3.core.Handle;

/**
 * Sums per account and dimension value: of whole months from the counters of values, else, and where lines are filtered by
 * dimensions or told apart by relation, from those of dimension sets; of accounts that are not told apart, from those of
 * accounts. Each part is summed by itself, and accounts are looked at after that: there are tens of thousands of counters,
 * and a thousand sums of them. All sets of a client are put beside its counters at once: the planner, which takes the
 * client twice, from the question and from the policy, expects a hundredth of them where there are many clients, and would
 * look through the sets for each counter.
 */
final class ValueSums {

    private static final String SUMS = """
        WITH %s counted AS MATERIALIZED (
          %s
        ), summed AS (
          SELECT c.account_id, c.value_id, total(c.incoming) AS incoming, total(c.debit) AS debit, total(c.credit) AS credit,
                 total(c.all_lines) AS all_lines, CASE WHEN c.value_id IS NULL THEN 1 ELSE -1 END AS sign
            FROM counted c
           WHERE %s
           GROUP BY c.account_id, c.value_id
          HAVING total(c.all_lines) > 0
        )%s
        SELECT s.account_id, s.value_id, d.type, d.name, s.incoming, s.debit, s.credit
          FROM %s s
          LEFT JOIN dimension_value d ON d.client_account_id = :client AND d.dimension_value_id = s.value_id
         ORDER BY d.type COLLATE "C", d.key COLLATE "C" NULLS LAST
        """;

    /** What an account has beside its values has none of them. */
    private static final String BESIDE_VALUES = """
        , told AS (
          SELECT account_id, value_id, incoming, debit, credit
            FROM summed
           WHERE value_id IS NOT NULL
           UNION ALL
          SELECT account_id, NULL, total(sign * incoming), total(sign * debit), total(sign * credit)
            FROM summed
           GROUP BY account_id
          HAVING total(sign * all_lines) > 0
        )""";

    private static final String PART = """
        SELECT account_id, value_id, %s
            FROM (
              SELECT %s AS account_id, %s AS value_id, c.before, total(c.debit) AS debit, total(c.credit) AS credit,
                     total(c.lines) AS lines
                FROM (%s) c %s
               GROUP BY 1, 2, 3
            ) sums""";

    /** What a line is told apart by, and where that stands. */
    private record Told(String value, String join) {

        private static final Told NOT_APART = new Told("NULL::bigint", "");

        private static final Told BY_RELATION = new Told("s.relation_id", """
            LEFT JOIN dimension_set s
                  ON s.client_account_id = :client AND s.dimension_set_id = c.dimension_set_id
                 AND %s = ANY (:related)""".formatted(Chart.PLACED));

        private static final Told BY_VALUE = new Told("c.dimension_value_id", "");

        private static final Told OF_TYPE = new Told("s.dimension_value_id", """
            JOIN dimension_set_member s
                  ON s.client_account_id = :client AND s.dimension_set_id = c.dimension_set_id AND s.type = :by_type""");

        private static final Told BY_TYPE = new Told(OF_TYPE.value, "LEFT " + OF_TYPE.join);

        List<String> apart(List<Counted.Part> parts) {
            return parts.stream()
                    .map(part -> PART.formatted(part.weighed(), Chart.PLACED, value, part.counters(), join))
                    .toList();
        }
    }

    private static final Cut.Forms BY_RELATION = Cut.forms(cut -> {
        List<String> parts = new ArrayList<>(Told.NOT_APART.apart(Counted.accountParts(cut, ":plain", "")));
        parts.addAll(Told.BY_RELATION.apart(Counted.setParts(cut, ":told_apart", "")));
        return sums("", parts);
    });

    private static final Cut.Forms BY_TYPE = Cut.forms(cut -> {
        List<String> parts = new ArrayList<>(Told.NOT_APART.apart(Counted.accountParts(cut, ":told_apart", "")));
        parts.addAll(Told.BY_VALUE.apart(List.of(Counted.valueMonths(":told_apart"))));
        parts.addAll(Told.OF_TYPE.apart(Counted.setDays(cut, ":told_apart")));
        return sums("", parts, BESIDE_VALUES, "told");
    });

    private static final Cut.Forms CHOSEN = chosen(Told.NOT_APART);
    private static final Cut.Forms CHOSEN_BY_RELATION = chosen(Told.BY_RELATION);
    private static final Cut.Forms CHOSEN_BY_TYPE = chosen(Told.BY_TYPE);

    private ValueSums() {}

    private static Cut.Forms chosen(Told told) {
        return Cut.forms(cut -> sums(
                LineStatement.CHOSEN + ",", told.apart(Counted.setParts(cut, ":told_apart", LineStatement.IN_CHOSEN))));
    }

    private static String sums(String with, List<String> parts) {
        return sums(with, parts, "", "summed");
    }

    private static String sums(String with, List<String> parts, String then, String read) {
        return SUMS.formatted(with, Counted.together(parts), Chart.asked("c.account_id"), then, read);
    }

    static List<AccountBalance> read(Handle handle, BalanceQuery query, Chart chart) {
        if (!query.dimensions().isNone()) {
            return find(handle, query, chart);
        }
        handle.execute("SET LOCAL enable_nestloop = off");
        List<AccountBalance> balances = find(handle, query, chart);
        handle.execute("SET LOCAL enable_nestloop TO DEFAULT");
        return balances;
    }

    private static List<AccountBalance> find(Handle handle, BalanceQuery query, Chart chart) {
        var statement = handle.createQuery(forms(query).of(Span.of(query.period()), query.draftsToo()));
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
