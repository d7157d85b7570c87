package no.avstemt.persistence.report;

import java.util.List;
import no.avstemt.domain.report.Cell;
import no.avstemt.domain.report.CollectingSink;
import no.avstemt.domain.report.Column;
import no.avstemt.domain.report.Row;

/** Rows of a report over lines in the words of {@link NaiveGeneralLedger.Line#shown()}. */
final class LineTexts {

    private LineTexts() {}

    static List<String> of(CollectingSink report) {
        List<String> columns = report.columns().stream().map(Column::key).toList();
        return report.rows().stream().map(row -> text(row, columns)).toList();
    }

    private static String text(Row row, List<String> columns) {
        boolean draft = cell(row, columns, "number").equals(Cell.BLANK);
        String entry = draft ? "draft " + count(row, columns, "journal_entry.id") : count(row, columns, "number") + "";
        return ((Cell.Text) cell(row, columns, "line_account")).text() + " "
                + ((Cell.Day) cell(row, columns, "posting_date")).day() + " " + entry + "/"
                + count(row, columns, "line_id") + " " + (draft ? "" : count(row, columns, "id") + " ")
                + (amount(row, columns, "debit") - amount(row, columns, "credit"));
    }

    static List<Long> amounts(CollectingSink report, String column) {
        List<String> columns = report.columns().stream().map(Column::key).toList();
        return report.rows().stream().map(row -> amount(row, columns, column)).toList();
    }

    private static long count(Row row, List<String> columns, String key) {
        return ((Cell.Count) cell(row, columns, key)).number();
    }

    private static long amount(Row row, List<String> columns, String key) {
        return ((Cell.Amount) cell(row, columns, key)).ore();
    }

    private static Cell cell(Row row, List<String> columns, String key) {
        return row.cells().get(columns.indexOf(key));
    }
}
