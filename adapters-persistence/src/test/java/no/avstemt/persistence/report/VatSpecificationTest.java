package no.avstemt.persistence.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.Proxy;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import no.avstemt.application.report.Books;
import no.avstemt.application.report.Parameters;
import no.avstemt.application.report.Report;
import no.avstemt.application.report.ReportQuery;
import no.avstemt.application.report.Reports;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.report.CollectingSink;
import no.avstemt.domain.report.Figure;
import no.avstemt.domain.time.Period;
import no.avstemt.persistence.GivenBooks;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The specification of VAT, and the journal, over a few entries whose figures are known. */
class VatSpecificationTest {

    @AutoClose
    private static final GivenBooks BOOKS = new GivenBooks();

    private static final ClientAccountId CLIENT = BOOKS.client("Kaffebaren Nord AS");

    /** An øre more than the rate comes to. */
    private static final List<TaxedLine> ROUNDED = List.of(
            new TaxedLine("1920", 10_001), new TaxedLine("3000", -8_000, "3", -2_001), new TaxedLine("2700", -2_001));

    private static final List<TaxedLine> PURCHASE = List.of(
            new TaxedLine("6800", 4_000, "1", 1_000), new TaxedLine("2710", 1_000), new TaxedLine("1920", -5_000));

    private static final List<TaxedLine> FROM_ABROAD = List.of(
            new TaxedLine("6420", 10_000, "86", 2_500),
            new TaxedLine("2714", 2_500),
            new TaxedLine("2704", -2_500),
            new TaxedLine("1920", -10_000));

    private static final List<TaxedLine> WITHOUT_TAX =
            List.of(new TaxedLine("1920", 700), new TaxedLine("3100", -700, "5", 0));

    private static final List<TaxedLine> SETTLED =
            List.of(new TaxedLine("2700", 8_001), new TaxedLine("2710", -1_000), new TaxedLine("2740", -7_001));

    /** Booked on the account by hand: no line says that it is tax. */
    private static final List<TaxedLine> BY_HAND = List.of(new TaxedLine("2700", -55), new TaxedLine("1920", 55));

    @BeforeAll
    static void post() {
        BOOKS.post(
                CLIENT,
                List.of(
                        TaxedLine.entry(LocalDate.of(2026, 1, 14), TaxedLine.SALE),
                        TaxedLine.entry(LocalDate.of(2026, 2, 27), ROUNDED),
                        TaxedLine.entry(LocalDate.of(2026, 2, 3), PURCHASE),
                        TaxedLine.entry(LocalDate.of(2026, 2, 28), FROM_ABROAD),
                        TaxedLine.entry(LocalDate.of(2026, 2, 28), WITHOUT_TAX),
                        TaxedLine.entry(LocalDate.of(2026, 2, 28), SETTLED),
                        TaxedLine.entry(LocalDate.of(2026, 3, 1), TaxedLine.SALE),
                        TaxedLine.entry(LocalDate.of(2026, 4, 30), BY_HAND)));
    }

    @Test
    void each_term_tells_base_and_tax_by_code_and_compares_them_with_rate_and_accounts() {
        CollectingSink report = build(Reports.VAT_SPECIFICATION, LocalDate.of(2026, 1, 1), LocalDate.of(2026, 4, 30));

        assertEquals(
                List.of(
                        "2026-01-01 output 3  32000 8000 8001 1",
                        "2026-01-01 output 86  10000 2500 2500 0",
                        "2026-01-01 input 1  4000 1000 1000 0",
                        "2026-01-01 input 86  10000 2500 2500 0",
                        "2026-01-01 without_tax 5  700 0 0 0",
                        "2026-01-01 accounts  2700  8001 8001 0",
                        "2026-01-01 accounts  2704  2500 2500 0",
                        "2026-01-01 accounts  2710  1000 1000 0",
                        "2026-01-01 accounts  2714  2500 2500 0",
                        "2026-03-01 output 3  24000 6000 6000 0",
                        "2026-03-01 accounts  2700  6000 6055 55"),
                TaxedLine.told(report));
        assertEquals(
                List.of(
                        new Figure("Output-Tax", 16_501),
                        new Figure("Input-Tax", 3_500),
                        new Figure("Payable-Tax", 13_001)),
                report.figures());
    }

    @Test
    void a_period_that_cuts_a_term_holds_the_part_of_it() {
        CollectingSink report = build(Reports.VAT_SPECIFICATION, LocalDate.of(2026, 2, 1), LocalDate.of(2026, 2, 27));

        assertEquals(
                List.of(
                        "2026-02-01 output 3  8000 2000 2001 1",
                        "2026-02-01 input 1  4000 1000 1000 0",
                        "2026-02-01 accounts  2700  2001 2001 0",
                        "2026-02-01 accounts  2710  1000 1000 0"),
                TaxedLine.told(report));
    }

    @Test
    void three_hundred_years_cost_no_more_than_the_terms_that_have_something() {
        ReportQuery ever = ReportQuery.of(CLIENT, "nb")
                .with(Parameters.DATE_FROM, Period.EVER.first())
                .with(Parameters.DATE_TO, Period.EVER.last());
        List<String> asked = new ArrayList<>();

        CollectingSink report = BOOKS.read(CLIENT, stores -> {
            CollectingSink sink = new CollectingSink();
            Reports.VAT_SPECIFICATION.build(noting(stores.books(), asked), ever, sink);
            return sink;
        });

        assertEquals(11, report.rows().size());
        assertEquals(2, Collections.frequency(asked, "accounts"), asked::toString);
        assertEquals(1, Collections.frequency(asked, "taxes"), asked::toString);
        assertEquals(1, Collections.frequency(asked, "movedTogether"), asked::toString);
    }

    /** The same books, which note what they are asked. */
    private static Books noting(Books books, List<String> asked) {
        return (Books) Proxy.newProxyInstance(
                Books.class.getClassLoader(), new Class<?>[] {Books.class}, (proxy, method, arguments) -> {
                    asked.add(method.getName());
                    return method.invoke(books, arguments);
                });
    }

    @Test
    void the_journal_has_whole_entries_in_the_order_of_their_numbers() {
        ReportQuery query = ReportQuery.of(CLIENT, "nb").with(Parameters.PER_PAGE, 3L);
        List<String> lines = new ArrayList<>();
        for (long page = 1; page <= 4; page++) {
            CollectingSink report = build(Reports.JOURNAL, query.with(Parameters.PAGE, page));
            assertEquals(8, report.head().paging().orElseThrow().records());
            lines.addAll(report.rows().stream()
                    .map(row -> TaxedLine.cell(report, row, "number") + "/" + TaxedLine.cell(report, row, "line_id")
                            + " " + TaxedLine.cell(report, row, "line_account"))
                    .toList());
            assertEquals(report.figures().get(0).ore(), report.figures().get(1).ore());
        }

        assertEquals("1/1 1920, 1/2 3000, 1/3 2700, 2/1 1920", String.join(", ", lines.subList(0, 4)));
        assertEquals(23, lines.size());
        assertEquals(List.of("8/1 2700", "8/2 1920"), lines.subList(21, 23));
    }

    private static CollectingSink build(Report report, LocalDate from, LocalDate to) {
        return build(
                report,
                ReportQuery.of(CLIENT, "nb").with(Parameters.DATE_FROM, from).with(Parameters.DATE_TO, to));
    }

    private static CollectingSink build(Report report, ReportQuery query) {
        return BOOKS.read(CLIENT, stores -> {
            CollectingSink sink = new CollectingSink();
            report.build(stores.books(), query, sink);
            return sink;
        });
    }
}
