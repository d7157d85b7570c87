package no.avstemt.persistence.posting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import no.avstemt.application.posting.TermsStore;
import no.avstemt.domain.chart.AccountCode;
import no.avstemt.domain.chart.AccountRole;
import no.avstemt.domain.chart.TaxCode;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.posting.CategoryRule;
import no.avstemt.domain.posting.PostingTerms;
import no.avstemt.domain.posting.RuleOverride;
import no.avstemt.domain.settlement.EntryType;
import no.avstemt.domain.time.Period;
import no.avstemt.persistence.database.Rows;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;

/** Works inside the transaction of its handle. */
public final class JdbiTerms implements TermsStore {

    private static final String ACCOUNT =
            "(SELECT account_id FROM account WHERE client_account_id = :client AND code = :account)";

    private final Handle handle;

    public JdbiTerms(Handle handle) {
        this.handle = handle;
    }

    @Override
    public PostingTerms terms(ClientAccountId client) {
        return new PostingTerms(
                categories(client).stream().map(Stored::rule).toList(),
                overrides(client).stream().map(Stored::rule).toList());
    }

    @Override
    public List<Stored<CategoryRule>> categories(ClientAccountId client) {
        return handle.createQuery("""
                        SELECT r.*, a.code
                          FROM category_rule r
                          JOIN account a USING (client_account_id, account_id)
                         WHERE r.client_account_id = :client
                         ORDER BY lower(r.category), r.valid_from, r.category_rule_id
                        """)
                .bind("client", client.value())
                .map((row, context) -> new Stored<>(
                        row.getLong("category_rule_id"),
                        new CategoryRule(
                                row.getString("category"),
                                Rows.optionalText(row, "unit_number"),
                                new AccountCode(row.getString("code")),
                                taxCode(row),
                                Rows.date(row, "valid_from"),
                                Rows.optionalDate(row, "valid_to"))))
                .list();
    }

    @Override
    public long add(ClientAccountId client, CategoryRule rule) {
        return bind(handle.createQuery("""
                        INSERT INTO category_rule (client_account_id, category, unit_number, account_id, tax_code,
                               valid_from, valid_to)
                        VALUES (:client, :category, :unit,
                        """ + ACCOUNT + ", :tax, :from, :to) RETURNING category_rule_id"), client, rule)
                .mapTo(Long.class)
                .one();
    }

    @Override
    public void change(ClientAccountId client, long id, CategoryRule rule) {
        bind(
                        handle.createUpdate(
                                """
                        UPDATE category_rule
                           SET category = :category, unit_number = :unit, tax_code = :tax, valid_from = :from,
                               valid_to = :to, account_id =
                        """ + ACCOUNT + " WHERE client_account_id = :client AND category_rule_id = :id"),
                        client,
                        rule)
                .bind("id", id)
                .execute();
    }

    @Override
    public void removeCategory(ClientAccountId client, long id) {
        handle.createUpdate("DELETE FROM category_rule WHERE client_account_id = :client AND category_rule_id = :id")
                .bind("client", client.value())
                .bind("id", id)
                .execute();
    }

    @Override
    public List<Stored<RuleOverride>> overrides(ClientAccountId client) {
        return handle.createQuery("""
                        SELECT r.*, a.code
                          FROM posting_rule r
                          LEFT JOIN account a USING (client_account_id, account_id)
                         WHERE r.client_account_id = :client
                         ORDER BY r.entry_type, r.valid_from, r.posting_rule_id
                        """)
                .bind("client", client.value())
                .map((row, context) -> new Stored<>(
                        row.getLong("posting_rule_id"),
                        new RuleOverride(
                                EntryType.valueOf(row.getString("entry_type")),
                                AccountRole.valueOf(row.getString("role")),
                                Rows.optionalText(row, "code").map(AccountCode::new),
                                taxCode(row),
                                Rows.date(row, "valid_from"),
                                Rows.optionalDate(row, "valid_to"))))
                .list();
    }

    @Override
    public long add(ClientAccountId client, RuleOverride rule) {
        return bind(handle.createQuery("""
                        INSERT INTO posting_rule (client_account_id, entry_type, role, account_id, tax_code, valid_from,
                               valid_to)
                        VALUES (:client, :type, :role,
                        """ + ACCOUNT + ", :tax, :from, :to) RETURNING posting_rule_id"), client, rule)
                .mapTo(Long.class)
                .one();
    }

    @Override
    public void change(ClientAccountId client, long id, RuleOverride rule) {
        bind(
                        handle.createUpdate(
                                """
                        UPDATE posting_rule
                           SET entry_type = :type, role = :role, tax_code = :tax, valid_from = :from, valid_to = :to,
                               account_id =
                        """ + ACCOUNT + " WHERE client_account_id = :client AND posting_rule_id = :id"),
                        client,
                        rule)
                .bind("id", id)
                .execute();
    }

    @Override
    public void removeOverride(ClientAccountId client, long id) {
        handle.createUpdate("DELETE FROM posting_rule WHERE client_account_id = :client AND posting_rule_id = :id")
                .bind("client", client.value())
                .bind("id", id)
                .execute();
    }

    @Override
    public List<SeenCategory> seen(ClientAccountId client, Period days) {
        return new Seen(handle).categories(client, days);
    }

    @Override
    public List<MonthOnDefault> onDefault(ClientAccountId client, Period period) {
        return new Seen(handle).onDefault(client, period);
    }

    private static Optional<TaxCode> taxCode(ResultSet row) throws SQLException {
        return Rows.optionalText(row, "tax_code").flatMap(TaxCode::of);
    }

    private static <S extends SqlStatement<S>> S bind(S statement, ClientAccountId client, CategoryRule rule) {
        return bind(statement, client, Optional.of(rule.account()), rule.taxCode(), rule.from(), rule.to())
                .bind("category", rule.category())
                .bind("unit", rule.unit().orElse(null));
    }

    private static <S extends SqlStatement<S>> S bind(S statement, ClientAccountId client, RuleOverride rule) {
        return bind(statement, client, rule.account(), rule.taxCode(), rule.from(), rule.to())
                .bind("type", rule.type().name())
                .bind("role", rule.role().name());
    }

    private static <S extends SqlStatement<S>> S bind(
            S statement,
            ClientAccountId client,
            Optional<AccountCode> account,
            Optional<TaxCode> taxCode,
            LocalDate from,
            Optional<LocalDate> to) {
        return statement
                .bind("client", client.value())
                .bind("account", account.map(AccountCode::digits).orElse(null))
                .bind("tax", taxCode.map(TaxCode::code).orElse(null))
                .bind("from", from)
                .bind("to", to.orElse(null));
    }
}
