package no.avstemt.persistence.report;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import no.avstemt.domain.chart.Account;
import no.avstemt.domain.chart.AccountCode;
import org.jdbi.v3.core.statement.Query;

/**
 * A chart as the arrays of account ids that statements over counters are bound to. It is read anyway, and so no
 * statement looks at the accounts themselves.
 *
 * @param chart by account code
 * @param codes those asked for; empty for all
 */
record ChartArrays(List<Account> chart, Set<String> codes) {

    /** Results of earlier years count on the account of undisposed results, whatever account they were posted on. */
    static final String PLACED =
            "CASE WHEN c.earlier AND c.account_id = ANY (:results) THEN :undisposed ELSE c.account_id END";

    private static final String UNDISPOSED = AccountCode.UNDISPOSED_RESULT.digits();

    /** A condition on a row's account. Where all are asked for, the array is not looked through for each row. */
    static String asked(String account) {
        return "(:every_account AND " + account + " > 0 OR " + account + " = ANY (:asked))";
    }

    /** The accounts that are handed over, and those whose counters are read for it. */
    Query bind(Query statement) {
        return statement
                .bind("chart", ids(account -> true))
                .bind("every_account", codes.isEmpty())
                .bind("asked", ids(this::isAsked))
                .bind("accounts", ids(this::isRead))
                .bind("results", ids(account -> account.code().isResult()))
                .bind("undisposed", undisposed());
    }

    /** The same, with those read parted by whether their lines are told apart by what they are about. */
    Query bind(Query statement, Predicate<Account> toldApart) {
        return bind(statement)
                .bind("plain", ids(account -> isRead(account) && !toldApart.test(account)))
                .bind("told_apart", ids(account -> isRead(account) && toldApart.test(account)))
                .bind("related", ids(account -> account.relationType().isPresent()));
    }

    private boolean isAsked(Account account) {
        return isAsked(account.code().digits());
    }

    private boolean isAsked(String code) {
        return codes.isEmpty() || codes.contains(code);
    }

    private boolean isRead(Account account) {
        return isAsked(account) || account.code().isResult() && isAsked(UNDISPOSED);
    }

    /** No account has the id 0. */
    private long undisposed() {
        return chart.stream()
                .filter(account -> account.code().equals(AccountCode.UNDISPOSED_RESULT))
                .findFirst()
                .map(Account::id)
                .orElse(0L);
    }

    private Long[] ids(Predicate<Account> which) {
        return chart.stream().filter(which).map(Account::id).toArray(Long[]::new);
    }
}
