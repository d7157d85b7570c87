package no.avstemt.web.report;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import no.avstemt.application.report.Parameter;
import no.avstemt.application.report.Parameters;
import no.avstemt.application.report.Report;
import no.avstemt.application.report.ReportQuery;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.web.http.Paged;
import no.avstemt.web.http.Param;
import no.avstemt.web.http.ParamType;
import no.avstemt.web.http.Problem;
import no.avstemt.web.http.Request;
import no.avstemt.web.text.Message;

/** The parameters of reports as those of a route, and the question that a request puts with them. */
final class ReportParams {

    /** For the API's description, in English; what is not here says itself. */
    private static final Map<String, String> ABOUT = Map.of(
            Parameters.REPORT_DATE.name(),
            "The balance is that at the end of this day; of today when it is missing.",
            Parameters.INCLUDE_DRAFTS.name(),
            "Drafts that balance count as if they were posted; X-Drafts-Left-Out tells how many do not.",
            Parameters.INCLUDE_RECONCILED.name(),
            "false leaves out lines that are reconciled in full as of date_to.",
            Parameters.INCLUDE_CANCELLED.name(),
            "false leaves out every cancelled entry and its reversal, whatever their dates: sums may then differ from the"
                    + " trial balance.",
            Parameters.GROUP_BY_DIMENSION.name(),
            "An account has a row for each value of this dimension, and one for the rest.",
            Parameters.COMPARE.name(),
            "Beyond the original API: adds the figures of the same days a year earlier, or of the period right before"
                    + " (for a single day, of the month that ended last).");

    private final List<Param<Optional<String>>> params;

    private ReportParams(Stream<Param<Optional<String>>> params) {
        this.params = params.toList();
    }

    /** What the API's contract says must be given, must be given. */
    static ReportParams strict(Report report) {
        Set<String> byItself = report.whenMissing(LocalDate.EPOCH).keySet();
        return new ReportParams(report.parameters().stream()
                .map(parameter -> param(parameter, parameter.isRequired() && !byItself.contains(parameter.name()))));
    }

    /** A page has its own idea of what is missing. */
    static ReportParams lenient(Report report) {
        return new ReportParams(report.parameters().stream().map(ReportParams::onPage));
    }

    /** For a page of one or another of these; what has the same name is the same in all of them. */
    static ReportParams lenient(List<Report> reports) {
        Map<String, Parameter<?>> byName = new LinkedHashMap<>();
        reports.stream()
                .flatMap(report -> report.parameters().stream())
                .forEach(parameter -> byName.putIfAbsent(parameter.name(), parameter));
        return new ReportParams(byName.values().stream().map(ReportParams::onPage));
    }

    /** Each box of a form sends its own value of what an address can say at once. */
    private static Param<Optional<String>> onPage(Parameter<?> parameter) {
        Param<Optional<String>> param = param(parameter, false);
        return parameter.equals(Parameters.DIMENSIONS)
                ? new Param<>(
                        param.name(),
                        param.place(),
                        param.type(),
                        param.whenMissing(),
                        param.defaultText(),
                        param.description(),
                        true,
                        given -> param.wrap().apply(List.of(String.join(",", given))))
                : param;
    }

    /** Without what stands for itself when it is missing, and each value as the parameter writes it. */
    static Map<String, String> shortest(Report report, Map<String, String> given) {
        Map<String, String> shortest = new TreeMap<>();
        for (Parameter<?> parameter : report.parameters()) {
            Optional.ofNullable(given.get(parameter.name()))
                    .map(text -> written(parameter, text))
                    .filter(text -> !text.equals(defaultText(parameter)))
                    .ifPresent(text -> shortest.put(parameter.name(), text));
        }
        return shortest;
    }

    private static <T> String written(Parameter<T> parameter, String text) {
        return parameter.parse().apply(text).map(parameter.write()).orElseThrow();
    }

    Param<?>[] all() {
        return params.toArray(Param<?>[]::new);
    }

    /** What was given, by the parameter's name. */
    Map<String, String> given(Request request) {
        Map<String, String> given = new HashMap<>();
        params.forEach(param -> request.get(param).ifPresent(text -> given.put(param.name(), text)));
        return given;
    }

    /** @throws Problem 400 when the parameters do not go together */
    static ReportQuery query(Report report, ClientAccountId client, Request request, Map<String, String> given) {
        ReportQuery query = new ReportQuery(client, request.language().tag(), given);
        String from = given.getOrDefault(Parameters.DATE_FROM.name(), "");
        if (from.compareTo(given.getOrDefault(Parameters.DATE_TO.name(), from)) > 0) {
            throw Problem.badRequest("error.dateOrder", "date_from", "date_to");
        }
        report.refusal(query).ifPresent(key -> {
            throw Problem.badRequest(key, "date_from", "date_to");
        });
        return query;
    }

    private static Param<Optional<String>> param(Parameter<?> parameter, boolean required) {
        ParamType<String> type = new ParamType<>(
                schema(parameter),
                format(parameter),
                parameter.choices(),
                allowed(parameter),
                text -> parameter.parse().apply(text).map(value -> text));
        Param<Optional<String>> param =
                Param.optional(parameter.name(), type).describedAs(ABOUT.getOrDefault(parameter.name(), ""));
        return required
                ? new Param<>(
                        param.name(), param.place(), type, Optional.empty(), "", param.description(), param.wrap())
                : new Param<>(
                        param.name(),
                        param.place(),
                        type,
                        param.whenMissing(),
                        defaultText(parameter),
                        param.description(),
                        param.wrap());
    }

    private static <T> String defaultText(Parameter<T> parameter) {
        return parameter.whenMissing().map(parameter.write()).orElse("");
    }

    private static String schema(Parameter<?> parameter) {
        return switch (parameter.kind()) {
            case FLAG -> "boolean";
            case PAGE, PER_PAGE, ID -> "integer";
            default -> "string";
        };
    }

    private static String format(Parameter<?> parameter) {
        return parameter.kind() == Parameter.Kind.DAY ? "date" : "";
    }

    private static Message allowed(Parameter<?> parameter) {
        return switch (parameter.kind()) {
            case DAY -> Message.of("param.date");
            case FLAG, DIMENSION_TYPE, CHOICE -> Message.of("param.choice", String.join(", ", parameter.choices()));
            case ACCOUNT_CODES -> Message.of("param.accountCodes");
            case TAX_CODES -> Message.of("param.taxCodes");
            case DIMENSIONS -> Message.of("param.dimensions");
            case ID -> Message.of("param.number", "1", "999999999999999999");
            case SEARCH -> Message.of("param.search");
            case PAGE -> Paged.PAGE.type().allowed();
            case PER_PAGE -> Paged.PER_PAGE.type().allowed();
        };
    }
}
