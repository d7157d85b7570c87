package no.avstemt.web.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import no.avstemt.application.audit.AuditAction;
import no.avstemt.application.report.Parameter;
import no.avstemt.application.report.Parameters;
import no.avstemt.application.report.Report;
import no.avstemt.application.report.ReportQuery;
import no.avstemt.application.report.Reports;
import no.avstemt.domain.chart.TaxCodes;
import no.avstemt.web.http.Route;
import no.avstemt.web.page.Addresses;
import no.avstemt.web.report.Selection.More;
import no.avstemt.web.report.Selection.Option;
import no.avstemt.web.report.Selection.Part;
import no.avstemt.web.text.Texts;

/**
 * The fields of a report's page: all that it can be asked for. What is asked most often stands in the sentence over it,
 * the rest beside it.
 */
final class ReportSelection {

    /** In this order, each after its words; of those without there is no need for any. */
    private static final List<Parameter<?>> IN_SENTENCE = List.of(
            Parameters.REPORT_DATE,
            Parameters.DATE_FROM,
            Parameters.DATE_TO,
            Parameters.ACCOUNT_CODES,
            Parameters.BUSINESS_PARTNER_ID,
            Parameters.INCLUDE_ZERO_MOVEMENT,
            Parameters.USER,
            Parameters.ACTION,
            Parameters.COMPARE,
            Parameters.FREE_TEXT);

    private static final Map<String, String> WORDS = Map.of(
            Parameters.REPORT_DATE.name(), "selection.at",
            Parameters.DATE_FROM.name(), "selection.from",
            Parameters.DATE_TO.name(), "selection.to",
            Parameters.ACCOUNT_CODES.name(), "selection.onAccounts",
            Parameters.BUSINESS_PARTNER_ID.name(), "selection.for",
            Parameters.INCLUDE_ZERO_MOVEMENT.name(), "selection.with",
            Parameters.USER.name(), "selection.by");

    private static final List<Long> PAGE_SIZES = List.of(25L, 100L, 250L, 1000L);

    private final Report report;
    private final ReportQuery query;
    private final Texts texts;

    private ReportSelection(Report report, ReportQuery query, Texts texts) {
        this.report = report;
        this.query = query;
        this.texts = texts;
    }

    static Selection of(Report report, ReportQuery query, ChosenValues values, Texts texts) {
        ReportSelection selection = new ReportSelection(report, query, texts);
        List<Part> parts = new ArrayList<>();
        parts.add(Part.hidden(Route.CLIENT, query.client().toString()));
        parts.add(Part.hidden(ChosenValues.CHOSEN.name(), "true"));
        parts.addAll(selection.sentence(values.partner()));
        List<Part> more = selection.more();
        return new Selection("/" + report.id(), parts, new More(more, values.byType(), selection.isUsed(values)));
    }

    /**
     * The same questions about several client accounts, and which report it is that is asked for. Each has registers of
     * its own, so what is asked of them is carried along.
     */
    static Selection ofSeveral(Report report, ReportQuery query, Texts texts) {
        ReportSelection selection = new ReportSelection(report, query, texts);
        List<Part> parts = new ArrayList<>();
        parts.add(Part.choice(
                CombinedPages.REPORT.name(),
                texts.get("combined.report"),
                Reports.ALL.stream()
                        .map(each -> new Option(each.id(), texts.get("report." + each.id()), each == report))
                        .toList()));
        parts.addAll(selection.sentence(Optional.empty()));
        Stream.of(Parameters.DIMENSIONS, Parameters.BUSINESS_PARTNER_ID)
                .filter(parameter -> query.given().containsKey(parameter.name()))
                .forEach(parameter -> parts.add(Part.hidden(parameter.name(), selection.given(parameter))));
        List<Part> more = selection.more();
        return new Selection(
                Addresses.COMBINED_REPORTS, parts, new More(more, List.of(), selection.isUsed(ChosenValues.NONE)));
    }

    private List<Part> sentence(Optional<Part> partner) {
        List<Part> parts = new ArrayList<>();
        for (Parameter<?> parameter : IN_SENTENCE) {
            Optional<Part> part = has(parameter) ? inSentence(parameter, partner) : Optional.empty();
            part.map(any -> WORDS.get(parameter.name()))
                    .map(texts::get)
                    .map(Part::words)
                    .ifPresent(parts::add);
            part.ifPresent(parts::add);
        }
        return parts;
    }

