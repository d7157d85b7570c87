package no.avstemt.persistence.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import no.avstemt.domain.chart.Account;
import no.avstemt.domain.chart.AccountCode;
import no.avstemt.domain.chart.AccountRole;
import no.avstemt.domain.chart.SaftGrouping;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.dimension.DimensionType;
import no.avstemt.persistence.database.Bulk;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/**
 * The chart of one client account at one version, and the arrays of account ids that statements over counters are bound
 * to: no statement looks at the accounts themselves.
 */
final class Chart {

    /** Results of earlier years count on the account of undisposed results, whatever account they were posted on. */
    static final String PLACED =
            "CASE WHEN c.earlier AND c.account_id = ANY (:results) THEN :undisposed ELSE c.account_id END";

    private static final String UNDISPOSED = AccountCode.UNDISPOSED_RESULT.digits();

    private static final Long[] NONE = {};

    private final List<Account> accounts;
    private final Map<Long, Integer> places = new HashMap<>();
    private final Long[] all;
    private final Long[] results;
    private final Long[] related;
    private final Long[] unrelated;
    private final long undisposed;

    /** @param accounts by account code */
    Chart(List<Account> accounts) {
        this.accounts = List.copyOf(accounts);
        for (Account account : accounts) {
            places.put(account.id(), places.size());
        }
        all = ids(account -> true);
        results = ids(account -> account.code().isResult());
        related = ids(account -> account.relationType().isPresent());
        unrelated = ids(account -> account.relationType().isEmpty());
        Long[] computed = ids(account -> account.code().equals(AccountCode.UNDISPOSED_RESULT));
        undisposed = computed.length == 0 ? 0 : computed[0];
    }

    List<Account> accounts() {
        return accounts;
    }

    /** By account code; what is of one account stays as it was. */
    <T> List<T> inOrder(List<T> rows, ToLongFunction<T> accountId) {
        List<T> sorted = new ArrayList<>(rows);
        sorted.sort(Comparator.comparingInt(row -> place(accountId.applyAsLong(row))));
        return sorted;
    }

    private int place(long accountId) {
        return Objects.requireNonNull(places.get(accountId));
    }

    /** A condition on a row's account. Where all are asked for, the array is not looked through for each row. */
    static String asked(String account) {
        return "(:every_account AND " + account + " > 0 OR " + account + " = ANY (:asked))";
    }

    /**
     * The accounts that are handed over, and those whose counters are read for it.
     *
     * @param codes those asked for; empty for all
     */
    Query bind(Query statement, Set<String> codes) {
        return statement
                .bind("every_account", codes.isEmpty())
                .bind("asked", codes.isEmpty() ? NONE : ids(account -> isAsked(account, codes)))
                .bind("accounts", read(all, codes))
                .bind("results", results)
                .bind("undisposed", undisposed);
    }

    /** The same, parted by whether the lines of an account are told apart by what they are about. */
    Query bind(Query statement, Set<String> codes, boolean allToldApart) {
        return bind(statement, codes)
                .bind("plain", allToldApart ? NONE : read(unrelated, codes))
                .bind("told_apart", read(allToldApart ? all : related, codes))
                .bind("related", related);
    }

    private Long[] read(Long[] among, Set<String> codes) {
        return codes.isEmpty()
                ? among
                : Arrays.stream(among)
                        .filter(id -> isRead(accounts.get(place(id)), codes))
                        .toArray(Long[]::new);
    }

    private static boolean isAsked(Account account, Set<String> codes) {
        return codes.contains(account.code().digits());
    }

    private static boolean isRead(Account account, Set<String> codes) {
        return isAsked(account, codes) || account.code().isResult() && codes.contains(UNDISPOSED);
    }

    private Long[] ids(Predicate<Account> which) {
        return accounts.stream().filter(which).map(Account::id).toArray(Long[]::new);
    }

    static Chart read(Handle handle, ClientAccountId client) {
        return new Chart(handle.createQuery("""
                        SELECT account_id, code, name_nb, name_en, relation_type, default_tax_code, grouping_category,
                               grouping_code, active, postable
                          FROM account
                         WHERE client_account_id = :client
                         ORDER BY code COLLATE "C"
                        """)
                .bind("client", client.value())
                .map((row, context) -> account(row))
                .list());
    }

    private static Account account(ResultSet row) throws SQLException {
        return new Account(
                row.getLong("account_id"),
                new AccountCode(row.getString("code")),
                row.getString("name_nb"),
                row.getString("name_en"),
                Optional.ofNullable(row.getString("relation_type"))
                        .map(type -> DimensionType.of(type).orElseThrow()),
                Optional.ofNullable(row.getString("default_tax_code")),
                new SaftGrouping(row.getString("grouping_category"), row.getString("grouping_code")),
                row.getBoolean("active"),
                row.getBoolean("postable"));
    }

    /** As {@link no.avstemt.application.report.Books#accountsOf}. */
    static Map<AccountRole, Set<String>> codesOf(Handle handle, ClientAccountId client, Set<AccountRole> roles) {
        Query codes = handle.createQuery("""
                        SELECT p.role, a.code
                          FROM past_account_role p
                          JOIN account a USING (client_account_id, account_id)
                         WHERE p.client_account_id = :client AND p.role = ANY (:roles)
                        UNION
                        SELECT w.role,
                               coalesce((SELECT a.code
                                           FROM account_role r
                                           JOIN account a USING (client_account_id, account_id)
                                          WHERE r.client_account_id = :client AND r.role = w.role), w.standard)
                          FROM unnest(:roles::text[], :standards::text[]) AS w (role, standard)
                        """).bind("client", client.value());
        Bulk.of(codes, List.copyOf(roles))
                .texts("roles", AccountRole::name)
                .texts("standards", role -> role.defaultAccount().digits());
        return codes.map((row, context) -> Map.entry(AccountRole.valueOf(row.getString(1)), row.getString(2))).stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toSet())));
    }
}
