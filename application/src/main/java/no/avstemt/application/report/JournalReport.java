package no.avstemt.application.report;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import no.avstemt.application.report.Books.Company;
import no.avstemt.domain.chart.Account;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.report.Column;
import no.avstemt.domain.report.Figure;
import no.avstemt.domain.report.Paging;
import no.avstemt.domain.report.ReportHead;
import no.avstemt.domain.report.TableSink;
import no.avstemt.domain.time.Period;

/**
 * Bokføringsspesifikasjon: all that is posted, in the order of its numbers. A page holds whole entries, so that each page
 * balances; records and pages are counted in entries.
 */
final class JournalReport implements Report {

    private static final List<Parameter<?>> PARAMETERS =
            List.of(Parameters.SINCE, Parameters.UNTIL, Parameters.PAGE, Parameters.PER_PAGE);

    @Override
    public String id() {
        return "journal";
    }

    @Override
    public List<Parameter<?>> parameters() {
        return PARAMETERS;
    }

    @Override
    public List<Column> columns(ReportQuery query) {
        return JournalColumns.COLUMNS;
    }

    @Override
    public void build(Books books, ReportQuery query, TableSink sink) {
        ClientAccountId client = query.client();
        Period period = new Period(
                query.get(Parameters.SINCE).orElse(Period.EVER.first()),
                query.get(Parameters.UNTIL).orElse(Period.EVER.last()));
        Company company = books.company(client);
        Paging paging = new Paging(
                books.countEntries(client, period), query.get(Parameters.PER_PAGE), query.get(Parameters.PAGE));
        sink.head(new ReportHead(
                id(), company.name(), company.organisationNumber(), period, List.of(), Optional.of(paging)));
        sink.columns(columns(query));
        Map<Long, Account> accounts =
                books.chart(client).stream().collect(Collectors.toMap(Account::id, Function.identity()));
        books.entries(
                client,
                period,
                paging.before(),
                Math.toIntExact(paging.perPage()),
                line -> sink.row(JournalColumns.row(
                        line, Objects.requireNonNull(accounts.get(line.accountId())), query.language())));
        Sums moved = moved(books, LineQuery.of(client, period, company.fiscalYear(), Set.of()));
        sink.figure(new Figure("Debit", moved.debit()));
        sink.figure(new Figure("Credit", moved.credit()));
        sink.end();
    }

    private static Sums moved(Books books, LineQuery all) {
        Sums[] moved = {Sums.ZERO};
        books.accounts(all, lines -> moved[0] = moved[0].plus(new Sums(0, lines.debit(), lines.credit())));
        return moved[0];
    }
}
