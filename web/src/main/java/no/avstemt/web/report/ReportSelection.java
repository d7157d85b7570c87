package no.avstemt.web.report;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import no.avstemt.application.audit.AuditAction;
import no.avstemt.application.report.Parameter;
import no.avstemt.application.report.Parameters;
import no.avstemt.application.report.Report;
import no.avstemt.application.report.ReportQuery;
import no.avstemt.application.report.Reports;
import no.avstemt.web.http.Route;
import no.avstemt.web.page.Addresses;
import no.avstemt.web.report.Selection.Option;
import no.avstemt.web.report.Selection.Part;
import no.avstemt.web.text.Texts;

/** The sentence over a report's page: its dates and choices as fields, and what else was asked for carried along. */
final class ReportSelection {

    private static final Set<String> IN_SENTENCE = Set.of(
            Parameters.DATE_FROM.name(),
            Parameters.DATE_TO.name(),
            Parameters.REPORT_DATE.name(),
            Parameters.INCLUDE_ZERO_MOVEMENT.name(),
            Parameters.INCLUDE_DIMENSIONS.name(),
            Parameters.FREE_TEXT.name(),
            Parameters.PAGE.name());

    private ReportSelection() {}

    static Selection of(Report report, ReportQuery query, Texts texts) {
        List<Part> parts = new ArrayList<>();
        parts.add(Part.hidden(Route.CLIENT, query.client().toString()));
        parts.addAll(parts(report, query, texts));
        return new Selection("/" + report.id(), parts);
    }

    /** The same questions about several client accounts, and which report it is that is asked for. */
    static Selection ofSeveral(Report report, ReportQuery query, Texts texts) {
        List<Part> parts = new ArrayList<>();
        parts.add(Part.choice(
                CombinedPages.REPORT.name(),
                texts.get("combined.report"),
                Reports.ALL.stream()
                        .map(each -> new Option(each.id(), texts.get("report." + each.id()), each == report))
                        .toList()));
        parts.addAll(parts(report, query, texts));
        return new Selection(Addresses.COMBINED_REPORTS, parts);
    }

    private static List<Part> parts(Report report, ReportQuery query, Texts texts) {
        List<Part> parts = new ArrayList<>();
        if (report.parameters().contains(Parameters.REPORT_DATE)) {
            parts.add(Part.words(texts.get("selection.at")));
            parts.add(date(Parameters.REPORT_DATE, query, texts));
        } else {
            parts.add(Part.words(texts.get("selection.from")));
            parts.add(date(Parameters.DATE_FROM, query, texts));
            parts.add(Part.words(texts.get("selection.to")));
            parts.add(date(Parameters.DATE_TO, query, texts));
        }
        if (report.parameters().contains(Parameters.ACTION)) {
            parts.add(Part.words(texts.get("selection.by")));
            parts.add(text(Parameters.USER, query, texts));
            parts.add(actions(query, texts));
        } else if (report.parameters().contains(Parameters.COMPARE)) {
            parts.addAll(ofBalances(report, query, texts));
        } else {
            parts.addAll(ofLines(report, query, texts));
        }
        if (report.parameters().contains(Parameters.FREE_TEXT)) {
            parts.add(text(Parameters.FREE_TEXT, query, texts));
        }
        return parts;
    }

    private static List<Part> ofBalances(Report report, ReportQuery query, Texts texts) {
        List<Part> parts = new ArrayList<>();
        if (report.parameters().contains(Parameters.INCLUDE_ZERO_MOVEMENT)) {
            parts.add(Part.words(texts.get("selection.with")));
            parts.add(choice(Parameters.INCLUDE_ZERO_MOVEMENT, query, texts));
            parts.add(Part.words(texts.get("selection.and")));
            parts.add(choice(Parameters.INCLUDE_DIMENSIONS, query, texts));
        }
        parts.add(choice(Parameters.INCLUDE_DRAFTS, query, texts));
        Set<String> shown = new HashSet<>(Set.of(Parameters.INCLUDE_DRAFTS.name()));
        if (report.parameters().contains(Parameters.COMPARE)) {
            parts.add(choiceOrNone(Parameters.COMPARE, "filter.compare.", query, texts));
            shown.add(Parameters.COMPARE.name());
        }
        if (report.parameters().contains(Parameters.GROUP_BY_DIMENSION)
                && !report.parameters().contains(Parameters.INCLUDE_DIMENSIONS)) {
            parts.add(Part.words(texts.get("selection.by-dimension")));
            parts.add(choiceOrNone(Parameters.GROUP_BY_DIMENSION, "dimension.", query, texts));
            shown.add(Parameters.GROUP_BY_DIMENSION.name());
        }
        carriedAlong(query, shown).forEach(parts::add);
        return parts;
    }

