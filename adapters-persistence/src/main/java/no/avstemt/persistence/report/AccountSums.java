package no.avstemt.persistence.report;

import java.util.List;
import java.util.Optional;
import no.avstemt.application.report.Books.AccountBalance;
import no.avstemt.application.report.Books.BalanceQuery;
import org.jdbi.v3.core.Handle;

/** Sums per account, from the counters of months and days. */
final class AccountSums {

    private static final String SUMS = """
        WITH counted AS (
          %s
        ), placed AS (
          SELECT %s AS account_id, c.incoming, c.debit, c.credit, c.all_lines
            FROM counted c
        )
        SELECT account_id, sum(incoming) AS incoming, sum(debit) AS debit, sum(credit) AS credit
          FROM placed
         WHERE %s
         GROUP BY account_id
        HAVING sum(all_lines) > 0
        """;

    private static final Cut.Forms FORMS = Cut.forms(
            cut -> SUMS.formatted(Counted.perAccount(cut, ":accounts", ""), Chart.PLACED, Chart.asked("account_id")));

    private AccountSums() {}

    static List<AccountBalance> read(Handle handle, BalanceQuery query, Chart chart) {
        var statement = handle.createQuery(FORMS.of(Span.of(query.period()), query.draftsToo()));
        return chart.bind(BalanceParameters.bind(statement, query), query.accountCodes())
                .map((row, context) -> new AccountBalance(
                        row.getLong(1), Optional.empty(), row.getLong(2), row.getLong(3), row.getLong(4)))
                .list();
    }
}
