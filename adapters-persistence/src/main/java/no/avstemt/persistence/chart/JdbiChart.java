package no.avstemt.persistence.chart;

import static no.avstemt.persistence.database.Rows.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.avstemt.application.chart.ChartRefused;
import no.avstemt.application.chart.ChartRefused.Reason;
import no.avstemt.application.chart.ChartStore;
import no.avstemt.application.chart.UsedAccount;
import no.avstemt.domain.chart.Account;
import no.avstemt.domain.chart.AccountCode;
import no.avstemt.domain.chart.AccountRole;
import no.avstemt.domain.chart.SaftGrouping;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.dimension.DimensionType;
import no.avstemt.persistence.database.Rows;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/** Works inside the transaction of its handle. */
public final class JdbiChart implements ChartStore {

    private static final String FOREIGN_KEY_VIOLATION = "23503";

    private final Handle handle;

    public JdbiChart(Handle handle) {
        this.handle = handle;
    }

    @Override
    public void lock(ClientAccountId client) {
        handle.createUpdate("""
                        UPDATE journal_head
                           SET chart_version = chart_version + 1
                         WHERE client_account_id = :client
                        """).bind("client", client.value()).execute();
    }

    @Override
    public List<UsedAccount> accounts(ClientAccountId client) {
        return read(client, Optional.empty());
    }

    @Override
    public Optional<UsedAccount> account(ClientAccountId client, long accountId) {
        return read(client, Optional.of(accountId)).stream().findFirst();
    }

    private List<UsedAccount> read(ClientAccountId client, Optional<Long> accountId) {
        Map<AccountRole, AccountCode> chosen = chosenRoles(client);
        Map<AccountCode, Set<AccountRole>> roles = new HashMap<>();
        for (AccountRole role : AccountRole.values()) {
            roles.computeIfAbsent(
                            chosen.getOrDefault(role, role.defaultAccount()), code -> EnumSet.noneOf(AccountRole.class))
                    .add(role);
        }
        return handle.createQuery("""
                        SELECT a.*, coalesce(b.lines, 0) AS lines, coalesce(b.balance, 0) AS balance
                          FROM account a
                          LEFT JOIN (
                                SELECT account_id, sum(lines)::bigint AS lines, sum(debit - credit)::bigint AS balance
                                  FROM balance_month
                                 WHERE client_account_id = :client AND (:one::bigint IS NULL OR account_id = :one)
                                 GROUP BY account_id) b USING (account_id)
                         WHERE a.client_account_id = :client AND (:one::bigint IS NULL OR a.account_id = :one)
                         ORDER BY a.code COLLATE "C"
                        """)
                .bind("client", client.value())
                .bind("one", accountId.orElse(null))
                .map((row, context) -> {
                    Account account = account(row);
                    return new UsedAccount(
                            account,
                            row.getLong("lines"),
                            row.getLong("balance"),
                            roles.getOrDefault(account.code(), Set.of()));
                })
                .list();
    }

    private static Account account(ResultSet row) throws SQLException {
        return new Account(
                row.getLong("account_id"),
                new AccountCode(row.getString("code")),
                row.getString("name_nb"),
                row.getString("name_en"),
                Rows.optionalText(row, "relation_type").flatMap(DimensionType::of),
                Rows.optionalText(row, "default_tax_code"),
                new SaftGrouping(row.getString("grouping_category"), row.getString("grouping_code")),
                row.getBoolean("active"),
                row.getBoolean("postable"));
    }

    @Override
    public long linesWithout(ClientAccountId client, long accountId, DimensionType relation) {
        return handle.createQuery("""
                        SELECT coalesce(sum(b.lines), 0)
                          FROM balance_set_month b
                          LEFT JOIN dimension_set s
                            ON s.client_account_id = b.client_account_id AND s.dimension_set_id = b.dimension_set_id
                         WHERE b.client_account_id = :client AND b.account_id = :account
                           AND s.relation_type IS DISTINCT FROM :relation
                        """)
                .bind("client", client.value())
                .bind("account", accountId)
                .bind("relation", relation.apiName())
                .mapTo(Long.class)
                .one();
    }

    @Override
    public long add(ClientAccountId client, Account account) {
        return bound(handle.createQuery("""
                        INSERT INTO account (client_account_id, code, name_nb, name_en, relation_type, default_tax_code,
                               grouping_category, grouping_code, active, postable)
                        VALUES (:client, :code, :nb, :en, :relation, :tax, :category, :grouping, :active, :postable)
                        RETURNING account_id
                        """), client, account)
                .bind("code", account.code().digits())
                .bind("postable", account.postable())
                .mapTo(Long.class)
                .one();
    }

