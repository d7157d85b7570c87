package no.avstemt.application.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import no.avstemt.application.report.Books.Company;
import no.avstemt.application.report.Headings.Piece;
import no.avstemt.domain.report.Cell;
import no.avstemt.domain.report.Figure;
import no.avstemt.domain.report.Paging;
import no.avstemt.domain.report.ReportHead;
import no.avstemt.domain.report.TableSink;
import no.avstemt.domain.time.FiscalYear;
import no.avstemt.domain.time.Period;

/**
 * One page of the lines that were asked for, by account, posting date, entry number and line, in ledger sign. A page
 * costs the same wherever it is: counters say where it begins.
 */
final class LineReport {

    private final Report report;
    private final ReportQuery query;
    private final Books books;
    private final LineQuery lines;

    /** @param accountCodes those that it is about; empty for all */
    LineReport(Report report, Books books, ReportQuery query, Set<String> accountCodes) {
        this.report = report;
        this.query = query;
        this.books = books;
        this.lines = lines(query, accountCodes, books.company(query.client()).fiscalYear());
    }

    /** By account. */
    void writeTo(TableSink sink) {
        write(new AccountHeadings(books, lines, query.language()), TableSink.ALL, sink);
    }

    /** By account and customer or supplier. */
    void writeByPartnerTo(TableSink sink) {
        write(new PartnerHeadings(books, lines, query.language()), AgedReport.TOTAL, sink);
    }

    private void write(Headings headings, Cell total, TableSink sink) {
        List<LedgerAccount> accounts = headings.read();
        long records = accounts.stream().mapToLong(LedgerAccount::lines).sum();
        Paging paging = new Paging(records, query.get(Parameters.PER_PAGE), query.get(Parameters.PAGE));
        sink.head(head(paging));
        sink.columns(report.columns(query));
        page(LedgerPart.of(accounts, paging, headings), headings, sink);
        Sums all = accounts.stream().map(LedgerAccount::sums).reduce(Sums.ZERO, Sums::plus);
        if (paging.isLast()) {
            sink.total(total, GeneralLedgerRows.sums(Optional.of(all), all.outgoing()));
        }
        sink.figure(new Figure("Incoming", all.incoming()));
        sink.figure(new Figure("Debit", all.debit()));
        sink.figure(new Figure("Credit", all.credit()));
        sink.figure(new Figure("Outgoing", all.outgoing()));
        sink.end();
    }

    private static void page(List<LedgerPart> parts, Headings headings, TableSink sink) {
        if (parts.isEmpty()) {
            return;
        }
        GeneralLedgerRows rows = new GeneralLedgerRows(parts, parts.get(0).balance(headings), sink);
        List<Piece> posted = parts.stream()
                .map(LedgerPart::posted)
                .filter(piece -> piece.lines() > 0)
                .toList();
        if (!posted.isEmpty()) {
            headings.lines(posted, rows::add);
        }
        rows.finish();
    }

    private static LineQuery lines(ReportQuery query, Set<String> accountCodes, FiscalYear fiscalYear) {
        Period period = new Period(
                query.get(Parameters.SINCE).orElse(Period.EVER.first()),
                query.get(Parameters.UNTIL).orElse(Period.EVER.last()));
        return new LineQuery(
                query.client(),
                period,
                fiscalYear.start(period.first()),
                accountCodes,
                query.get(Parameters.TAX_CODES),
                dimensions(query),
                query.get(Parameters.FREE_TEXT),
                query.get(Parameters.INCLUDE_RECONCILED),
                query.get(Parameters.INCLUDE_CANCELLED),
                query.get(Parameters.INCLUDE_DRAFTS));
    }

    private static DimensionFilter dimensions(ReportQuery query) {
        DimensionFilter dimensions = query.get(Parameters.DIMENSIONS);
        return query.get(Parameters.BUSINESS_PARTNER_ID)
                .map(DimensionFilter::ofPartner)
                .map(dimensions::narrowedBy)
                .orElse(dimensions);
    }

    private ReportHead head(Paging paging) {
        Company company = books.company(query.client());
        ReportHead head = new ReportHead(
                report.id(),
                company.name(),
                company.organisationNumber(),
                lines.period(),
                filters(),
                Optional.of(paging));
        return lines.draftsToo() ? head.withDrafts(draftsLeftOut()) : head;
    }

    /** Balances before the period are of all days up to it. */
    private long draftsLeftOut() {
        return books.draftsLeftOut(
                query.client(), new Period(Period.EVER.first(), lines.period().last()));
    }

    /** What was chosen, but the dates, the page and drafts: those stand elsewhere. */
    private List<ReportHead.Filter> filters() {
        List<Parameter<?>> chosen = new ArrayList<>(report.parameters());
        chosen.removeIf(parameter -> switch (parameter.kind()) {
            case DAY, PAGE, PER_PAGE -> true;
            default -> parameter == Parameters.INCLUDE_DRAFTS;
        });
        return query.filters(books, chosen);
    }
}
