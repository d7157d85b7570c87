package no.avstemt.application.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import no.avstemt.application.report.Books.BalanceQuery;
import no.avstemt.application.report.Books.Company;
import no.avstemt.application.report.Books.Split;
import no.avstemt.domain.chart.Account;
import no.avstemt.domain.report.Column;
import no.avstemt.domain.report.Column.Kind;
import no.avstemt.domain.report.Figure;
import no.avstemt.domain.report.ReportHead;
import no.avstemt.domain.report.TableSink;
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
            Parameters.GROUP_BY_DIMENSION);

    private static final List<Parameter<?>> FILTERS = List.of(
            Parameters.ACCOUNT_CODES, Parameters.DIMENSIONS, Parameters.FREE_TEXT, Parameters.GROUP_BY_DIMENSION);

    private static final List<Column> COLUMNS = List.of(
            Column.json("level_1_code", Kind.CODE, "grouping.level_1_code"),
            Column.json("level_1_name", Kind.TEXT, "grouping.level_1_name"),
            Column.json("level_2_code", Kind.CODE, "grouping.level_2_code"),
            Column.json("level_2_name", Kind.TEXT, "grouping.level_2_name"),
            Column.json("level_3_code", Kind.CODE, "grouping.level_3_code"),
            Column.json("level_3_name", Kind.TEXT, "grouping.level_3_name"),
            Column.json("account_id", Kind.COUNT, "account_id"),
            Column.both("account_code", Kind.CODE, "account_code"),
            Column.both("account_name", Kind.TEXT, "account_name"),
            Column.document("relation", Kind.TEXT),
            Column.both("incoming_balance", Kind.AMOUNT, "incoming_balance"),
            Column.both("debit", Kind.AMOUNT, "debit"),
            Column.both("credit", Kind.AMOUNT, "credit"),
            Column.both("outgoing_balance", Kind.AMOUNT, "outgoing_balance"),
            Column.json("relation_type", Kind.TEXT, "relation_type"),
            Column.json("relation_id", Kind.COUNT, "relation_id"),
            Column.json("relation_name", Kind.TEXT, "relation_name"));

    @Override
    public String id() {
        return "trial-balance";
    }

    @Override
    public List<Parameter<?>> parameters() {
        return PARAMETERS;
    }

    @Override
    public void build(Books books, ReportQuery query, TableSink sink) {
        Period period = new Period(query.get(Parameters.DATE_FROM), query.get(Parameters.DATE_TO));
        Company company = books.company(query.client());
        sink.head(head(company, period, query));
        sink.columns(COLUMNS);
        List<Account> accounts = books.chart(query.client()).stream()
                .filter(account -> isAskedFor(account, query))
                .toList();
        TrialBalanceRows rows =
                new TrialBalanceRows(accounts, query.language(), query.get(Parameters.INCLUDE_ZERO_MOVEMENT), sink);
        books.balances(balances(query, period, company.fiscalYear().start(period.first())), rows::add);
        Sums total = rows.finish();
        sink.figure(new Figure("Incoming", total.incoming()));
        sink.figure(new Figure("Debit", total.debit()));
        sink.figure(new Figure("Credit", total.credit()));
        sink.figure(new Figure("Outgoing", total.outgoing()));
        sink.end();
    }

    private ReportHead head(Company company, Period period, ReportQuery query) {
        List<ReportHead.Filter> filters = FILTERS.stream()
                .filter(query::narrows)
                .map(parameter -> new ReportHead.Filter(parameter.name(), query.canonical(parameter)))
                .toList();
        return new ReportHead(id(), company.name(), company.organisationNumber(), period, filters, Optional.empty());
    }

    private static boolean isAskedFor(Account account, ReportQuery query) {
        var codes = query.get(Parameters.ACCOUNT_CODES);
        return codes.isEmpty() || codes.contains(account.code().digits());
    }

    private static BalanceQuery balances(ReportQuery query, Period period, LocalDate fiscalYear) {
        return new BalanceQuery(
                query.client(),
                period,
                fiscalYear,
                query.get(Parameters.ACCOUNT_CODES),
                query.get(Parameters.DIMENSIONS),
                query.get(Parameters.FREE_TEXT),
                split(query));
    }

    private static Split split(ReportQuery query) {
        Optional<Split> asked = query.get(Parameters.GROUP_BY_DIMENSION).map(Split::by);
        return asked.orElse(query.get(Parameters.INCLUDE_DIMENSIONS) ? Split.BY_RELATION : Split.NONE);
    }
}
