package no.avstemt.persistence.client;

import static no.avstemt.persistence.database.Rows.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import no.avstemt.application.client.ClientStore;
import no.avstemt.application.client.StandardChart;
import no.avstemt.domain.chart.Account;
import no.avstemt.domain.chart.AccountCode;
import no.avstemt.domain.chart.AccountRole;
import no.avstemt.domain.chart.ChartOfAccounts;
import no.avstemt.domain.chart.SaftGrouping;
import no.avstemt.domain.client.ClientAccount;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.client.OrgNumber;
import no.avstemt.domain.client.VatRegistration;
import no.avstemt.domain.dimension.DimensionType;
import no.avstemt.domain.journal.JournalHead;
import no.avstemt.domain.time.FiscalYear;
import no.avstemt.domain.time.VatTerm;
import no.avstemt.persistence.database.Bulk;
import no.avstemt.persistence.database.Rows;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;

/** Works inside the transaction of its handle. */
public final class JdbiClients implements ClientStore {

    private final Handle handle;

    public JdbiClients(Handle handle) {
        this.handle = handle;
    }

    @Override
    public ClientAccountId nextId() {
        return new ClientAccountId(
                handle.createQuery("SELECT nextval(pg_get_serial_sequence('client_account', 'client_account_id'))")
                        .mapTo(Long.class)
                        .one());
    }

    @Override
    public void add(ClientAccount client, List<StandardChart.Row> chart, Instant at) {
        handle.createUpdate("""
                        INSERT INTO client_account (client_account_id, name, organisation_number, language, start_date,
                               vat_registered, vat_from, vat_to, vat_term, fiscal_year_start, dispute_days, created_at)
                        VALUES (:client, :name, :number, :language, :start, :registered, :from, :to, :term, :firstMonth,
                                :disputeDays, :at)
                        """)
                .bind("client", client.id().value())
                .bind("name", client.name())
                .bind("number", client.organisationNumber().digits())
                .bind("language", client.language())
                .bind("start", client.startDate())
                .bind("registered", client.vat().registered())
                .bind("from", client.vat().from().orElse(null))
                .bind("to", client.vat().to().orElse(null))
                .bind("term", client.vat().term().name())
                .bind("firstMonth", client.fiscalYear().firstMonth())
                .bind("disputeDays", client.disputeDays())
                .bind("at", utc(at))
                .execute();
        addChart(client.id(), chart);
        handle.createUpdate("""
                        INSERT INTO journal_head (client_account_id, chain_position, chain_hash)
                        VALUES (:client, :position, :hash)
                        """)
                .bind("client", client.id().value())
                .bind("position", JournalHead.EMPTY.chainPosition())
                .bind("hash", JournalHead.EMPTY.hash().bytes())
                .execute();
    }

    @Override
    public void addMissing(ClientAccountId client, List<StandardChart.Row> accounts) {
        if (addChart(client, accounts) > 0) {
            handle.createUpdate("""
                            UPDATE journal_head
                               SET chart_version = chart_version + 1
                             WHERE client_account_id = :client
                            """).bind("client", client.value()).execute();
        }
    }

    private int addChart(ClientAccountId client, List<StandardChart.Row> chart) {
        Update insert = handle.createUpdate("""
                        INSERT INTO account (client_account_id, code, name_nb, name_en, relation_type, default_tax_code,
                               grouping_category, grouping_code, postable)
                        SELECT :client, r.*
                          FROM unnest(:code::text[], :nb::text[], :en::text[], :relation::text[], :tax::text[],
                                      :category::text[], :grouping::text[], :postable::boolean[]) r
                            ON CONFLICT (client_account_id, code) DO NOTHING
                        """).bind("client", client.value());
        Bulk.of(insert, chart)
                .texts("code", row -> row.code().digits())
                .texts("nb", StandardChart.Row::nameNb)
                .texts("en", StandardChart.Row::nameEn)
                .optionalTexts("relation", row -> row.relationType().map(DimensionType::apiName))
                .optionalTexts("tax", StandardChart.Row::defaultTaxCode)
                .texts("category", StandardChart.Row::groupingCategory)
                .texts("grouping", StandardChart.Row::groupingCode)
                .booleans("postable", StandardChart.Row::postable);
        return insert.execute();
    }

    @Override
    public void change(ClientAccount client) {
        handle.createUpdate("""
                        UPDATE client_account
                           SET name = :name, language = :language, start_date = :start, vat_registered = :registered,
                               vat_from = :from, vat_to = :to, vat_term = :term, fiscal_year_start = :firstMonth,
                               dispute_days = :disputeDays
                         WHERE client_account_id = :client
                        """)
                .bind("client", client.id().value())
                .bind("name", client.name())
                .bind("language", client.language())
                .bind("start", client.startDate())
                .bind("registered", client.vat().registered())
                .bind("from", client.vat().from().orElse(null))
                .bind("to", client.vat().to().orElse(null))
                .bind("term", client.vat().term().name())
                .bind("firstMonth", client.fiscalYear().firstMonth())
                .bind("disputeDays", client.disputeDays())
                .execute();
    }

