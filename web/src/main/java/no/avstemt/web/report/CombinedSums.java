package no.avstemt.web.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.avstemt.application.access.Language;
import no.avstemt.application.report.CombinedReport;
import no.avstemt.application.report.CombinedReport.Part;
import no.avstemt.domain.report.Figure;
import no.avstemt.domain.report.PageCount;
import no.avstemt.domain.report.Paging;
import no.avstemt.web.report.FigureTable.Head;
import no.avstemt.web.report.FigureTable.Rank;
import no.avstemt.web.report.FigureTable.Row;
import no.avstemt.web.text.Formats;
import no.avstemt.web.text.Texts;

/** A row for each client account with the figures of its report, and what all come to; none where there are no figures. */
record CombinedSums<S>(CombinedReport<S> report, Function<Part<S>, String> links, Texts texts, Formats formats) {

    /** @param links to the report of a client account alone; empty for none */
    static <S> FigureTable table(CombinedReport<S> report, Function<Part<S>, String> links, Language language) {
        return new CombinedSums<>(report, links, Texts.in(language), Formats.in(language)).table();
    }

    private FigureTable table() {
        List<String> names = report.figures().stream().map(Figure::name).toList();
        List<Row> rows = new ArrayList<>();
        if (!names.isEmpty() || report.pages().isPresent()) {
            report.parts()
                    .forEach(part -> rows.add(Row.line(cells(
                            FigureTable.Figure.text(part.head().clientName()).linkedTo(links.apply(part)),
                            part.head().paging().map(Paging::records),
                            part.figures(),
                            names))));
            rows.add(new Row(
                    Rank.TOTAL,
                    0,
                    cells(
                            FigureTable.Figure.text(texts.get("combined.total")),
                            report.pages().map(PageCount::records),
                            report.figures(),
                            names)));
        }
        return new FigureTable(texts.get("combined.sums"), heads(names), rows, "");
    }

    private List<Head> heads(List<String> names) {
        List<Head> heads = new ArrayList<>();
        heads.add(new Head(texts.get("front.client"), false));
        report.pages().ifPresent(count -> heads.add(new Head(texts.get("combined.records"), true)));
        names.forEach(name -> heads.add(new Head(texts.get("figure." + name), true)));
        return heads;
    }

    private List<FigureTable.Figure> cells(
            FigureTable.Figure name, Optional<Long> records, List<Figure> figures, List<String> names) {
        Map<String, Long> amounts = figures.stream().collect(Collectors.toMap(Figure::name, Figure::ore));
        Stream<String> numbers = Stream.concat(
                records.map(formats::count).stream(),
                names.stream()
                        .map(figure -> Optional.ofNullable(amounts.get(figure))
                                .map(formats::amount)
                                .orElse("")));
        return Stream.concat(Stream.of(name), numbers.map(FigureTable.Figure::number))
                .toList();
    }
}
