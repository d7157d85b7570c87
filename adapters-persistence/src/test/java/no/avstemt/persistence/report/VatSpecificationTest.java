package no.avstemt.persistence.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import no.avstemt.application.report.Parameters;
import no.avstemt.application.report.Report;
import no.avstemt.application.report.ReportQuery;
import no.avstemt.application.report.Reports;
import no.avstemt.domain.chart.AccountCode;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.dimension.DimensionSet;
import no.avstemt.domain.journal.JournalEntry;
import no.avstemt.domain.journal.JournalLine;
import no.avstemt.domain.journal.Voucher;
import no.avstemt.domain.report.Cell;
import no.avstemt.domain.report.CollectingSink;
import no.avstemt.domain.report.Column;
import no.avstemt.domain.report.Figure;
import no.avstemt.domain.report.Row;
import no.avstemt.persistence.GivenBooks;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The specification of VAT, and the journal, over a few entries whose figures are known. */
class VatSpecificationTest {

    @AutoClose
    private static final GivenBooks BOOKS = new GivenBooks();

    private static final ClientAccountId CLIENT = BOOKS.client("Kaffebaren Nord AS");

    private static final List<Line> SALE =
            List.of(new Line("1920", 30_000), new Line("3000", -24_000, "3", -6_000), new Line("2700", -6_000));

    /** An øre more than the rate comes to. */
    private static final List<Line> ROUNDED =
            List.of(new Line("1920", 10_001), new Line("3000", -8_000, "3", -2_001), new Line("2700", -2_001));

    private static final List<Line> PURCHASE =
            List.of(new Line("6800", 4_000, "1", 1_000), new Line("2710", 1_000), new Line("1920", -5_000));

    private static final List<Line> FROM_ABROAD = List.of(
            new Line("6420", 10_000, "86", 2_500),
            new Line("2714", 2_500),
            new Line("2704", -2_500),
            new Line("1920", -10_000));

    private static final List<Line> WITHOUT_TAX = List.of(new Line("1920", 700), new Line("3100", -700, "5", 0));

    private static final List<Line> SETTLED =
            List.of(new Line("2700", 8_001), new Line("2710", -1_000), new Line("2740", -7_001));

    /** Booked on the account by hand: no line says that it is tax. */
    private static final List<Line> BY_HAND = List.of(new Line("2700", -55), new Line("1920", 55));

    private record Line(String account, long amount, String taxCode, long tax) {

        private Line(String account, long amount) {
            this(account, amount, "", 0);
        }

        private JournalLine no(int number) {
            JournalLine line =
                    JournalLine.inKroner(number, new AccountCode(account), amount, DimensionSet.NONE, "linje");
            return taxCode.isEmpty() ? line : line.withTax(taxCode, amount, tax);
        }
    }

    @BeforeAll
    static void post() {
        BOOKS.post(
                CLIENT,
                List.of(
                        entry(LocalDate.of(2026, 1, 14), SALE),
                        entry(LocalDate.of(2026, 2, 27), ROUNDED),
                        entry(LocalDate.of(2026, 2, 3), PURCHASE),
                        entry(LocalDate.of(2026, 2, 28), FROM_ABROAD),
                        entry(LocalDate.of(2026, 2, 28), WITHOUT_TAX),
                        entry(LocalDate.of(2026, 2, 28), SETTLED),
                        entry(LocalDate.of(2026, 3, 1), SALE),
                        entry(LocalDate.of(2026, 4, 30), BY_HAND)));
    }

    private static JournalEntry entry(LocalDate day, List<Line> lines) {
        List<JournalLine> numbered = new ArrayList<>();
        lines.forEach(line -> numbered.add(line.no(numbered.size() + 1)));
        Voucher voucher = new Voucher(Voucher.Kind.VIPPS_SETTLEMENT, "302321/funds/" + day + lines.hashCode());
        return new JournalEntry(day, "Bilag", voucher, "test", numbered, List.of());
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
                report.rows().stream().map(row -> text(report, row)).toList());
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
                report.rows().stream().map(row -> text(report, row)).toList());
    }

    @Test
    void the_journal_has_whole_entries_in_the_order_of_their_numbers() {
        ReportQuery query = ReportQuery.of(CLIENT, "nb").with(Parameters.PER_PAGE, 3L);
        List<String> lines = new ArrayList<>();
        for (long page = 1; page <= 4; page++) {
            CollectingSink report = build(Reports.JOURNAL, query.with(Parameters.PAGE, page));
            assertEquals(8, report.head().paging().orElseThrow().records());
            lines.addAll(report.rows().stream()
                    .map(row -> cell(report, row, "number") + "/" + cell(report, row, "line_id") + " "
                            + cell(report, row, "line_account"))
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

    private static String text(CollectingSink report, Row row) {
        return List.of(
                        "term_from",
                        "vat_group",
                        "vat_code",
                        "vat_account",
                        "vat_base",
                        "vat_computed",
                        "vat_booked",
                        "vat_difference")
                .stream()
                .map(column -> cell(report, row, column))
                .collect(Collectors.joining(" "));
    }

    private static String cell(CollectingSink report, Row row, String column) {
        Cell cell = row.cells()
                .get(report.columns().stream().map(Column::key).toList().indexOf(column));
        if (cell instanceof Cell.Day day) {
            return day.day().toString();
        } else if (cell instanceof Cell.Amount amount) {
            return Long.toString(amount.ore());
        } else if (cell instanceof Cell.Count count) {
            return Long.toString(count.number());
        }
        return cell instanceof Cell.Text text ? text.text() : "";
    }
}
