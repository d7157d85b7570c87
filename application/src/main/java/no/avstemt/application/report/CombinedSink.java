package no.avstemt.application.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.report.Cell;
import no.avstemt.domain.report.Column;
import no.avstemt.domain.report.Column.Kind;
import no.avstemt.domain.report.Figure;
import no.avstemt.domain.report.ReportHead;
import no.avstemt.domain.report.Row;
import no.avstemt.domain.report.Section;
import no.avstemt.domain.report.TableSink;

/**
 * Makes one list of rows of the same report of several client accounts: each row says whose it is, and figures are those
 * of all together. For a format of rows alone; headings and their sums are left out.
 */
final class CombinedSink implements TableSink {

    private static final List<Column> WHOSE = List.of(
            Column.json("client_account_id", Kind.COUNT, "client_account_id"),
            Column.json("client_account_name", Kind.TEXT, "client_account_name"));

    private final TableSink sink;
    private final Map<String, Long> figures = new LinkedHashMap<>();
    private Optional<Long> draftsLeftOut = Optional.empty();
    private List<Cell> whose = List.of();
    private boolean begun;

    CombinedSink(TableSink sink) {
        this.sink = sink;
    }

    /** What comes next is of this client account. */
    void begin(ClientAccountId client, String name) {
        whose = List.of(Cell.count(client.value()), Cell.text(name));
    }

    void finish() {
        figures().forEach(sink::figure);
        sink.end();
    }

    List<Figure> figures() {
        return figures.entrySet().stream()
                .map(figure -> new Figure(figure.getKey(), figure.getValue()))
                .toList();
    }

    Optional<Long> draftsLeftOut() {
        return draftsLeftOut;
    }

    @Override
    public boolean showsSections() {
        return false;
    }

    @Override
    public void head(ReportHead head) {
        head.draftsLeftOut().ifPresent(drafts -> draftsLeftOut = Optional.of(draftsLeftOut.orElse(0L) + drafts));
        if (!begun) {
            sink.head(head);
            begun = true;
        }
    }

    /** Those of a report with whose each row is before them. */
    static List<Column> withWhose(List<Column> columns) {
        List<Column> all = new ArrayList<>(WHOSE);
        all.addAll(columns);
        return all;
    }

    @Override
    public void columns(List<Column> columns) {
        sink.columns(withWhose(columns));
    }

    @Override
    public void open(Section section) {}

    @Override
    public void row(Row row) {
        List<Cell> cells = new ArrayList<>(whose);
        cells.addAll(row.cells());
        sink.row(new Row(cells, row.target()));
    }

    @Override
    public void close(Row sum) {}

    @Override
    public void total(Cell name, Row total) {}

    @Override
    public void figure(Figure figure) {
        figures.merge(figure.name(), figure.ore(), Math::addExact);
    }

    @Override
    public void end() {}
}
