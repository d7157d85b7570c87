package no.avstemt.application.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import no.avstemt.application.report.LineColumns.Shown;
import no.avstemt.domain.chart.Account;
import no.avstemt.domain.report.Cell;
import no.avstemt.domain.report.Column;
import no.avstemt.domain.report.Column.Kind;
import no.avstemt.domain.report.Row;

/**
 * The columns of a journal: for programs those of every report over lines; on paper a line begins with its entry, and has
 * its voucher and account instead of a balance.
 */
final class JournalColumns {

    private static final int ENTRY = place("entry");

    /** Where those are that it has of other reports. */
    private static final List<Integer> SHARED = IntStream.range(0, LineColumns.COLUMNS.size())
            .filter(at -> at != ENTRY && at != place("balance"))
            .boxed()
            .toList();

    static final List<Column> COLUMNS = columns();

    private JournalColumns() {}

    private static int place(String key) {
        return LineColumns.COLUMNS.stream().map(Column::key).toList().indexOf(key);
    }

    private static List<Column> columns() {
        List<Column> columns = new ArrayList<>(List.of(
                LineColumns.COLUMNS.get(ENTRY),
                Column.document("voucher", Kind.CODE),
                Column.document("account", Kind.TEXT)));
        SHARED.forEach(at -> columns.add(LineColumns.COLUMNS.get(at)));
        return List.copyOf(columns);
    }

    static Row row(LedgerLine line, Account account, String language) {
        String code = account.code().digits();
        Row row = LineColumns.row(new Shown(line, code, 0));
        List<Cell> cells = new ArrayList<>(List.of(
                row.cells().get(ENTRY),
                Cell.of(line.entry().voucherId(), voucher -> Cell.text(Long.toString(voucher))),
                Cell.text(code + " " + account.name(language))));
        SHARED.forEach(at -> cells.add(row.cells().get(at)));
        return new Row(cells, row.target());
    }
}
