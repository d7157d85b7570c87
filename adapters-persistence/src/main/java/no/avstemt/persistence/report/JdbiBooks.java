package no.avstemt.persistence.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
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
import no.avstemt.domain.chart.SaftGrouping;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.client.OrgNumber;
import no.avstemt.domain.dimension.DimensionType;
import org.jdbi.v3.core.Handle;

/**
 * Reads inside the transaction of its handle, which sees one moment: what every report begins with is read once in it.
 */
public final class JdbiBooks implements Books {

    private final Handle handle;
    private final Map<ClientAccountId, Opened> opened = new HashMap<>();

    /** Whose books they are, how far they have come where they may be seen, and their chart. */
    private record Opened(Company company, Optional<BooksVersion> version, List<Account> chart) {}

    public JdbiBooks(Handle handle) {
        this.handle = handle;
    }

    @Override
    public Company company(ClientAccountId client) {
        return open(client).company();
    }

    @Override
    public BooksVersion version(ClientAccountId client) {
        return open(client).version().orElseThrow(() -> new IllegalStateException("No books of client " + client));
    }

    @Override
    public List<Account> chart(ClientAccountId client) {
        return open(client).chart();
    }

    private Opened open(ClientAccountId client) {
        return opened.computeIfAbsent(client, this::readOpening);
    }

    /**
     * Also settles how the statements of this transaction are run: planned once and not each time, and by one process,
     * as the start of another takes longer than a report.
     */
    private Opened readOpening(ClientAccountId client) {
        return handle.createQuery("""
                        WITH settled AS MATERIALIZED (
                          SELECT set_config('plan_cache_mode', 'force_generic_plan', true),
                                 set_config('max_parallel_workers_per_gather', '0', true)
                        )
                        SELECT c.name, c.organisation_number, h.chart_version, h.chain_position,
                               encode(h.chain_hash, 'hex') AS chain_hash,
                               a.account_id, a.code, a.name_nb, a.name_en, a.relation_type, a.default_tax_code,
                               a.grouping_category, a.grouping_code, a.active, a.postable
                          FROM settled
                         CROSS JOIN client_account c
                          LEFT JOIN journal_head h ON h.client_account_id = :client
                          LEFT JOIN account a ON a.client_account_id = :client
                         WHERE c.client_account_id = :client
                         ORDER BY a.code COLLATE "C"
                        """)
                .bind("client", client.value())
                .scanResultSet((rows, context) -> opened(client, rows.get()));
    }

    /** On every row the same of the books, and one account of the chart, if there is any. */
    private static Opened opened(ClientAccountId client, ResultSet row) throws SQLException {
        if (!row.next()) {
            throw new IllegalStateException("No client account " + client);
        }
        Company company = new Company(row.getString("name"), new OrgNumber(row.getString("organisation_number")));
        Optional<BooksVersion> version = version(row);
        List<Account> chart = new ArrayList<>();
        if (row.getString("code") != null) {
            do {
                chart.add(account(row));
            } while (row.next());
        }
        return new Opened(company, version, List.copyOf(chart));
    }

    private static Optional<BooksVersion> version(ResultSet row) throws SQLException {
        String hash = row.getString("chain_hash");
        return hash == null
                ? Optional.empty()
                : Optional.of(new BooksVersion(row.getLong("chart_version"), row.getLong("chain_position"), hash));
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
    public Place place(LineQuery query, AccountMonth month, long lines) {
        return LinePlaces.find(handle, query, month, lines);
    }

    @Override
    public void lines(LineQuery query, List<Stretch> stretches, Consumer<LedgerLine> each) {
        LineStretches.each(handle, query, stretches, each);
    }
}
