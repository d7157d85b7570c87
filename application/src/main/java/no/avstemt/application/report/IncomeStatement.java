package no.avstemt.application.report;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import no.avstemt.application.report.Books.Company;
import no.avstemt.application.report.StatementTable.Figures;
import no.avstemt.domain.report.Column;
import no.avstemt.domain.report.Column.Kind;
import no.avstemt.domain.report.ReportHead;
import no.avstemt.domain.report.TableSink;
import no.avstemt.domain.time.Period;

/**
 * Resultatregnskap: what was earned and spent in each month of a period, both positive. Allocations of a result are no
 * part of it. A month is known by its number, so no two months of a period can have the same.
 */
final class IncomeStatement implements Report {

    private static final List<Parameter<?>> PARAMETERS = List.of(
            Parameters.DATE_FROM,
            Parameters.DATE_TO,
            Parameters.DIMENSIONS,
            Parameters.INCLUDE_DRAFTS,
            Parameters.FREE_TEXT,
            Parameters.GROUP_BY_DIMENSION,
            Parameters.COMPARE);

    private static final List<Parameter<?>> FILTERS =
            List.of(Parameters.DIMENSIONS, Parameters.FREE_TEXT, Parameters.GROUP_BY_DIMENSION);

    @Override
    public String id() {
        return "income-statement";
    }

    @Override
    public String about() {
        return "period_debit_movements holds what each month added to the row in its natural sign: income and costs"
                + " are positive, whatever the name says. Months outside the range are 0.00, and no two months of a"
                + " range may have the same number. Accounts of class 88 and 89 are left out; the results are in the"
                + " headers, a profit positive. With compare, rows carry compared_debit_movements; with"
                + " group_by_dimension, relation_type, relation_id and relation_name.";
    }

    @Override
    public List<Parameter<?>> parameters() {
        return PARAMETERS;
    }

    @Override
    public List<Column> columns(ReportQuery query) {
        return table(query, periods(query)).columns();
    }

    @Override
    public Map<String, String> whenMissing(LocalDate today) {
        return Map.of(
                Parameters.DATE_FROM.name(), today.withDayOfYear(1).toString(),
                Parameters.DATE_TO.name(), today.toString());
    }

    @Override
    public Optional<String> refusal(ReportQuery query) {
        boolean twice =
                periods(query).stream().anyMatch(period -> months(period).size() > IncomeLines.MONTHS);
        return twice ? Optional.of("error.monthTwice") : Optional.empty();
    }

    @Override
    public void build(Books books, ReportQuery query, TableSink sink) {
        List<Period> periods = periods(query);
        Period period = periods.get(0);
        Company company = books.company(query.client());
        ReportHead head = new ReportHead(
                id(),
                company.name(),
                company.organisationNumber(),
                period,
                query.filters(books, FILTERS),
                Optional.empty());
        ReportHead compared = periods.size() == 1 ? head : head.beside(periods.get(1));
        sink.head(countsDrafts(query) ? compared.withDrafts(leftOut(books, query, periods)) : compared);
        StatementTable table = table(query, periods);
        sink.columns(columns(query));
        boolean wholeYear =
                period.equals(company.fiscalYear().period(company.fiscalYear().of(period.first())));
        IncomeLines lines = IncomeLines.read(books, query, periods, countsDrafts(query));
        new IncomeSections(table, query.language(), sink, periods.size() * IncomeLines.MONTHS).show(lines, wholeYear);
        sink.end();
    }

    /** Of all periods: no two of them have a day in common. */
    private static long leftOut(Books books, ReportQuery query, List<Period> periods) {
        return periods.stream()
                .mapToLong(period -> books.draftsLeftOut(query.client(), period))
                .sum();
    }

    /** The period asked about, and the one that it is compared with. */
    private static List<Period> periods(ReportQuery query) {
        Period asked = new Period(query.get(Parameters.DATE_FROM), query.get(Parameters.DATE_TO));
        return Stream.concat(
                        Stream.of(asked),
                        query.get(Parameters.COMPARE).map(comparison -> comparison.before(asked)).stream())
                .toList();
    }

    private static List<YearMonth> months(Period period) {
        return Stream.iterate(
                        YearMonth.from(period.first()),
                        month -> !month.isAfter(YearMonth.from(period.last())),
                        month -> month.plusMonths(1))
                .limit(IncomeLines.MONTHS + 1)
                .toList();
    }

    /** JSON has all twelve months by their numbers; a document those of the period, in their order. */
    private static StatementTable table(ReportQuery query, List<Period> periods) {
        List<Figures> figures = new ArrayList<>(movements("period_debit_movements", 0));
        months(periods.get(0)).stream()
                .map(month -> new Figures(
                        Column.document("month_" + month.getMonthValue(), Kind.STATED), of(month.getMonthValue() - 1)))
                .forEach(figures::add);
        figures.add(total("period_total", 0));
        if (periods.size() > 1) {
            figures.addAll(movements("compared_debit_movements", IncomeLines.MONTHS));
            figures.add(total("compared_total", IncomeLines.MONTHS));
        }
        return new StatementTable(
                figures, query.get(Parameters.GROUP_BY_DIMENSION).isPresent());
    }

    private static List<Figures> movements(String member, int from) {
        return IntStream.rangeClosed(1, IncomeLines.MONTHS)
                .mapToObj(month -> new Figures(
                        Column.json(member + "_" + month, Kind.STATED, member + "." + month), of(from + month - 1)))
                .toList();
    }

    private static Figures total(String key, int from) {
        return new Figures(Column.document(key, Kind.STATED), amounts -> amounts.sum(from, from + IncomeLines.MONTHS));
    }

    private static ToLongFunction<Amounts> of(int place) {
        return amounts -> amounts.at(place);
    }
}
