package no.avstemt.persistence.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import no.avstemt.application.report.Books;
import no.avstemt.application.report.BooksVersion;
import no.avstemt.application.report.LedgerLine;
import no.avstemt.application.report.LineQuery;
import no.avstemt.domain.chart.Account;
import no.avstemt.domain.chart.AccountCode;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.client.OrgNumber;
import no.avstemt.domain.dimension.DimensionType;
import org.jdbi.v3.core.Handle;

/** Reads inside the transaction of its handle. */
public final class JdbiBooks implements Books {

    private final Handle handle;

    public JdbiBooks(Handle handle) {
        this.handle = handle;
    }

    @Override
    public Company company(ClientAccountId client) {
        return handle.createQuery("""
                        SELECT name, organisation_number
                          FROM client_account
                         WHERE client_account_id = :client
                        """)
                .bind("client", client.value())
                .map((row, context) ->
                        new Company(row.getString("name"), new OrgNumber(row.getString("organisation_number"))))
                .one();
    }

    /**
     * Also settles how the statements of this transaction are run: planned once and not each time, and by one process,
     * as the start of another takes longer than a report.
     */
    @Override
    public BooksVersion version(ClientAccountId client) {
        return handle.createQuery("""
                        SELECT chart_version, chain_position, encode(chain_hash, 'hex') AS chain_hash,
                               set_config('plan_cache_mode', 'force_generic_plan', true),
                               set_config('max_parallel_workers_per_gather', '0', true)
                          FROM journal_head
                         WHERE client_account_id = :client
                        """)
                .bind("client", client.value())
                .map((row, context) -> new BooksVersion(
                        row.getLong("chart_version"), row.getLong("chain_position"), row.getString("chain_hash")))
                .one();
    }

    @Override
    public List<Account> chart(ClientAccountId client) {
        return handle.createQuery("""
                        SELECT account_id, code, name_nb, name_en, relation_type, active, postable
                          FROM account
                         WHERE client_account_id = :client
                         ORDER BY code COLLATE "C"
                        """)
                .bind("client", client.value())
                .map((row, context) -> account(row))
                .list();
    }

    private static Account account(ResultSet row) throws SQLException {
        return new Account(
                row.getLong("account_id"),
                new AccountCode(row.getString("code")),
                row.getString("name_nb"),
                row.getString("name_en"),
                Optional.ofNullable(row.getString("relation_type"))
                        .map(type -> DimensionType.of(type).orElseThrow()),
                row.getBoolean("active"),
                row.getBoolean("postable"));
    }

    @Override
    public void balances(BalanceQuery query, Consumer<AccountBalance> each) {
        if (query.search().isPresent()) {
            LineSums.each(handle, query, query.search().get(), each);
        } else if (query.split().isNone() && query.dimensions().isNone()) {
            AccountSums.each(handle, query, each);
        } else {
            SetSums.each(handle, query, each);
        }
    }

    @Override
    public void months(LineQuery query, Consumer<AccountMonth> each) {
        LineCounts.months(handle, query, each);
    }

    @Override
    public void days(LineQuery query, AccountMonth month, Consumer<AccountDay> each) {
        LineCounts.days(handle, query, month, each);
    }

    @Override
    public long sumOfFirst(LineQuery query, long accountId, LocalDate day, long lines) {
        return LineStretches.sumOfFirst(handle, query, accountId, day, lines);
    }

    @Override
    public void lines(LineQuery query, List<Stretch> stretches, Consumer<LedgerLine> each) {
        LineStretches.each(handle, query, stretches, each);
    }
}