    @Override
    public void change(ClientAccountId client, Account account) {
        bound(handle.createUpdate("""
                        UPDATE account
                           SET name_nb = :nb, name_en = :en, relation_type = :relation, default_tax_code = :tax,
                               grouping_category = :category, grouping_code = :grouping, active = :active
                         WHERE client_account_id = :client AND account_id = :account
                        """), client, account)
                .bind("account", account.id())
                .execute();
    }

    private static <S extends SqlStatement<S>> S bound(S statement, ClientAccountId client, Account account) {
        return statement
                .bind("client", client.value())
                .bind("nb", account.nameNb())
                .bind("en", account.nameEn())
                .bind(
                        "relation",
                        account.relationType().map(DimensionType::apiName).orElse(null))
                .bind("tax", account.defaultTaxCode().orElse(null))
                .bind("category", account.saftGrouping().category())
                .bind("grouping", account.saftGrouping().code())
                .bind("active", account.active());
    }

    @Override
    public void delete(ClientAccountId client, Account account) {
        try {
            handle.createUpdate("DELETE FROM account WHERE client_account_id = :client AND account_id = :account")
                    .bind("client", client.value())
                    .bind("account", account.id())
                    .execute();
        } catch (UnableToExecuteStatementException e) {
            if (e.getCause() instanceof SQLException cause && FOREIGN_KEY_VIOLATION.equals(cause.getSQLState())) {
                throw new ChartRefused(Reason.IN_USE, account.code().digits());
            }
            throw e;
        }
    }

    @Override
    public Map<AccountRole, AccountCode> chosenRoles(ClientAccountId client) {
        Map<AccountRole, AccountCode> roles = new EnumMap<>(AccountRole.class);
        handle.createQuery("""
                        SELECT r.role, a.code
                          FROM account_role r
                          JOIN account a USING (client_account_id, account_id)
                         WHERE r.client_account_id = :client
                        """)
                .bind("client", client.value())
                .map((row, context) ->
                        Map.entry(AccountRole.valueOf(row.getString("role")), new AccountCode(row.getString("code"))))
                .forEach(role -> roles.put(role.getKey(), role.getValue()));
        return roles;
    }

    @Override
    public void assign(ClientAccountId client, AccountRole role, long accountId, Instant at) {
        handle.createUpdate("""
                        INSERT INTO past_account_role (client_account_id, role, account_id, until)
                        SELECT a.client_account_id, :role, a.account_id, :at
                          FROM account a
                          LEFT JOIN account_role r ON r.client_account_id = :client AND r.role = :role
                         WHERE a.client_account_id = :client AND a.account_id <> :account
                           AND (a.account_id = r.account_id OR r.account_id IS NULL AND a.code = :standard)
                            ON CONFLICT (client_account_id, role, account_id) DO UPDATE SET until = excluded.until
                        """)
                .bind("client", client.value())
                .bind("role", role.name())
                .bind("account", accountId)
                .bind("standard", role.defaultAccount().digits())
                .bind("at", utc(at))
                .execute();
        handle.createUpdate("""
                        INSERT INTO account_role (client_account_id, role, account_id)
                        VALUES (:client, :role, :account)
                            ON CONFLICT (client_account_id, role) DO UPDATE SET account_id = excluded.account_id
                        """)
                .bind("client", client.value())
                .bind("role", role.name())
                .bind("account", accountId)
                .execute();
    }

    @Override
    public Set<AccountCode> pastAccounts(ClientAccountId client, Set<AccountRole> roles) {
        return handle.createQuery("""
                        SELECT DISTINCT a.code
                          FROM past_account_role p
                          JOIN account a USING (client_account_id, account_id)
                         WHERE p.client_account_id = :client AND p.role = ANY (:roles::text[])
                        """)
                .bind("client", client.value())
                .bindArray("roles", String.class, roles.stream().map(Enum::name).toList())
                .mapTo(String.class)
                .map(AccountCode::new)
                .collectIntoSet();
    }

    @Override
    public Set<AccountRole> pastRoles(ClientAccountId client, long accountId) {
        Set<String> names = handle.createQuery("""
                        SELECT role
                          FROM past_account_role
                         WHERE client_account_id = :client AND account_id = :account
                        """)
                .bind("client", client.value())
                .bind("account", accountId)
                .mapTo(String.class)
                .collectIntoSet();
        Set<AccountRole> past = EnumSet.noneOf(AccountRole.class);
        Arrays.stream(AccountRole.values())
                .filter(role -> names.contains(role.name()))
                .forEach(past::add);
        return past;
    }
}
