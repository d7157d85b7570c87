package no.avstemt.application.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import no.avstemt.application.report.Books.Aged;
import no.avstemt.application.report.Books.Company;
import no.avstemt.application.report.Books.Partner;
import no.avstemt.domain.chart.AccountRole;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.report.Cell;
import no.avstemt.domain.report.Column;
import no.avstemt.domain.report.Column.Kind;
import no.avstemt.domain.report.Figure;
import no.avstemt.domain.report.ReportHead;
import no.avstemt.domain.report.Row;
import no.avstemt.domain.report.TableSink;
import no.avstemt.domain.report.Target;
import no.avstemt.domain.time.Period;

/**
 * Aldersfordeling: what is open on a day with each customer or supplier, by how many days ago it was due; without a due
 * date, by the date of the document, else of the posting. In ledger sign, so that all comes to the balance of the accounts.
 */
final class AgedReport implements Report {

    /** What all customers or suppliers together are called. */
    static final Cell TOTAL = new Cell.Term("report.totalOfPartners");

    private static final List<Parameter<?>> PARAMETERS =
            List.of(Parameters.REPORT_DATE, Parameters.BUSINESS_PARTNER_ID);

    private static final List<Column> COLUMNS = List.of(
            Column.json("business_partner.id", Kind.COUNT, "business_partner?.id"),
            Column.json("business_partner.number", Kind.CODE, "business_partner?.number"),
            Column.json("business_partner.name", Kind.TEXT, "business_partner?.name"),
            Column.document("partner", Kind.TEXT),
            Column.both("not_due", Kind.AMOUNT, "not_due"),
            Column.both("days_1_30", Kind.AMOUNT, "days_1_30"),
            Column.both("days_31_60", Kind.AMOUNT, "days_31_60"),
            Column.both("days_61_90", Kind.AMOUNT, "days_61_90"),
            Column.both("days_over_90", Kind.AMOUNT, "days_over_90"),
            Column.both("open_balance", Kind.AMOUNT, "balance"));

    private final String id;
    private final AccountRole role;

    AgedReport(String id, AccountRole role) {
        this.id = id;
        this.role = role;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public List<Parameter<?>> parameters() {
        return PARAMETERS;
    }

    @Override
    public List<Column> columns(ReportQuery query) {
        return COLUMNS;
    }

    @Override
    public Map<String, String> whenMissing(LocalDate today) {
        return Map.of(Parameters.REPORT_DATE.name(), today.toString());
    }

    @Override
    public void build(Books books, ReportQuery query, TableSink sink) {
        ClientAccountId client = query.client();
        LocalDate day = query.get(Parameters.REPORT_DATE);
        Company company = books.company(client);
        Optional<Long> only = query.get(Parameters.BUSINESS_PARTNER_ID);
        sink.head(new ReportHead(
                id,
                company.name(),
                company.organisationNumber(),
                new Period(Period.EVER.first(), day),
                query.filters(books, List.of(Parameters.BUSINESS_PARTNER_ID)),
                Optional.empty()));
        sink.columns(columns(query));
        List<Aged> aged = new ArrayList<>();
        books.aged(client, books.accountsOf(client, role), day, only, aged::add);
        Map<Long, Partner> partners = books.partners(
                client, aged.stream().flatMap(one -> one.partner().stream()).collect(Collectors.toSet()));
        aged.stream()
                .filter(one -> one.open().stream().anyMatch(ore -> ore != 0))
                .sorted(Comparator.comparing((Aged one) -> one.partner().isEmpty())
                        .thenComparing(one -> one.partner()
                                .map(partners::get)
                                .map(Partner::key)
                                .orElse("")))
                .forEach(one -> sink.row(row(one, one.partner().map(partners::get))));
        finish(aged, sink);
    }

    private static void finish(List<Aged> aged, TableSink sink) {
        List<Long> sums = IntStream.range(0, Aged.AGES)
                .mapToObj(age ->
                        aged.stream().mapToLong(one -> one.open().get(age)).sum())
                .toList();
        sink.total(
                TOTAL,
                new Row(cells(Stream.of(Cell.BLANK, Cell.BLANK, Cell.BLANK, Cell.BLANK), sums), Optional.empty()));
        sink.figure(new Figure(
                "Overdue", sums.stream().skip(1).mapToLong(Long::longValue).sum()));
        sink.figure(new Figure("Outgoing", sum(sums)));
        sink.end();
    }

    private static Row row(Aged aged, Optional<Partner> partner) {
        Stream<Cell> names = Stream.of(
                Cell.of(partner, some -> Cell.count(some.id())),
                Cell.of(partner, some -> Cell.text(some.key())),
                Cell.of(partner, some -> Cell.text(some.name())),
                partner.<Cell>map(some -> Cell.text(some.label())).orElse(new Cell.Term("report.noPartner")));
        return new Row(cells(names, aged.open()), partner.map(some -> new Target.OfPartner(some.id())));
    }

    private static List<Cell> cells(Stream<Cell> names, List<Long> open) {
        Stream<Cell> amounts = LongStream.concat(open.stream().mapToLong(Long::longValue), LongStream.of(sum(open)))
                .mapToObj(Cell::amount);
        return Stream.concat(names, amounts).toList();
    }

    private static long sum(List<Long> open) {
        return open.stream().reduce(0L, Math::addExact);
    }
}