    private boolean has(Parameter<?> parameter) {
        return report.parameters().stream().anyMatch(own -> own.name().equals(parameter.name()));
    }

    private Optional<Part> inSentence(Parameter<?> parameter, Optional<Part> partner) {
        return parameter.equals(Parameters.BUSINESS_PARTNER_ID) ? partner : Optional.of(part(parameter));
    }

    private List<Part> more() {
        return report.parameters().stream()
                .filter(this::isBeside)
                .map(this::part)
                .toList();
    }

    private boolean isBeside(Parameter<?> parameter) {
        return !parameter.equals(Parameters.PAGE)
                && !parameter.equals(Parameters.DIMENSIONS)
                && IN_SENTENCE.stream().noneMatch(other -> other.name().equals(parameter.name()));
    }

    private boolean isUsed(ChosenValues values) {
        return values.areUsed() || report.parameters().stream().anyMatch(each -> isBeside(each) && query.narrows(each));
    }

    private Part part(Parameter<?> parameter) {
        String name = parameter.name();
        String label = texts.get("filter." + name);
        return switch (parameter.kind()) {
            case DAY -> Part.date(name, label, given(parameter));
            case FLAG -> Part.choice(name, label, flag(parameter));
            case DIMENSION_TYPE -> Part.choice(name, label, oneOrNone(parameter, "dimension."));
            case CHOICE ->
                Part.choice(
                        name,
                        label,
                        parameter.equals(Parameters.ACTION) ? actions() : oneOrNone(parameter, "filter." + name + "."));
            case TAX_CODES -> Part.listed(name, label, given(parameter), taxCodes());
            case PER_PAGE -> Part.choice(name, label, pageSizes());
            case ACCOUNT_CODES, SEARCH -> Part.text(name, label, given(parameter));
            case DIMENSIONS, ID, PAGE -> throw new IllegalArgumentException("Not chosen in one field: " + name);
        };
    }

    /** A day that was not asked for is left empty: from the beginning, or to the end. */
    private String given(Parameter<?> parameter) {
        return query.given().getOrDefault(parameter.name(), "");
    }

    private List<Option> flag(Parameter<?> parameter) {
        String chosen = query.get(parameter).toString();
        return parameter.choices().stream()
                .map(value ->
                        new Option(value, texts.get("filter." + parameter.name() + "." + value), value.equals(chosen)))
                .toList();
    }

    /** @param words where the texts of the choices are */
    private List<Option> oneOrNone(Parameter<?> parameter, String words) {
        String chosen = given(parameter);
        List<Option> options = new ArrayList<>();
        options.add(new Option("", texts.get("filter." + parameter.name() + ".none"), chosen.isEmpty()));
        parameter
                .choices()
                .forEach(choice -> options.add(new Option(choice, texts.get(words + choice), choice.equals(chosen))));
        return options;
    }

    private List<Option> actions() {
        List<Option> options = new ArrayList<>();
        options.add(new Option(
                "", texts.get("filter.action.all"), query.get(Parameters.ACTION).isEmpty()));
        for (AuditAction action : AuditAction.values()) {
            options.add(new Option(
                    action.name().toLowerCase(Locale.ROOT),
                    texts.get(action.key()),
                    query.get(Parameters.ACTION).equals(Optional.of(action))));
        }
        return options;
    }

    private List<Option> taxCodes() {
        Set<String> chosen = query.get(Parameters.TAX_CODES);
        return TaxCodes.all().stream()
                .map(code -> new Option(
                        code.code(), code.code() + " " + code.name(texts.tag()), chosen.contains(code.code())))
                .toList();
    }

    /** The one that was asked for is among them. */
    private List<Option> pageSizes() {
        long asked = query.get(Parameters.PER_PAGE);
        Set<Long> sizes = new TreeSet<>(PAGE_SIZES);
        sizes.add(asked);
        return sizes.stream()
                .map(size -> new Option(size.toString(), size.toString(), size == asked))
                .toList();
    }
}
