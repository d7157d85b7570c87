package no.avstemt.persistence.report;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import no.avstemt.application.report.Books;
import no.avstemt.application.report.BooksVersion;
import no.avstemt.application.report.HistoryQuery;
import no.avstemt.application.report.LedgerLine;
import no.avstemt.application.report.LineQuery;
import no.avstemt.application.report.PastEvent;
import no.avstemt.domain.chart.Account;
import no.avstemt.domain.chart.AccountRole;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.time.FiscalYear;
import no.avstemt.domain.time.Period;
import no.avstemt.persistence.report.KnownBooks.OfAccount;
import no.avstemt.persistence.report.KnownBooks.OfMonth;
import org.jdbi.v3.core.Handle;

/**
 * Reads inside the transaction of its handle, which sees one moment: what every report begins with is read once in it.
 */
public final class JdbiBooks implements Books {

    private final Handle handle;
    private final KnownBooks known;
    private final Openings openings;
    private final Map<ClientAccountId, Chart> charts = new HashMap<>();

    public JdbiBooks(Handle handle, KnownBooks known) {
        this.handle = handle;
        this.known = known;
        this.openings = new Openings(handle);
    }

    @Override
    public Company company(ClientAccountId client) {
        return openings.company(client);
    }

    @Override
    public BooksVersion version(ClientAccountId client) {
        return openings.version(client);
    }

    @Override
    public String draftsVersion(ClientAccountId client) {
        return DraftLines.version(handle, client);
    }

    @Override
    public long draftsLeftOut(ClientAccountId client, Period days) {
        return DraftLines.leftOut(handle, client, days);
    }

    @Override
    public String eventsVersion(ClientAccountId client) {
        return new Events(handle).version(client);
    }

    @Override
    public long countEvents(HistoryQuery query) {
        return new Events(handle).count(query);
    }

    @Override
    public void events(HistoryQuery query, long offset, int most, Consumer<PastEvent> each) {
        new Events(handle).page(query, offset, most, each);
    }

    @Override
    public List<Account> chart(ClientAccountId client) {
        return chartOf(client).accounts();
    }

    @Override
    public Map<AccountRole, Set<String>> accountsOf(ClientAccountId client, Set<AccountRole> roles) {
        return Chart.codesOf(handle, client, roles);
    }

    private Chart chartOf(ClientAccountId client) {
        return charts.computeIfAbsent(client, this::findChart);
    }

    private Chart findChart(ClientAccountId client) {
        Optional<BooksVersion> version = openings.lastingVersion(client);
        return version.flatMap(some -> known.chart(client, some)).orElseGet(() -> {
            Chart chart = Chart.read(handle, client);
            version.ifPresent(some -> known.keep(client, some, chart));
            return chart;
        });
    }

    @Override
    public void balances(BalanceQuery query, Consumer<AccountBalance> each) {
        if (query.search().isPresent()) {
            LineSums.each(handle, query, query.search().get(), each);
        } else {
            Chart chart = chartOf(query.client());
            boolean perValue = !query.split().isNone() || !query.dimensions().isNone();
            List<AccountBalance> balances =
                    perValue ? ValueSums.read(handle, query, chart) : AccountSums.read(handle, query, chart);
            chart.inOrder(balances, AccountBalance::accountId).forEach(each);
        }
    }

    @Override
    public void movements(BalanceQuery query, Consumer<MonthMovement> each) {
        if (query.search().isPresent()) {
            LineSums.eachMonth(handle, query, query.search().get(), each);
        } else {
            Chart chart = chartOf(query.client());
            chart.inOrder(MonthSums.read(handle, query, chart), MonthMovement::accountId)
                    .forEach(each);
        }
    }

    @Override
    public void accounts(LineQuery query, Consumer<AccountLines> each) {
        known.accounts()
                .get(query, versionFor(query), () -> readAccounts(query))
                .forEach(each);
    }

