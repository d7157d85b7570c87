package no.avstemt.web.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import no.avstemt.application.report.Parameter;
import no.avstemt.application.report.Parameters;
import no.avstemt.application.report.Report;
import no.avstemt.application.report.ReportQuery;
import no.avstemt.web.http.Route;
import no.avstemt.web.report.Selection.Option;
import no.avstemt.web.report.Selection.Part;
import no.avstemt.web.text.Texts;

/** The sentence over a report's page: its dates and choices as fields, and what else was asked for carried along. */
final class ReportSelection {

    private static final Set<String> IN_SENTENCE = Set.of(
            Parameters.DATE_FROM.name(),
            Parameters.DATE_TO.name(),
            Parameters.INCLUDE_ZERO_MOVEMENT.name(),
            Parameters.INCLUDE_DIMENSIONS.name(),
            Parameters.FREE_TEXT.name());

    private ReportSelection() {}

    static Selection of(Report report, ReportQuery query, Texts texts) {
        List<Part> parts = new ArrayList<>();
        parts.add(Part.hidden(Route.CLIENT, query.client().toString()));
        parts.add(Part.words(texts.get("selection.from")));
        parts.add(date(Parameters.DATE_FROM, query, texts));
        parts.add(Part.words(texts.get("selection.to")));
        parts.add(date(Parameters.DATE_TO, query, texts));
        parts.add(Part.words(texts.get("selection.with")));
        parts.add(choice(Parameters.INCLUDE_ZERO_MOVEMENT, query, texts));
        parts.add(Part.words(texts.get("selection.and")));
        parts.add(choice(Parameters.INCLUDE_DIMENSIONS, query, texts));
        parts.add(Part.text(
                Parameters.FREE_TEXT.name(),
                texts.get("filter.free_text"),
                query.get(Parameters.FREE_TEXT).orElse("")));
        carriedAlong(query).forEach(parts::add);
        return new Selection("/" + report.id(), parts);
    }

    private static Part date(Parameter<?> parameter, ReportQuery query, Texts texts) {
        return Part.date(
                parameter.name(),
                texts.get("filter." + parameter.name()),
                query.get(parameter).toString());
    }

    private static Part choice(Parameter<Boolean> parameter, ReportQuery query, Texts texts) {
        boolean chosen = query.get(parameter);
        String key = "filter." + parameter.name();
        return Part.choice(
                parameter.name(),
                texts.get(key),
                List.of(
                        new Option("true", texts.get(key + ".true"), chosen),
                        new Option("false", texts.get(key + ".false"), !chosen)));
    }

    private static Stream<Part> carriedAlong(ReportQuery query) {
        return query.given().entrySet().stream()
                .filter(entry -> !IN_SENTENCE.contains(entry.getKey()))
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> Part.hidden(entry.getKey(), entry.getValue()));
    }
}
