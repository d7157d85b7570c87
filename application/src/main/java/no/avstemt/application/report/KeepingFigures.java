package no.avstemt.application.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.avstemt.domain.report.Cell;
import no.avstemt.domain.report.Column;
import no.avstemt.domain.report.Figure;
import no.avstemt.domain.report.ReportHead;
import no.avstemt.domain.report.Row;
import no.avstemt.domain.report.Section;
import no.avstemt.domain.report.TableSink;

/** Hands everything on, and remembers what is told of the whole report. */
final class KeepingFigures implements TableSink {

    private final TableSink sink;
    private final List<Figure> figures = new ArrayList<>();
    private Optional<ReportHead> head = Optional.empty();

    KeepingFigures(TableSink sink) {
        this.sink = sink;
    }

    List<Figure> figures() {
        return List.copyOf(figures);
    }

    /** @throws java.util.NoSuchElementException before the report has begun */
    ReportHead head() {
        return head.orElseThrow();
    }

    @Override
    public boolean showsSections() {
        return sink.showsSections();
    }

    @Override
    public void head(ReportHead reportHead) {
        head = Optional.of(reportHead);
        sink.head(reportHead);
    }

    @Override
    public void columns(List<Column> columns) {
        sink.columns(columns);
    }

    @Override
    public void open(Section section) {
        sink.open(section);
    }

    @Override
    public void row(Row row) {
        sink.row(row);
    }

    @Override
    public void close(Row sum) {
        sink.close(sum);
    }

    @Override
    public void total(Cell name, Row total) {
        sink.total(name, total);
    }

    @Override
    public void figure(Figure figure) {
        figures.add(figure);
        sink.figure(figure);
    }

    @Override
    public void end() {
        sink.end();
    }
}
