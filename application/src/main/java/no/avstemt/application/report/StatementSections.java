package no.avstemt.application.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.BinaryOperator;
import java.util.function.Supplier;
import no.avstemt.domain.chart.Grouping.Level;
import no.avstemt.domain.report.Row;
import no.avstemt.domain.report.Section;
import no.avstemt.domain.report.TableSink;

/**
 * Puts rows that come by account code under levels of the statements. A section is opened by its first shown row; its sum
 * covers all its rows, shown or not.
 *
 * @param <S> what is summed up
 */
final class StatementSections<S> {

    private final TableSink sink;
    private final S zero;
    private final BinaryOperator<S> plus;
    private final BiFunction<Level, S, Row> sumRow;
    private final List<Part> parts = new ArrayList<>();
    private S total;

    StatementSections(TableSink sink, S zero, BinaryOperator<S> plus, BiFunction<Level, S, Row> sumRow) {
        this.sink = sink;
        this.zero = zero;
        this.plus = plus;
        this.sumRow = sumRow;
        this.total = zero;
    }

    /** A section that rows have been added to; in the report once one of them was shown. */
    private final class Part {
        private final Level level;
        private S sums = zero;
        private boolean open;

        Part(Level level) {
            this.level = level;
        }
    }

    /** @param levels that the row stands under, from the outermost */
    void add(List<Level> levels, S sums, boolean shown, Supplier<Row> row) {
        enter(levels);
        total = plus.apply(total, sums);
        for (int depth = 1; depth <= parts.size(); depth++) {
            Part part = parts.get(depth - 1);
            part.sums = plus.apply(part.sums, sums);
            if (shown && !part.open) {
                part.open = true;
                sink.open(Section.named(depth, part.level.code(), part.level.nameKey()));
            }
        }
        if (shown) {
            sink.row(row.get());
        }
    }

    /**
     * Closes what is open.
     *
     * @return the sum of everything so far
     */
    S finish() {
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
                sink.close(sumRow.apply(part.level, part.sums));
            }
        }
    }
}
