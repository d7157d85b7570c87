package no.avstemt.web.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import no.avstemt.application.access.Language;
import no.avstemt.domain.report.Cell;
import no.avstemt.domain.report.CollectingSink;
import no.avstemt.domain.report.CollectingSink.Heading;
import no.avstemt.domain.report.CollectingSink.Line;
import no.avstemt.domain.report.CollectingSink.Plain;
import no.avstemt.domain.report.CollectingSink.Sum;
import no.avstemt.domain.report.CollectingSink.Total;
import no.avstemt.domain.report.Column;
import no.avstemt.domain.report.Column.Kind;
import no.avstemt.web.report.FigureTable.Figure;
import no.avstemt.web.report.FigureTable.Head;
import no.avstemt.web.report.FigureTable.Rank;
import no.avstemt.web.report.FigureTable.Row;
import no.avstemt.web.text.Formats;
import no.avstemt.web.text.Texts;

/** A report as a table of finished texts. A column of words in which nothing stands is left out. */
final class Figures {

    private final CollectingSink report;
    private final Texts texts;
    private final Formats formats;
    private final List<Integer> shown;
    private final int words;

    private Figures(CollectingSink report, Language language) {
        this.report = report;
        this.texts = Texts.in(language);
        this.formats = Formats.in(language);
        this.shown = IntStream.range(0, report.columns().size())
                .filter(this::isShown)
                .boxed()
                .toList();
        this.words = (int) shown.stream()
                .takeWhile(at -> !isNumber(report.columns().get(at)))
                .count();
    }

    static FigureTable table(CollectingSink report, Language language) {
        return new Figures(report, language).table();
    }

    private FigureTable table() {
        return new FigureTable(
                texts.get("report." + report.head().report()),
                shown.stream()
                        .map(at -> report.columns().get(at))
                        .map(column -> new Head(texts.get("column." + column.key()), isNumber(column)))
                        .toList(),
                report.rows().isEmpty()
                        ? List.of()
                        : report.lines().stream().map(this::row).toList(),
                texts.get("report.none"));
    }

    private Row row(Line line) {
        if (line instanceof Heading heading) {
            String name = texts.get(heading.section().nameKey());
            return new Row(
                    Rank.GROUP,
                    heading.section().depth(),
                    List.of(Figure.text(name).over(shown.size())));
        }
        if (line instanceof Sum sum) {
            String name =
                    texts.get("report.sumOf", inSentence(texts.get(sum.section().nameKey())));
            return new Row(Rank.SUBTOTAL, sum.section().depth(), sum(name, sum.row()));
        }
        if (line instanceof Total total) {
            return new Row(Rank.TOTAL, 0, sum(texts.get("report.total"), total.row()));
        }
        return Row.line(figures(((Plain) line).row(), shown));
    }

    private static String inSentence(String heading) {
        return heading.substring(0, 1).toLowerCase(Locale.ROOT) + heading.substring(1);
    }

    private List<Figure> sum(String name, no.avstemt.domain.report.Row row) {
        List<Figure> figures = new ArrayList<>();
        figures.add(Figure.text(name).over(words));
        figures.addAll(figures(row, shown.subList(words, shown.size())));
        return figures;
    }

    private List<Figure> figures(no.avstemt.domain.report.Row row, List<Integer> columns) {
        return columns.stream()
                .map(at -> isNumber(report.columns().get(at))
                        ? Figure.number(text(row.cells().get(at)))
                        : Figure.text(text(row.cells().get(at))))
                .toList();
    }

    private String text(Cell cell) {
        if (cell instanceof Cell.Amount amount) {
            return formats.amount(amount.ore());
        } else if (cell instanceof Cell.Text text) {
            return text.text();
        } else if (cell instanceof Cell.Term term) {
            return texts.get(term.key());
        } else if (cell instanceof Cell.Count count) {
            return formats.count(count.number());
        } else if (cell instanceof Cell.Day day) {
            return formats.date(day.day());
        } else {
            return "";
        }
    }

    private boolean isShown(int at) {
        Column column = report.columns().get(at);
        Predicate<no.avstemt.domain.report.Row> says =
                row -> !row.cells().get(at).equals(Cell.BLANK);
        return column.inDocument()
                && (column.kind() != Kind.TEXT || report.rows().stream().anyMatch(says));
    }

    private static boolean isNumber(Column column) {
        return column.kind() == Kind.AMOUNT || column.kind() == Kind.COUNT;
    }
}
