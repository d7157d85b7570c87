package no.avstemt.persistence.client;

import static no.avstemt.persistence.database.Rows.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import no.avstemt.application.client.ClientReads;
import no.avstemt.application.client.LedgerProgress;
import no.avstemt.domain.chart.AccountCode;
import no.avstemt.domain.chart.TaxCode;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.finding.FindingCode;
import no.avstemt.domain.settlement.EntryType;
import no.avstemt.domain.settlement.LedgerId;
import no.avstemt.domain.settlement.Topic;
import no.avstemt.domain.time.Period;
import no.avstemt.persistence.database.Rows;
import no.avstemt.persistence.settlement.LastBalance;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Works inside the transaction of its handle. */
public final class JdbiClientReads implements ClientReads {

    private static final List<String> PAYOUTS =
            List.of("payout-scheduled", "scheduled-for-payout", "payout", "payout-aborted");

    /**
     * The settlement entries that the lines of an account carry: line by line and key by key, whatever the planner knows
     * of the tables: in the midst of a first import that is little, and a join that guesses wrong reads every entry.
     */
    private static final String CARRIED = """
            WITH lines AS MATERIALIZED (
              SELECT l.entry_id, l.line_no
                FROM journal_line l
               WHERE l.client_account_id = :client AND l.posting_date BETWEEN :first AND :last
                 AND l.account_id = (SELECT account_id FROM account
                                      WHERE client_account_id = :client AND code = :account)
            ), carried AS (
              SELECT e.*, k.generation, k.amount AS carries
                FROM lines l
               CROSS JOIN LATERAL (
                     SELECT settlement_entry_id, generation, amount
                       FROM settlement_link
                      WHERE client_account_id = :client AND entry_id = l.entry_id AND line_no = l.line_no
                     OFFSET 0) k
               CROSS JOIN LATERAL (
                     SELECT settlement_entry_id, ledger_id, vipps_type, ledger_date, psp_reference, amount
                       FROM settlement_entry
                      WHERE client_account_id = :client AND settlement_entry_id = k.settlement_entry_id
                        AND currency = 'NOK'
                     OFFSET 0) e
            )
            """;

    private final Handle handle;

    public JdbiClientReads(Handle handle) {
        this.handle = handle;
    }

    @Override
    public List<LedgerProgress> ledgers(ClientAccountId client) {
        return LedgerRows.of(handle.createQuery(LedgerRows.SQL.formatted("l.client_account_id = :client"))
                .bind("client", client.value()));
    }

    @Override
    public List<LedgerProgress> beingFetched(Instant since) {
        return LedgerRows.of(handle.createQuery(LedgerRows.SQL.formatted("""
                        l.client_account_id IN (
                          SELECT client_account_id
                            FROM feed_state
                           WHERE read_at > :since AND (caught_up_at IS NULL OR caught_up_at < read_at))
                        """)).bind("since", utc(since)));
    }

    /** One look-up by key for each ledger, topic and day. */
    @Override
    public List<DayAmount> balances(ClientAccountId client, Period days) {
        return of("""
                        SELECT d.day::date AS day, sum(e.balance_after)::bigint AS amount
                          FROM generate_series(:first::date, :last::date, interval '1 day') d (day)
                         CROSS JOIN vipps_ledger l
                         CROSS JOIN (VALUES ('funds'), ('fees')) t (topic)
                         CROSS JOIN LATERAL (""" + LastBalance.of("""
                               s.client_account_id = :client AND s.ledger_id = l.ledger_id
                               AND s.topic = t.topic AND s.ledger_date <= d.day::date""") + """
                               ) e
                         WHERE l.client_account_id = :client AND l.currency = 'NOK'
                         GROUP BY d.day
                         ORDER BY d.day
                        """, client, days)
                .map((row, context) -> dayAmount(row))
                .list();
    }

    @Override
    public List<DayAmount> credited(ClientAccountId client, Collection<AccountCode> accounts, Period days) {
        return of("""
                        SELECT b.day, sum(b.credit - b.debit)::bigint AS amount
                          FROM account a
                          JOIN balance_day b
                            ON b.client_account_id = a.client_account_id AND b.account_id = a.account_id
                         WHERE a.client_account_id = :client AND a.code = ANY (:accounts::text[])
                           AND b.day BETWEEN :first AND :last
                         GROUP BY b.day
                         ORDER BY b.day
                        """, client, days)
                .bindArray(
                        "accounts",
                        String.class,
                        accounts.stream().map(AccountCode::digits).toList())
                .map((row, context) -> dayAmount(row))
                .list();
    }

