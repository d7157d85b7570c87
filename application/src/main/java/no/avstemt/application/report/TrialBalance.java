package no.avstemt.application.report;

import java.util.List;
import java.util.Optional;
import no.avstemt.application.report.Books.BalanceQuery;
import no.avstemt.application.report.Books.Company;
import no.avstemt.application.report.Books.Split;
import no.avstemt.domain.chart.Account;
import no.avstemt.domain.report.Column;
import no.avstemt.domain.report.Figure;
import no.avstemt.domain.report.ReportHead;
import no.avstemt.domain.report.TableSink;
import no.avstemt.domain.time.FiscalYear;
import no.avstemt.domain.time.Period;

/**
 * Saldobalanse: every account's balance before the period, its debit and credit in it, and its balance after, in ledger
 * sign. Results of earlier years that are not closed stand on 2099, so that it always sums to zero.
 */
public final class TrialBalance implements Report {

    private static final List<Parameter<?>> PARAMETERS = List.of(
            Parameters.DATE_FROM,
            Parameters.DATE_TO,
            Parameters.ACCOUNT_CODES,
            Parameters.DIMENSIONS,
            Parameters.INCLUDE_DRAFTS,
            Parameters.INCLUDE_DIMENSIONS,
            Parameters.INCLUDE_ZERO_MOVEMENT,
            Parameters.FREE_TEXT,
            Parameters.GROUP_BY_DIMENSION,
            Parameters.COMPARE);

    private static final List<Parameter<?>> FILTERS = List.of(
            Parameters.ACCOUNT_CODES, Parameters.DIMENSIONS, Parameters.FREE_TEXT, Parameters.GROUP_BY_DIMENSION);

    @Override
    public String id() {
        return "trial-balance";
    }

    @Override
    public String about() {
        return "Amounts are in ledger sign: debit is positive. Row 2099 holds results of earlier years that are not"
                + " closed. With compare, rows carry compared_incoming_balance, compared_debit, compared_credit and"
                + " compared_outgoing_balance.";
    }

    @Override
    public List<Parameter<?>> parameters() {
        return PARAMETERS;
    }

    @Override
    public List<Column> columns(ReportQuery query) {
        return TrialBalanceRows.columns(query.get(Parameters.COMPARE).isPresent());
    }

    @Override
    public void build(Books books, ReportQuery query, TableSink sink) {
        Period period = new Period(query.get(Parameters.DATE_FROM), query.get(Parameters.DATE_TO));
        Company company = books.company(query.client());
        Optional<Period> other = query.get(Parameters.COMPARE).map(comparison -> comparison.before(period));
        ReportHead own = new ReportHead(
                id(),
                company.name(),
                company.organisationNumber(),
                period,
                query.filters(books, FILTERS),
                Optional.empty());
        ReportHead head = other.map(own::beside).orElse(own);
        sink.head(countsDrafts(query) ? head.withDrafts(leftOut(books, query, period)) : head);
        TrialBalanceRows rows = new TrialBalanceRows(query.language(), shown(query), other.isPresent());
        sink.columns(columns(query));
        FiscalYear fiscalYear = company.fiscalYear();
        books.balances(balances(query, period, fiscalYear), rows::add);
        other.ifPresent(before -> books.balances(balances(query, before, fiscalYear), rows::addCompared));
        List<Account> accounts = books.chart(query.client()).stream()
                .filter(account -> isAskedFor(account, query))
                .toList();
        Sums total = rows.writeTo(accounts, sink);
        sink.figure(new Figure("Incoming", total.incoming()));
        sink.figure(new Figure("Debit", total.debit()));
        sink.figure(new Figure("Credit", total.credit()));
        sink.figure(new Figure("Outgoing", total.outgoing()));
        sink.end();
    }

    /** The chart's accounts are rows of what the whole books hold, not of what a filter finds in them. */
    private static TrialBalanceRows.Shown shown(ReportQuery query) {
        if (!query.get(Parameters.INCLUDE_ZERO_MOVEMENT)) {
            return TrialBalanceRows.Shown.MOVED;
        }
        boolean searched = !query.get(Parameters.DIMENSIONS).isNone()
                || query.get(Parameters.FREE_TEXT).isPresent();
        return searched ? TrialBalanceRows.Shown.NOT_ZERO : TrialBalanceRows.Shown.ACTIVE_TOO;
    }

    /** Balances are of all days up to the last. */
    private static long leftOut(Books books, ReportQuery query, Period period) {
        return books.draftsLeftOut(query.client(), new Period(Period.EVER.first(), period.last()));
    }

    private static boolean isAskedFor(Account account, ReportQuery query) {
        var codes = query.get(Parameters.ACCOUNT_CODES);
        return codes.isEmpty() || codes.contains(account.code().digits());
    }

    private BalanceQuery balances(ReportQuery query, Period period, FiscalYear fiscalYear) {
        return new BalanceQuery(
                query.client(),
                period,
                fiscalYear.start(period.first()),
                query.get(Parameters.ACCOUNT_CODES),
                query.get(Parameters.DIMENSIONS),
                query.get(Parameters.FREE_TEXT),
                split(query),
                countsDrafts(query));
    }

    private static Split split(ReportQuery query) {
        Optional<Split> asked = query.get(Parameters.GROUP_BY_DIMENSION).map(Split::by);
        return asked.orElse(query.get(Parameters.INCLUDE_DIMENSIONS) ? Split.BY_RELATION : Split.NONE);
    }
}