    /**
     * One of its choices, or nothing.
     *
     * @param words where the texts of the choices are
     */
    private static Part choiceOrNone(Parameter<?> parameter, String words, ReportQuery query, Texts texts) {
        String key = "filter." + parameter.name();
        String chosen = given(parameter, query);
        List<Option> options = new ArrayList<>();
        options.add(new Option("", texts.get("filter." + parameter.name() + ".none"), chosen.isEmpty()));
        parameter
                .choices()
                .forEach(choice -> options.add(new Option(choice, texts.get(words + choice), choice.equals(chosen))));
        return Part.choice(parameter.name(), texts.get(key), options);
    }

    private static List<Part> ofLines(Report report, ReportQuery query, Texts texts) {
        List<Part> parts = new ArrayList<>();
        Set<String> shown = new HashSet<>();
        if (report.parameters().contains(Parameters.ACCOUNT_CODES)) {
            parts.add(Part.words(texts.get("selection.onAccounts")));
            parts.add(text(Parameters.ACCOUNT_CODES, query, texts));
            shown.add(Parameters.ACCOUNT_CODES.name());
        }
        if (report.parameters().contains(Parameters.INCLUDE_RECONCILED)) {
            parts.add(Part.words(texts.get("filter.include_reconciled").toLowerCase(Locale.ROOT)));
            parts.add(choice(Parameters.INCLUDE_RECONCILED, query, texts));
            shown.add(Parameters.INCLUDE_RECONCILED.name());
        }
        if (report.parameters().contains(Parameters.INCLUDE_DRAFTS)) {
            parts.add(choice(Parameters.INCLUDE_DRAFTS, query, texts));
            shown.add(Parameters.INCLUDE_DRAFTS.name());
        }
        carriedAlong(query, shown).forEach(parts::add);
        return parts;
    }

    /** A day that was not asked for is left empty: from the beginning, or to the end. */
    private static Part date(Parameter<?> parameter, ReportQuery query, Texts texts) {
        return Part.date(parameter.name(), texts.get("filter." + parameter.name()), given(parameter, query));
    }

    private static Part text(Parameter<?> parameter, ReportQuery query, Texts texts) {
        return Part.text(parameter.name(), texts.get("filter." + parameter.name()), given(parameter, query));
    }

    private static String given(Parameter<?> parameter, ReportQuery query) {
        return query.given().getOrDefault(parameter.name(), "");
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

    private static Part actions(ReportQuery query, Texts texts) {
        String key = "filter." + Parameters.ACTION.name();
        List<Option> options = new ArrayList<>();
        options.add(new Option(
                "", texts.get(key + ".all"), query.get(Parameters.ACTION).isEmpty()));
        for (AuditAction action : AuditAction.values()) {
            options.add(new Option(
                    action.name().toLowerCase(Locale.ROOT),
                    texts.get(action.key()),
                    query.get(Parameters.ACTION).equals(Optional.of(action))));
        }
        return Part.choice(Parameters.ACTION.name(), texts.get(key), options);
    }

    private static Stream<Part> carriedAlong(ReportQuery query, Set<String> shown) {
        return query.given().entrySet().stream()
                .filter(entry -> !IN_SENTENCE.contains(entry.getKey()) && !shown.contains(entry.getKey()))
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> Part.hidden(entry.getKey(), entry.getValue()));
    }
}
