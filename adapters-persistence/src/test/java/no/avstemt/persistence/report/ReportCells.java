package no.avstemt.persistence.report;

import java.util.ArrayList;
import java.util.List;
import no.avstemt.domain.report.Cell;
import no.avstemt.domain.report.CollectingSink;
import no.avstemt.domain.report.Column;
import no.avstemt.domain.report.Row;

/** Reads what stands in a report, by the keys of its columns and the names of its figures. */
final class ReportCells {

    private ReportCells() {}

    static List<String> balances(CollectingSink report, String column) {
        return report.rows().stream()
                .filter(row -> amount(report, row, column) != 0)
                .map(row -> text(report, row, "account_code") + " " + amount(report, row, column))
                .toList();
    }

    static List<String> moved(List<String> rows) {
        return rows.stream()
                .filter(row -> row.matches(".*[1-9].*\\[.*[1-9].*\\]"))
                .toList();
    }

    static List<String> movements(CollectingSink report, String columns) {
        return report.rows().stream()
                .map(row -> {
                    List<Long> months = new ArrayList<>();
                    for (int month = 1; month <= 12; month++) {
                        months.add(amount(report, row, columns + month));
                    }
                    return text(report, row, "account_code") + " " + about(report, row) + " " + months;
                })
                .toList();
    }

    static String about(CollectingSink report, Row row) {
        boolean grouped =
                report.columns().stream().anyMatch(column -> column.key().equals("relation_id"));
        return grouped && cell(report, row, "relation_id") instanceof Cell.Count id
                ? text(report, row, "relation_type") + ":" + id.number()
                : "-";
    }

    static long figure(CollectingSink report, String name) {
        return report.figures().stream()
                .filter(figure -> figure.name().equals(name))
                .findFirst()
                .orElseThrow()
                .ore();
    }

    static String text(CollectingSink report, Row row, String column) {
        return ((Cell.Text) cell(report, row, column)).text();
    }

    static long amount(CollectingSink report, Row row, String column) {
        return ((Cell.Amount) cell(report, row, column)).ore();
    }

    static Cell cell(CollectingSink report, Row row, String column) {
        return row.cells()
                .get(report.columns().stream().map(Column::key).toList().indexOf(column));
    }
}
