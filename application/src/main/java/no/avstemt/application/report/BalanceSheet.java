package no.avstemt.application.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.avstemt.application.report.Books.BalanceQuery;
import no.avstemt.application.report.Books.Company;
import no.avstemt.application.report.Books.Split;
import no.avstemt.application.report.StatementTable.Figures;
import no.avstemt.application.report.StatementTable.Line;
import no.avstemt.domain.chart.Account;
import no.avstemt.domain.chart.AccountCode;
import no.avstemt.domain.chart.Grouping;
import no.avstemt.domain.report.Column;
import no.avstemt.domain.report.Column.Kind;
import no.avstemt.domain.report.Figure;
import no.avstemt.domain.report.ReportHead;
import no.avstemt.domain.report.TableSink;
import no.avstemt.domain.time.Period;

/**
 * Balanse: what is owned and owed at the end of a day, each in the sign that is natural for it. Every result up to the
 * day that is not closed stands on 2099, so that its two sides are equal.
 */
final class BalanceSheet implements Report {

    private static final List<Parameter<?>> PARAMETERS =
            List.of(Parameters.REPORT_DATE, Parameters.DIMENSIONS, Parameters.INCLUDE_DRAFTS, Parameters.COMPARE);

    private static final String ASSETS = "1000";

    @Override
    public String id() {
        return "balance-sheet";
    }

    @Override
    public String about() {
        return "Assets, equity and liabilities are positive each on their own side. Row 2099 holds every result up to"
                + " the day that is not closed, so that X-Total-Assets equals X-Total-Equity-And-Liabilities (not"
                + " promised under dimensions). With compare, rows carry compared_balance.";
    }

    @Override
    public List<Parameter<?>> parameters() {
        return PARAMETERS;
    }

    @Override
    public List<Column> columns(ReportQuery query) {
        return table(query.get(Parameters.COMPARE).isPresent()).columns();
    }

    @Override
    public Map<String, String> whenMissing(LocalDate today) {
        return Map.of(Parameters.REPORT_DATE.name(), today.toString());
    }

    @Override
    public void build(Books books, ReportQuery query, TableSink sink) {
        LocalDate day = query.get(Parameters.REPORT_DATE);
        Company company = books.company(query.client());
        Period untilDay = until(day);
        ReportHead head = new ReportHead(
                id(),
                company.name(),
                company.organisationNumber(),
                untilDay,
                query.filters(books, List.of(Parameters.DIMENSIONS)),
                Optional.empty());
        List<LocalDate> days = new ArrayList<>(List.of(day));
        query.get(Parameters.COMPARE).ifPresent(comparison -> days.add(comparison.before(day)));
        ReportHead compared = days.size() == 1 ? head : head.beside(until(days.get(1)));
        sink.head(countsDrafts(query) ? compared.withDrafts(books.draftsLeftOut(query.client(), untilDay)) : compared);
        StatementTable table = table(days.size() > 1);
        sink.columns(columns(query));
        show(lines(books, query, days), days.size(), table, query.language(), sink);
        sink.end();
    }

    private static StatementTable table(boolean compared) {
        List<Figures> figures = new ArrayList<>();
        figures.add(new Figures(Column.both("statement_balance", Kind.STATED, "balance"), amounts -> amounts.at(0)));
        if (compared) {
            figures.add(new Figures(
                    Column.both("compared_balance", Kind.STATED, "compared_balance"), amounts -> amounts.at(1)));
        }
        return new StatementTable(figures, false);
    }

    private static void show(List<Line> lines, int days, StatementTable table, String language, TableSink sink) {
        StatementSections<Amounts> sections = new StatementSections<>(
                sink, Amounts.zeros(days), Amounts::plus, (level, sum) -> table.sum(sum.signed(level.naturalSign())));
        Amounts assets = Amounts.zeros(days);
        for (Line line : lines) {
            Grouping grouping = line.grouping();
            if (grouping.one().code().equals(ASSETS)) {
                assets = assets.plus(line.amounts());
            }
            sections.add(
                    List.of(grouping.one(), grouping.two(), grouping.three()),
                    line.amounts(),
                    !line.amounts().isZero(),
                    () -> table.row(line, language));
        }
        Amounts difference = sections.finish();
        sink.figure(new Figure("Assets", assets.at(0)));
        sink.figure(new Figure("Equity-And-Liabilities", Math.subtractExact(assets.at(0), difference.at(0))));
    }

    /** The accounts of the balance sheet with what they come to at the end of each day. */
    private List<Line> lines(Books books, ReportQuery query, List<LocalDate> days) {
        Map<Long, Amounts> balances = new HashMap<>();
        Amounts none = Amounts.zeros(days.size());
        for (int place = 0; place < days.size(); place++) {
            int at = place;
            books.balances(
                    balances(books, query, until(days.get(place))),
                    balance -> balances.merge(
                            balance.accountId(), none.plus(at, Sums.of(balance).outgoing()), Amounts::plus));
        }
        Amounts results = none;
        List<Line> lines = new ArrayList<>();
        for (Account account : books.chart(query.client())) {
            Amounts balance = balances.getOrDefault(account.id(), none);
            if (account.code().isResult()) {
                results = results.plus(balance);
            } else {
                lines.add(new Line(account, Optional.empty(), balance));
            }
        }
        Amounts undisposed = results;
        lines.replaceAll(line -> line.account().code().equals(AccountCode.UNDISPOSED_RESULT)
                ? new Line(line.account(), Optional.empty(), line.amounts().plus(undisposed))
                : line);
        return lines;
    }

    private BalanceQuery balances(Books books, ReportQuery query, Period period) {
        return new BalanceQuery(
                query.client(),
                period,
                books.company(query.client()).fiscalYear().start(period.first()),
                Set.of(),
                query.get(Parameters.DIMENSIONS),
                Optional.empty(),
                Split.NONE,
                countsDrafts(query));
    }

    /** Before the first day that books can have, that day alone: nothing stands on it. */
    private static Period until(LocalDate day) {
        return new Period(day.isBefore(Period.EVER.first()) ? day : Period.EVER.first(), day);
    }
}
