package no.avstemt.application.report;

import java.util.List;
import no.avstemt.application.report.StatementTable.Line;
import no.avstemt.domain.chart.Grouping;
import no.avstemt.domain.report.Cell;
import no.avstemt.domain.report.Figure;
import no.avstemt.domain.report.TableSink;

/**
 * Income and costs under their headings, and after operation, financing and tax what they come to: a profit is positive.
 */
final class IncomeSections {

    private static final String OPERATION = "3000";
    private static final String FINANCING = "8000";
    private static final String TAX = "8300";

    private final StatementTable table;
    private final String language;
    private final TableSink sink;
    private final int width;
    private final StatementSections<Amounts> sections;

    /** @param width how many amounts a line has */
    IncomeSections(StatementTable table, String language, TableSink sink, int width) {
        this.table = table;
        this.language = language;
        this.sink = sink;
        this.width = width;
        this.sections = new StatementSections<>(
                sink, Amounts.zeros(width), Amounts::plus, (level, sum) -> table.sum(sum.signed(level.naturalSign())));
    }

    /** @param wholeYear whether the result is that of a fiscal year */
    void show(IncomeLines lines, boolean wholeYear) {
        long operating = total("statement.operating-result", add(lines, OPERATION));
        Amounts beforeTax = add(lines, FINANCING);
        Amounts financing = sum(lines, FINANCING);
        if (!financing.isZero()) {
            total("statement.net-financing", financing);
        }
        long resultBeforeTax = total("statement.result-before-tax", beforeTax);
        long result = total(wholeYear ? "statement.result-of-year" : "statement.result", add(lines, TAX));
        sink.figure(new Figure("Operating-Result", operating));
        sink.figure(new Figure("Result-Before-Tax", resultBeforeTax));
        sink.figure(new Figure("Result", result));
    }

    /** @return everything so far, in ledger sign */
    private Amounts add(IncomeLines lines, String levelOne) {
        for (Line line : lines.lines()) {
            Grouping grouping = line.grouping();
            if (grouping.one().code().equals(levelOne)) {
                sections.add(
                        List.of(grouping.two(), grouping.three()),
                        line.amounts(),
                        true,
                        () -> table.row(line, language));
            }
        }
        return sections.finish();
    }

    private Amounts sum(IncomeLines lines, String levelOne) {
        return lines.lines().stream()
                .filter(line -> line.grouping().one().code().equals(levelOne))
                .map(Line::amounts)
                .reduce(Amounts.zeros(width), Amounts::plus);
    }

    /** @return the result of the period itself */
    private long total(String nameKey, Amounts ledger) {
        Amounts result = ledger.signed(-1);
        sink.total(new Cell.Term(nameKey), table.sum(result));
        return result.sum(0, IncomeLines.MONTHS);
    }
}
