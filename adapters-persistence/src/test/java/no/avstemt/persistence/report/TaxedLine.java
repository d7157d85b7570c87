package no.avstemt.persistence.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import no.avstemt.domain.chart.AccountCode;
import no.avstemt.domain.dimension.DimensionSet;
import no.avstemt.domain.journal.JournalEntry;
import no.avstemt.domain.journal.JournalLine;
import no.avstemt.domain.journal.Voucher;
import no.avstemt.domain.report.Cell;
import no.avstemt.domain.report.CollectingSink;
import no.avstemt.domain.report.Row;

/** A line that may tell of VAT, and what a specification of VAT then says. */
record TaxedLine(String account, long amount, String taxCode, long tax) {

    static final List<TaxedLine> SALE = List.of(
            new TaxedLine("1920", 30_000), new TaxedLine("3000", -24_000, "3", -6_000), new TaxedLine("2700", -6_000));

    private static final List<String> COLUMNS = List.of(
            "term_from",
            "vat_group",
            "vat_code",
            "vat_account",
            "vat_base",
            "vat_computed",
            "vat_booked",
            "vat_difference");

    TaxedLine(String account, long amount) {
        this(account, amount, "", 0);
    }

    private JournalLine no(int number) {
        JournalLine line = JournalLine.inKroner(number, new AccountCode(account), amount, DimensionSet.NONE, "linje");
        return taxCode.isEmpty() ? line : line.withTax(taxCode, amount, tax);
    }

    static JournalEntry entry(LocalDate day, List<TaxedLine> lines) {
        List<JournalLine> numbered = new ArrayList<>();
        lines.forEach(line -> numbered.add(line.no(numbered.size() + 1)));
        Voucher voucher = new Voucher(Voucher.Kind.VIPPS_SETTLEMENT, "302321/funds/" + day + lines.hashCode());
        return new JournalEntry(day, "Bilag", voucher, "test", numbered, List.of());
    }

    /** Each row of the report, as text. */
    static List<String> told(CollectingSink report) {
        return report.rows().stream()
                .map(row -> COLUMNS.stream()
                        .map(column -> cell(report, row, column))
                        .collect(Collectors.joining(" ")))
                .toList();
    }

    static String cell(CollectingSink report, Row row, String column) {
        Cell cell = ReportCells.cell(report, row, column);
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