    @Override
    public Optional<ClientAccount> find(ClientAccountId client) {
        return handle.createQuery("SELECT * FROM client_account WHERE client_account_id = :client")
                .bind("client", client.value())
                .map((row, context) -> client(row))
                .findOne();
    }

    @Override
    public ChartOfAccounts chart(ClientAccountId client) {
        Map<AccountCode, Account> accounts =
                accounts(client).stream().collect(Collectors.toMap(Account::code, Function.identity()));
        Map<AccountRole, AccountCode> roles = handle.createQuery("""
                        SELECT r.role, a.code
                          FROM account_role r
                          JOIN account a USING (client_account_id, account_id)
                         WHERE r.client_account_id = :client
                        """)
                .bind("client", client.value())
                .map((row, context) ->
                        Map.entry(AccountRole.valueOf(row.getString("role")), new AccountCode(row.getString("code"))))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        return new ChartOfAccounts(accounts, roles);
    }

    @Override
    public List<Account> accounts(ClientAccountId client) {
        return handle.createQuery("""
                        SELECT account_id, code, name_nb, name_en, relation_type, default_tax_code, grouping_category,
                               grouping_code, active, postable
                          FROM account
                         WHERE client_account_id = :client
                         ORDER BY code COLLATE "C"
                        """)
                .bind("client", client.value())
                .map((row, context) -> new Account(
                        row.getLong("account_id"),
                        new AccountCode(row.getString("code")),
                        row.getString("name_nb"),
                        row.getString("name_en"),
                        Rows.optionalText(row, "relation_type").flatMap(DimensionType::of),
                        Rows.optionalText(row, "default_tax_code"),
                        new SaftGrouping(row.getString("grouping_category"), row.getString("grouping_code")),
                        row.getBoolean("active"),
                        row.getBoolean("postable")))
                .list();
    }

    @Override
    public List<ClientAccountId> allIds() {
        return handle.createQuery("SELECT client_account_id FROM client_account ORDER BY client_account_id")
                .mapTo(Long.class)
                .map(ClientAccountId::new)
                .list();
    }

    @Override
    public List<ClientName> names() {
        return handle.createQuery("""
                        SELECT c.client_account_id, c.name, c.organisation_number
                          FROM unnest(string_to_array(current_setting('avstemt.clients', true), ',')::bigint[])
                               AS mine (client_account_id)
                          JOIN client_account c USING (client_account_id)
                         ORDER BY c.name, c.client_account_id
                        """)
                .map((row, context) -> new ClientName(
                        new ClientAccountId(row.getLong("client_account_id")),
                        row.getString("name"),
                        new OrgNumber(row.getString("organisation_number"))))
                .list();
    }

    @Override
    public Freshness freshness(ClientAccountId client) {
        return handle.createQuery("""
                        SELECT CASE WHEN count(f.fetched_at) = count(*) THEN min(f.fetched_at) END AS fetched_at,
                               CASE WHEN count(s.booked_to) = count(*) THEN min(s.booked_to) END AS booked_to,
                               CASE WHEN count(s.booked_to) = count(*)
                                    THEN min(greatest(s.booked_to, s.waits_to)) END AS complete_to
                          FROM vipps_ledger l
                          LEFT JOIN ledger_state s
                            ON s.client_account_id = :client AND s.ledger_id = l.ledger_id
                          LEFT JOIN LATERAL (
                                SELECT CASE WHEN count(caught_up_at) = 2 THEN min(caught_up_at) END AS fetched_at
                                  FROM feed_state
                                 WHERE client_account_id = :client AND ledger_id = l.ledger_id
                                   AND stream IN ('funds', 'fees')) f ON true
                         WHERE l.client_account_id = :client
                        """)
                .bind("client", client.value())
                .map((row, context) -> new Freshness(
                        Rows.optionalInstant(row, "fetched_at"),
                        Rows.optionalDate(row, "booked_to"),
                        Rows.optionalDate(row, "complete_to")))
                .one();
    }

    @Override
    public List<ClientOverview> overviews() {
        return new Overviews(handle).all();
    }

    static ClientAccount client(ResultSet row) throws SQLException {
        return new ClientAccount(
                new ClientAccountId(row.getLong("client_account_id")),
                row.getString("name"),
                new OrgNumber(row.getString("organisation_number")),
                row.getString("language"),
                Rows.date(row, "start_date"),
                new VatRegistration(
                        row.getBoolean("vat_registered"),
                        Rows.optionalDate(row, "vat_from"),
                        Rows.optionalDate(row, "vat_to"),
                        VatTerm.valueOf(row.getString("vat_term"))),
                new FiscalYear(row.getInt("fiscal_year_start")),
                row.getInt("dispute_days"));
    }
}
