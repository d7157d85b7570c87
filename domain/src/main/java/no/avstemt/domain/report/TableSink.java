package no.avstemt.domain.report;

import java.util.List;

/**
 * Takes a report as it is built: head, columns, then sections and rows, then figures and end. Whoever writes a format is
 * one. A section's sum and the total have the same cells as a row.
 */
public interface TableSink {

    void head(ReportHead head);

    void columns(List<Column> columns);

    void open(Section section);

    void row(Row row);

    /** Ends the innermost open section with its sum. */
    void close(Row sum);

    void total(Row total);

    void figure(Figure figure);

    void end();
}
