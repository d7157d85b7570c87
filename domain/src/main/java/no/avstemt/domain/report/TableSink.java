package no.avstemt.domain.report;

import java.util.List;

/**
 * Takes a report as it is built: head, columns, then sections and rows, then figures and end. Whoever writes a format is
 * one. A section's sum and the total have the same cells as a row.
 */
public interface TableSink {

    /** What the sum of everything is called where a report has no better name for it. */
    Cell ALL = new Cell.Term("report.total");

    /** Whether whoever reads it sees sections; else rows may come in an order that cuts across them. */
    boolean showsSections();

    void head(ReportHead head);

    void columns(List<Column> columns);

    void open(Section section);

    void row(Row row);

    /** Ends the innermost open section with its sum. */
    void close(Row sum);

    default void total(Row total) {
        total(ALL, total);
    }

    /** A sum under a name of its own, of this and that above it. */
    void total(Cell name, Row total);

    void figure(Figure figure);

    void end();
}
