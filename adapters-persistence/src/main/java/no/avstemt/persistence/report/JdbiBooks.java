package no.avstemt.persistence.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

/**
 * Reads inside the transaction of its handle, which sees one moment: what every report begins with is read once in it.
 */
public final class JdbiBooks implements Books {

    private final Handle handle;
    private final Map<ClientAccountId, Cover> covers = new HashMap<>();
    private final Map<ClientAccountId, List<Account>> charts = new HashMap<>();

    /** Whose books they are and, where they may be seen, how far they have come. */
    private record Cover(Company company, Optional<BooksVersion> version) {}

    public JdbiBooks(Handle handle) {
        this.handle = handle;
    }

    @Override
    public Company company(ClientAccountId client) {
        return cover(client).company();
    }

    @Override
    public BooksVersion version(ClientAccountId client) {
        return cover(client).version().orElseThrow(() -> new IllegalStateException("No books of client " + client));
    }

    private Cover cover(ClientAccountId client) {
        return covers.computeIfAbsent(client, this::readCover);
    }

    /**
     * Also settles how the statements of this transaction are run: planned once and not each time, and by one process,
     * as the start of another takes longer than a report.
     */
    private Cover readCover(ClientAccountId client) {
        return handle.createQuery("""
                        SELECT c.name, c.organisation_number, h.chart_version, h.chain_position,
                               encode(h.chain_hash, 'hex') AS chain_hash,
                               set_config('plan_cache_mode', 'force_generic_plan', true),
                               set_config('max_parallel_workers_per_gather', '0', true)
                          FROM client_account c
                          LEFT JOIN journal_head h USING (client_account_id)
                         WHERE client_account_id = :client
                        """)
                .bind("client", client.value())
                .map((row, context) -> new Cover(
                        new Company(row.getString("name"), new OrgNumber(row.getString("organisation_number"))),
                        version(row)))
                .one();
    }

    private static Optional<BooksVersion> version(ResultSet row) throws SQLException {
        String hash = row.getString("chain_hash");
        return hash == null
                ? Optional.empty()
                : Optional.of(new BooksVersion(row.getLong("chart_version"), row.getLong("chain_position"), hash));
    }

    @Override
    public List<Account> chart(ClientAccountId client) {
        return charts.computeIfAbsent(client, this::readChart);
    }

    private List<Account> readChart(ClientAccountId client) {
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
            AccountSums.each(handle, query, arrays(query.client(), query.accountCodes()), each);
        } else {
            SetSums.each(handle, query, arrays(query.client(), query.accountCodes()), each);
        }
    }

    @Override
    public void months(LineQuery query, Consumer<AccountMonth> each) {
        LineCounts.months(handle, query, arrays(query.client(), query.accountCodes()), each);
    }

    private ChartArrays arrays(ClientAccountId client, Set<String> codes) {
        return new ChartArrays(chart(client), codes);
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
