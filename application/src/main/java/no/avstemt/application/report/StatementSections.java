package no.avstemt.application.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import no.avstemt.domain.chart.AccountCode;
import no.avstemt.domain.chart.Grouping;
import no.avstemt.domain.chart.Grouping.Level;
import no.avstemt.domain.report.Row;
import no.avstemt.domain.report.Section;
import no.avstemt.domain.report.TableSink;

/**
 * Puts rows that come by account code under the two outer levels of the statements. A section is opened by its first
 * shown row; its sum covers all its rows, shown or not.
 */
final class StatementSections {

    private final TableSink sink;
    private final Function<Sums, Row> sumRow;
    private final List<Part> parts = new ArrayList<>();
    private Sums total = Sums.ZERO;

    StatementSections(TableSink sink, Function<Sums, Row> sumRow) {
        this.sink = sink;
        this.sumRow = sumRow;
    }

    /** A section that rows have been added to; in the report once one of them was shown. */
    private static final class Part {
        private final Level level;
        private Sums sums = Sums.ZERO;
        private boolean open;

        Part(Level level) {
            this.level = level;
        }
    }

    void add(AccountCode account, Sums sums, boolean shown, Supplier<Row> row) {
        Grouping grouping = Grouping.of(account);
        enter(List.of(grouping.one(), grouping.two()));
        total = total.plus(sums);
        for (Part part : parts) {
            part.sums = part.sums.plus(sums);
            if (shown && !part.open) {
                part.open = true;
                sink.open(Section.named(part.level.depth(), part.level.code(), part.level.nameKey()));
            }
        }
        if (shown) {
            sink.row(row.get());
        }
    }

    /** @return the sum of everything */
    Sums finish() {
        leave(0);
        return total;
    }

    private void enter(List<Level> levels) {
        int same = 0;
        while (same < parts.size() && parts.get(same).level.equals(levels.get(same))) {
            same++;
        }
        leave(same);
        levels.subList(same, levels.size()).forEach(level -> parts.add(new Part(level)));
    }

    private void leave(int kept) {
        while (parts.size() > kept) {
            Part part = parts.remove(parts.size() - 1);
            if (part.open) {
                sink.close(sumRow.apply(part.sums));
            }
        }
    }
}