    /** Under which the answer to a question about lines may be kept; none where counters do not tell it. */
    private Optional<BooksVersion> versionFor(LineQuery query) {
        return query.isCounted() ? openings.lastingVersion(query.client()) : Optional.empty();
    }

    private List<AccountLines> readAccounts(LineQuery query) {
        Chart chart = chartOf(query.client());
        return chart.inOrder(LineCounts.accounts(handle, query, chart), AccountLines::accountId);
    }

    @Override
    public List<AccountMonth> months(LineQuery query, long accountId) {
        return known.months()
                .get(
                        new OfAccount(query, accountId),
                        versionFor(query),
                        () -> LineCounts.months(handle, query, accountId));
    }

    @Override
    public void partnerSums(LineQuery query, BiConsumer<Optional<Long>, AccountLines> each) {
        PartnerSums.each(handle, query, chartOf(query.client()), each);
    }

    @Override
    public Map<Long, String> names(ClientAccountId client, Set<Long> ids) {
        return handle
                .createQuery("""
                        SELECT dimension_value_id, name
                          FROM dimension_value
                         WHERE client_account_id = :client AND dimension_value_id = ANY (:ids)
                        """)
                .bind("client", client.value())
                .bind("ids", ids.toArray(Long[]::new))
                .map((row, context) -> Map.entry(row.getLong(1), row.getString(2)))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Override
    public Map<Long, Partner> partners(ClientAccountId client, Set<Long> ids) {
        return PartnerSums.partners(handle, client, ids);
    }

    @Override
    public Place partnerPlace(LineQuery query, PartnerStretch stretch) {
        return PartnerLines.place(handle, query, stretch);
    }

    @Override
    public void partnerLines(LineQuery query, List<PartnerStretch> stretches, Consumer<LedgerLine> each) {
        PartnerLines.each(handle, query, stretches, each);
    }

    @Override
    public void drafts(LineQuery query, Consumer<LedgerLine> each) {
        LedgerDrafts.each(handle, query, each);
    }

    @Override
    public void aged(
            ClientAccountId client, Set<String> accountCodes, LocalDate day, Optional<Long> only, Consumer<Aged> each) {
        OpenItems.each(handle, client, accountCodes, day, only, each);
    }

    @Override
    public long countEntries(ClientAccountId client, Period period) {
        FiscalYear fiscalYear = company(client).fiscalYear();
        return WholeEntries.count(handle, LineQuery.of(client, period, fiscalYear, Set.of()), fiscalYear);
    }

    @Override
    public void entries(ClientAccountId client, Period period, long offset, int most, Consumer<LedgerLine> each) {
        FiscalYear fiscalYear = company(client).fiscalYear();
        LineQuery query = LineQuery.of(client, period, fiscalYear, Set.of());
        WholeEntries.each(handle, query, fiscalYear, offset, most, each);
    }

    @Override
    public List<LocalDate> postedMonths(ClientAccountId client, Period period) {
        return Taxes.months(handle, client, period);
    }

    @Override
    public void taxes(ClientAccountId client, Period period, Consumer<TaxOfDay> each) {
        Taxes.each(handle, client, period, each);
    }

    @Override
    public void movedTogether(
            ClientAccountId client,
            Period period,
            Set<String> accountCodes,
            Set<String> others,
            Consumer<MovedOfDay> each) {
        Taxes.movedTogether(handle, client, period, accountCodes, others, each);
    }

    @Override
    public Place place(LineQuery query, AccountMonth month, long lines) {
        List<LineDay> days = known.days()
                .get(
                        new OfMonth(query, month.accountId(), month.month()),
                        versionFor(query),
                        () -> LinePlaces.days(handle, query, month));
        return LinePlaces.among(days, handle, query, month.accountId(), lines);
    }

    @Override
    public void lines(LineQuery query, List<Stretch> stretches, Consumer<LedgerLine> each) {
        LineStretches.each(handle, query, stretches, each);
    }
}
