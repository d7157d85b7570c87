package no.avstemt.domain.report;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Keeps a report in memory, for pages and tests, and holds whoever builds it to the order of {@link TableSink} and to what
 * its columns promise.
 */
public final class CollectingSink implements TableSink {

    private Optional<ReportHead> head = Optional.empty();
    private List<Column> columns = List.of();
    private final List<Line> lines = new ArrayList<>();
    private final List<Figure> figures = new ArrayList<>();
    private final Deque<Section> open = new ArrayDeque<>();
    private final boolean sections;
    private boolean ended;

    public CollectingSink() {
        this(true);
    }

    /** @param sections whether they are shown where it is kept for */
    public CollectingSink(boolean sections) {
        this.sections = sections;
    }

    /** One line of the report as it is shown. */
    public sealed interface Line permits Heading, Plain, Sum, Total {}

    public record Heading(Section section) implements Line {}

    public record Plain(Row row) implements Line {}

    public record Sum(Section section, Row row) implements Line {}

    public record Total(Cell name, Row row) implements Line {}

    @Override
    public boolean showsSections() {
        return sections;
    }

    @Override
    public void head(ReportHead reportHead) {
        head = Optional.of(reportHead);
    }

    @Override
    public void columns(List<Column> reportColumns) {
        columns = List.copyOf(reportColumns);
    }

    @Override
    public void open(Section section) {
        if (section.depth() != open.size() + 1) {
            throw new IllegalStateException("Section " + section + " cannot stand inside " + open);
        }
        open.push(section);
        lines.add(new Heading(section));
    }

    @Override
    public void row(Row row) {
        checked(row);
        for (int at = 0; at < columns.size(); at++) {
            if (!columns.get(at).takes(row.cells().get(at))) {
                throw new IllegalStateException(row.cells().get(at) + " cannot stand in " + columns.get(at));
            }
        }
        lines.add(new Plain(row));
    }

    @Override
    public void close(Row sum) {
        lines.add(new Sum(open.pop(), checked(sum)));
    }

    @Override
    public void total(Cell name, Row total) {
        lines.add(new Total(name, checked(total)));
    }

    @Override
    public void figure(Figure figure) {
        figures.add(figure);
    }

    @Override
    public void end() {
        if (!open.isEmpty() || ended) {
            throw new IllegalStateException("A report ends once, with its sections closed: " + open);
        }
        ended = true;
    }

    private Row checked(Row row) {
        if (ended || row.cells().size() != columns.size()) {
            throw new IllegalStateException(
                    "A row of " + row.cells().size() + " cells in a report of " + columns.size() + " columns");
        }
        return row;
    }

    /** @throws IllegalStateException before the head has come */
    public ReportHead head() {
        return head.orElseThrow(() -> new IllegalStateException("The report has no head yet"));
    }

    public List<Column> columns() {
        return columns;
    }

    public List<Line> lines() {
        return List.copyOf(lines);
    }

    /** The rows alone, as JSON has them. */
    public List<Row> rows() {
        return lines.stream()
                .filter(Plain.class::isInstance)
                .map(line -> ((Plain) line).row())
                .toList();
    }

    public List<Figure> figures() {
        return List.copyOf(figures);
    }
}
