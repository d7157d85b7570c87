package no.avstemt.application.report;

import java.util.List;
import java.util.Optional;
import no.avstemt.application.report.Books.Company;
import no.avstemt.application.report.Books.Stretch;
import no.avstemt.application.report.LedgerPart.Start;
import no.avstemt.domain.report.Figure;
import no.avstemt.domain.report.Paging;
import no.avstemt.domain.report.ReportHead;
import no.avstemt.domain.report.TableSink;
import no.avstemt.domain.time.FiscalYear;
import no.avstemt.domain.time.Period;

/**
 * Hovedbok: every line by account, posting date, entry number and line, in ledger sign, page by page. An account's sum
 * is the trial balance's for the same question; so is its balance before the period, with results of earlier years on
 * 2099. A page costs the same wherever it is: counters say where it begins.
 */
final class GeneralLedger implements Report {

    private static final List<Parameter<?>> PARAMETERS = List.of(
            Parameters.SINCE,
            Parameters.UNTIL,
            Parameters.ACCOUNT_CODES,
            Parameters.DIMENSIONS,
            Parameters.INCLUDE_DRAFTS,
            Parameters.INCLUDE_RECONCILED,
            Parameters.INCLUDE_CANCELLED,
            Parameters.TAX_CODES,
            Parameters.FREE_TEXT,
            Parameters.PAGE,
            Parameters.PER_PAGE);

    private static final List<Parameter<?>> FILTERS = List.of(
            Parameters.ACCOUNT_CODES,
            Parameters.DIMENSIONS,
            Parameters.INCLUDE_RECONCILED,
            Parameters.INCLUDE_CANCELLED,
            Parameters.TAX_CODES,
            Parameters.FREE_TEXT);

    @Override
    public String id() {
        return "general-ledger";
    }

    @Override
    public List<Parameter<?>> parameters() {
        return PARAMETERS;
    }

    @Override
    public void build(Books books, ReportQuery query, TableSink sink) {
        Company company = books.company(query.client());
        LineQuery lines = lines(query, company.fiscalYear());
        List<LedgerAccount> accounts = LedgerAccount.read(books, lines);
        long records = accounts.stream().mapToLong(LedgerAccount::lines).sum();
        Paging paging = new Paging(records, query.get(Parameters.PER_PAGE), query.get(Parameters.PAGE));
        sink.head(head(company, lines.period(), paging, query));
        sink.columns(LineColumns.COLUMNS);
        page(books, lines, LedgerPart.of(accounts, paging), query.language(), sink);
        Sums total = accounts.stream().map(LedgerAccount::sums).reduce(Sums.ZERO, Sums::plus);
        if (paging.isLast()) {
            sink.total(GeneralLedgerRows.sums(Optional.of(total), total.outgoing()));
        }
        sink.figure(new Figure("Incoming", total.incoming()));
        sink.figure(new Figure("Debit", total.debit()));
        sink.figure(new Figure("Credit", total.credit()));
        sink.figure(new Figure("Outgoing", total.outgoing()));
        sink.end();
    }

    private static void page(Books books, LineQuery query, List<LedgerPart> parts, String language, TableSink sink) {
        if (parts.isEmpty()) {
            return;
        }
        List<LedgerPart> withLines =
                parts.stream().filter(part -> part.lines() > 0).toList();
        List<Start> starts =
                withLines.stream().map(part -> part.start(books, query)).toList();
        long before = withLines.isEmpty() || withLines.get(0) != parts.get(0)
                ? parts.get(0).account().opening()
                : starts.get(0).balance();
        GeneralLedgerRows rows = new GeneralLedgerRows(parts, before, language, sink);
        List<Stretch> stretches = starts.stream().map(Start::stretch).toList();
        if (!stretches.isEmpty()) {
            books.lines(query, stretches, rows::add);
        }
        rows.finish();
    }

    private static LineQuery lines(ReportQuery query, FiscalYear fiscalYear) {
        Period period = new Period(
                query.get(Parameters.SINCE).orElse(Period.EVER.first()),
                query.get(Parameters.UNTIL).orElse(Period.EVER.last()));
        return new LineQuery(
                query.client(),
                period,
                fiscalYear.start(period.first()),
                query.get(Parameters.ACCOUNT_CODES),
                query.get(Parameters.TAX_CODES),
                query.get(Parameters.DIMENSIONS),
                query.get(Parameters.FREE_TEXT),
                query.get(Parameters.INCLUDE_RECONCILED),
                query.get(Parameters.INCLUDE_CANCELLED));
    }

    private ReportHead head(Company company, Period period, Paging paging, ReportQuery query) {
        List<ReportHead.Filter> filters = FILTERS.stream()
                .filter(query::narrows)
                .map(parameter -> new ReportHead.Filter(parameter.name(), query.canonical(parameter)))
                .toList();
        return new ReportHead(id(), company.name(), company.organisationNumber(), period, filters, Optional.of(paging));
    }
}