    @Override
    public List<PaidOut> payouts(ClientAccountId client, AccountCode inTransit, Period days) {
        return of(CARRIED + """
                        SELECT settlement_entry_id, ledger_id, vipps_type, ledger_date, psp_reference, -amount AS amount
                          FROM carried
                         WHERE generation = 0
                         ORDER BY ledger_date DESC, settlement_entry_id DESC
                        """, client, days)
                .bind("account", inTransit.digits())
                .map((row, context) -> paidOut(row))
                .list();
    }

    @Override
    public long paidOut(ClientAccountId client, LedgerId ledger, LocalDate to) {
        return handle.createQuery("""
                        SELECT coalesce(-sum(e.amount), 0)::bigint
                          FROM client_account c
                          JOIN settlement_entry e
                            ON e.client_account_id = :client AND e.ledger_id = :ledger AND e.topic = 'funds'
                           AND e.vipps_type IN (<types>) AND e.vipps_type NOT IN ('capture', 'capture-fee')
                           AND e.ledger_date BETWEEN c.start_date AND :to
                         WHERE c.client_account_id = :client
                        """)
                .bindList("types", PAYOUTS)
                .bind("client", client.value())
                .bind("ledger", ledger.value())
                .bind("to", to)
                .mapTo(Long.class)
                .one();
    }

    @Override
    public DefaultVat defaultVat(ClientAccountId client, Period dates) {
        return of("""
                        SELECT coalesce(sum(entries), 0)::bigint AS entries, coalesce(sum(amount), 0)::bigint AS amount
                          FROM default_vat_day
                         WHERE client_account_id = :client AND ledger_date BETWEEN :first AND :last
                        """, client, dates)
                .map((row, context) -> new DefaultVat(row.getLong("entries"), row.getLong("amount")))
                .one();
    }

    @Override
    public List<CodedIncome> income(ClientAccountId client, Period months) {
        return of("""
                        SELECT b.tax_code, sum(b.credit - b.debit)::bigint AS amount
                          FROM account a
                          JOIN balance_month b
                            ON b.client_account_id = a.client_account_id AND b.account_id = a.account_id
                         WHERE a.client_account_id = :client AND a.code LIKE '3%'
                           AND b.month BETWEEN :first AND :last
                         GROUP BY b.tax_code
                         ORDER BY b.tax_code
                        """, client, months)
                .map((row, context) ->
                        new CodedIncome(Rows.optionalText(row, "tax_code").flatMap(TaxCode::of), row.getLong("amount")))
                .list();
    }

    @Override
    public List<OpenFindings> openFindings(ClientAccountId client) {
        return handle.createQuery("""
                        SELECT ledger_id, code, count(*) AS count, sum(abs(amount))::bigint AS amount
                          FROM finding
                         WHERE client_account_id = :client AND closed_at IS NULL
                         GROUP BY ledger_id, code
                         ORDER BY ledger_id COLLATE "C", code COLLATE "C"
                        """)
                .bind("client", client.value())
                .map((row, context) -> new OpenFindings(
                        new LedgerId(row.getString("ledger_id")),
                        FindingCode.of(row.getString("code")).orElseThrow(),
                        row.getLong("count"),
                        row.getLong("amount")))
                .list();
    }

    private Query of(String sql, ClientAccountId client, Period days) {
        return handle.createQuery(sql)
                .bind("client", client.value())
                .bind("first", days.first())
                .bind("last", days.last());
    }

    private static DayAmount dayAmount(ResultSet row) throws SQLException {
        return new DayAmount(Rows.date(row, "day"), row.getLong("amount"));
    }

    private static PaidOut paidOut(ResultSet row) throws SQLException {
        Optional<String> psp = Rows.optionalText(row, "psp_reference");
        return new PaidOut(
                row.getLong("settlement_entry_id"),
                new LedgerId(row.getString("ledger_id")),
                EntryType.of(Topic.FUNDS, row.getString("vipps_type")),
                Rows.date(row, "ledger_date"),
                psp.map(text -> text.substring(text.lastIndexOf('-') + 1)),
                row.getLong("amount"));
    }
}
