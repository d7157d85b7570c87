package no.avstemt.application.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;
import no.avstemt.application.report.Books.DimensionValue;
import no.avstemt.domain.chart.Account;
import no.avstemt.domain.chart.Grouping;
import no.avstemt.domain.report.Cell;
import no.avstemt.domain.report.Column;
import no.avstemt.domain.report.Column.Kind;
import no.avstemt.domain.report.Row;
import no.avstemt.domain.report.Target;

/**
 * The columns of a presented statement and how its rows fill them: place in the statement and account, then the
 * statement's own figures, then what the row is about where rows are told apart by that.
 *
 * @param figures each column with what it shows of the amounts of a row
 * @param byDimension whether an account has a row for each value of a dimension
 */
record StatementTable(List<Figures> figures, boolean byDimension) {

    private static final List<Column> PLACE = List.of(
            Column.json("level_1_code", Kind.CODE, "grouping.level_1_code"),
            Column.json("level_1_name", Kind.TEXT, "grouping.level_1_name"),
            Column.json("level_2_code", Kind.CODE, "grouping.level_2_code"),
            Column.json("level_2_name", Kind.TEXT, "grouping.level_2_name"),
            Column.json("level_3_code", Kind.CODE, "grouping.level_3_code"),
            Column.json("level_3_name", Kind.TEXT, "grouping.level_3_name"),
            Column.both("account_code", Kind.CODE, "account_code"),
            Column.both("account_name", Kind.TEXT, "account_name"));

    private static final Column RELATION = Column.document("relation", Kind.TEXT);

    private static final List<Column> VALUE = List.of(
            Column.json("relation_type", Kind.TEXT, "relation_type?"),
            Column.json("relation_id", Kind.COUNT, "relation_id?"),
            Column.json("relation_name", Kind.TEXT, "relation_name?"));

    StatementTable {
        figures = List.copyOf(figures);
    }

    record Figures(Column column, ToLongFunction<Amounts> ore) {}

    /**
     * One account, or what of it is about one value; amounts in ledger sign.
     *
     * @param isRest whether it is what of an account is about none of the values that others of its lines are about
     */
    record Line(Account account, Optional<DimensionValue> value, Amounts amounts, boolean isRest) {

        Line(Account account, Optional<DimensionValue> value, Amounts amounts) {
            this(account, value, amounts, false);
        }

        Grouping grouping() {
            return Grouping.of(account.code());
        }
    }

    List<Column> columns() {
        List<Column> columns = new ArrayList<>(PLACE);
        if (byDimension) {
            columns.add(RELATION);
        }
        figures.forEach(figure -> columns.add(figure.column()));
        if (byDimension) {
            columns.addAll(VALUE);
        }
        return columns;
    }

    /** In the sign that is natural where it stands. */
    Row row(Line line, String language) {
        Grouping grouping = line.grouping();
        List<Cell> cells = new ArrayList<>(List.of(
                Cell.text(grouping.one().code()),
                new Cell.Term(grouping.one().nameKey()),
                Cell.text(grouping.two().code()),
                new Cell.Term(grouping.two().nameKey()),
                Cell.text(grouping.three().code()),
                new Cell.Term(grouping.three().nameKey()),
                Cell.text(line.account().code().digits()),
                Cell.text(line.account().name(language))));
        Optional<DimensionValue> value = line.value();
        if (byDimension) {
            cells.add(Cell.of(value, about -> Cell.text(about.name())));
        }
        cells.addAll(amounts(line.amounts().signed(grouping.naturalSign())));
        if (byDimension) {
            cells.add(Cell.of(value, about -> Cell.text(about.type().apiName())));
            cells.add(Cell.of(value, about -> Cell.count(about.id())));
            cells.add(Cell.of(value, about -> Cell.text(about.name())));
        }
        return new Row(cells, target(line.account(), value, line.isRest()));
    }

    /** No filter has the rest of an account alone. */
    static Optional<Target> target(Account account, Optional<DimensionValue> value, boolean isRest) {
        return isRest
                ? Optional.empty()
                : Optional.of(new Target.OfAccount(account.code().digits(), value.map(DimensionValue::reference)));
    }

    /** @param amounts as they are shown */
    Row sum(Amounts amounts) {
        List<Cell> cells = new ArrayList<>(Collections.nCopies(PLACE.size() + (byDimension ? 1 : 0), Cell.BLANK));
        cells.addAll(amounts(amounts));
        cells.addAll(Collections.nCopies(byDimension ? VALUE.size() : 0, Cell.BLANK));
        return new Row(cells, Optional.empty());
    }

    private List<Cell> amounts(Amounts amounts) {
        return figures.stream()
                .map(figure -> Cell.amount(figure.ore().applyAsLong(amounts)))
                .toList();
    }
}
