package no.avstemt.application.report;

import java.util.List;
import no.avstemt.domain.report.Cell;
import no.avstemt.domain.report.Column;
import no.avstemt.domain.report.Figure;
import no.avstemt.domain.report.ReportHead;
import no.avstemt.domain.report.Row;
import no.avstemt.domain.report.Section;
import no.avstemt.domain.report.TableSink;

/** For who asks for the figures of a report alone. */
final class NoRows implements TableSink {

    @Override
    public boolean showsSections() {
        return false;
    }

    @Override
    public void head(ReportHead head) {}

    @Override
    public void columns(List<Column> columns) {}

    @Override
    public void open(Section section) {}

    @Override
    public void row(Row row) {}

    @Override
    public void close(Row sum) {}

    @Override
    public void total(Cell name, Row total) {}

    @Override
    public void figure(Figure figure) {}

    @Override
    public void end() {}
}
