package no.avstemt.web.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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
import no.avstemt.domain.report.Section;
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
    private final Links links;
    private final List<Integer> shown;
    private final int words;

    private Figures(CollectingSink report, Language language, Links links) {
        this.report = report;
        this.links = links;
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

    static FigureTable table(CollectingSink report, Language language, Links links) {
        return new Figures(report, language, links).table();
    }

    private FigureTable table() {
        return new FigureTable(
                texts.get("report." + report.head().report()),
                shown.stream()
                        .map(at -> report.columns().get(at))
                        .map(column -> new Head(texts.get("column." + column.key()), isNumber(column)))
                        .toList(),
                report.lines().stream().allMatch(Total.class::isInstance)
                        ? List.of()
                        : report.lines().stream().flatMap(this::rows).toList(),
                texts.get(whenEmpty()));
    }

    private String whenEmpty() {
        String own = "report.none." + report.head().report();
        return isPastTheEnd() ? "report.pastTheEnd" : texts.has(own) ? own : "report.none";
    }

    private boolean isPastTheEnd() {
        return report.head()
                .paging()
                .filter(paging -> paging.records() > 0 && paging.before() == paging.records())
                .isPresent();
    }

    private Stream<Row> rows(Line line) {
        return line instanceof Heading heading
                ? Stream.concat(Stream.of(heading(heading.section())), opening(heading.section()).stream())
                : Stream.of(row(line));
    }

    private Row heading(Section section) {
        return new Row(
                Rank.GROUP,
                section.depth(),
                List.of(Figure.text(text(section.name())).over(shown.size())));
    }

    private Optional<Row> opening(Section section) {
        String key = section.extent().continued() ? "report.fromLastPage" : "report.opening";
        return section.opening().map(row -> new Row(Rank.CARRIED, 0, sum(texts.get(key), row)));
    }

    private Row row(Line line) {
        if (line instanceof Sum sum) {
            Section section = sum.section();
            return section.extent().continues()
                    ? new Row(Rank.CARRIED, 0, sum(texts.get("report.toNextPage"), sum.row()))
                    : new Row(
                            Rank.SUBTOTAL,
                            section.depth(),
                            sum(texts.get("report.sumOf", inSentence(section.name())), sum.row()));
        }
        if (line instanceof Total total) {
            boolean last = line == report.lines().get(report.lines().size() - 1);
            return new Row(last ? Rank.TOTAL : Rank.RESULT, 0, sum(text(total.name()), total.row()));
        }
        return Row.line(figures(((Plain) line).row(), shown));
    }

    /** Our own words go on in small letters, but for those that are written in large ones; names are as they are. */
    private String inSentence(Cell heading) {
        String text = text(heading);
        boolean begins =
                text.length() > 1 && Character.isUpperCase(text.charAt(0)) && !Character.isUpperCase(text.charAt(1));
        return heading instanceof Cell.Term && begins
                ? text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1)
                : text;
    }

    private List<Figure> sum(String name, no.avstemt.domain.report.Row row) {
        List<Figure> figures = new ArrayList<>();
        figures.add(Figure.text(name).over(words));
        figures.addAll(figures(row, shown.subList(words, shown.size())));
        return figures;
    }

    private List<Figure> figures(no.avstemt.domain.report.Row row, List<Integer> columns) {
        return columns.stream()
                .map(at -> figure(row, at).linkedTo(link(row, at)))
                .toList();
    }

    private Figure figure(no.avstemt.domain.report.Row row, int at) {
        Cell cell = row.cells().get(at);
        String text = report.columns().get(at).kind() == Kind.STATED && cell instanceof Cell.Amount amount
                ? formats.statementAmount(amount.ore())
                : text(cell);
        return isNumber(report.columns().get(at)) ? Figure.number(text) : Figure.text(text);
    }

    private String link(no.avstemt.domain.report.Row row, int at) {
        return row.cells().get(at).equals(Cell.BLANK)
                ? ""
                : links.of(row, report.columns().get(at));
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
        } else if (cell instanceof Cell.Rate rate) {
            return formats.rate(rate.basisPoints());
        } else if (cell instanceof Cell.Days days) {
            return texts.get(
                    days.key(),
                    formats.date(days.period().first()),
                    formats.date(days.period().last()));
        } else if (cell instanceof Cell.Values values) {
            return values.values().stream().map(Cell.Value::name).collect(Collectors.joining(", "));
        } else if (cell instanceof Cell.Facts facts) {
            return new FactWords(texts, formats).text(facts);
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
        return switch (column.kind()) {
            case AMOUNT, STATED, COUNT, FACTOR -> true;
            default -> false;
        };
    }
}
