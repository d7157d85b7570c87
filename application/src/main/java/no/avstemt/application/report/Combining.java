package no.avstemt.application.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import no.avstemt.application.report.CombinedReport.Part;
import no.avstemt.domain.report.PageCount;
import no.avstemt.domain.report.Paging;
import no.avstemt.domain.report.TableSink;

/**
 * Builds the same report of one client account after the other. Of one that comes in pages each client account has its own,
 * so that a page costs what it costs there: the others are only counted.
 */
final class Combining<S extends TableSink> {

    private final Report report;
    private final Books books;
    private final Function<ReportQuery, Optional<S>> sinks;
    private final List<Part<S>> parts = new ArrayList<>();
    private long records;
    private long pages;

    Combining(Report report, Books books, Function<ReportQuery, Optional<S>> sinks) {
        this.report = report;
        this.books = books;
        this.sinks = sinks;
    }

    /** @param queries that differ in the client account alone */
    CombinedReport<S> of(List<ReportQuery> queries) {
        if (!report.parameters().contains(Parameters.PAGE)) {
            queries.forEach(query -> parts.add(build(query)));
            return new CombinedReport<>(parts, Optional.empty());
        }
        queries.forEach(this::addPaged);
        long perPage = queries.get(0).get(Parameters.PER_PAGE);
        long page = queries.get(0).get(Parameters.PAGE);
        return new CombinedReport<>(parts, Optional.of(new PageCount(records, perPage, page, pages)));
    }

    /** The asked page is among its own, is after them, or has been already. */
    private void addPaged(ReportQuery query) {
        long ownPage = query.get(Parameters.PAGE) - pages;
        Part<S> part = build(query.with(Parameters.PAGE, ownPage > 0 ? ownPage : Parameters.LAST_PAGE));
        Paging paging = part.head().paging().orElseThrow();
        records += paging.records();
        pages += paging.pages();
        parts.add(
                paging.holdsRows()
                        ? part
                        : new Part<>(query.with(Parameters.PAGE, 1L), part.head(), part.figures(), Optional.empty()));
    }

    private Part<S> build(ReportQuery query) {
        Optional<S> rows = sinks.apply(query);
        KeepingFigures kept =
                new KeepingFigures(rows.<TableSink>map(sink -> sink).orElseGet(NoRows::new));
        report.build(books, query, kept);
        return new Part<>(query, kept.head(), kept.figures(), rows);
    }
}
