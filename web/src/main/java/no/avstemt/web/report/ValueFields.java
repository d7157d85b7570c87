package no.avstemt.web.report;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.avstemt.application.register.DimensionValues;
import no.avstemt.application.register.DimensionValues.Choices;
import no.avstemt.application.register.Register.Stored;
import no.avstemt.application.report.DimensionFilter;
import no.avstemt.application.report.Parameters;
import no.avstemt.application.report.Report;
import no.avstemt.application.report.ReportQuery;
import no.avstemt.domain.dimension.DimensionType;
import no.avstemt.domain.register.Label;
import no.avstemt.web.http.Param;
import no.avstemt.web.http.ParamType;
import no.avstemt.web.http.Request;
import no.avstemt.web.page.Choosing;
import no.avstemt.web.page.Faults;
import no.avstemt.web.report.Selection.Option;
import no.avstemt.web.report.Selection.Part;
import no.avstemt.web.report.Selection.Values;
import no.avstemt.web.text.Texts;

/**
 * Fields of a report's page in which values of the registers are written by number or name. Its address says them by
 * their ids, as the API does.
 */
final class ValueFields {

    private static final Map<DimensionType, Param<Optional<String>>> TYPED = typed();

    private final DimensionValues values;

    ValueFields(DimensionValues values) {
        this.values = values;
    }

    private static Map<DimensionType, Param<Optional<String>>> typed() {
        Map<DimensionType, Param<Optional<String>>> typed = new EnumMap<>(DimensionType.class);
        for (DimensionType type : DimensionType.values()) {
            typed.put(type, Param.optional(type.apiName(), ParamType.text(Label.LONGEST_NAME * 2)));
        }
        return typed;
    }

    private static Param<Optional<String>> field(DimensionType type) {
        return Objects.requireNonNull(TYPED.get(type));
    }

    private static List<DimensionType> types(Report report) {
        if (report.parameters().contains(Parameters.DIMENSIONS)) {
            return Arrays.asList(DimensionType.values());
        }
        return isOfOnePartner(report) ? List.of(DimensionType.BUSINESSPARTNER) : List.of();
    }

    private static boolean isOfOnePartner(Report report) {
        return report.parameters().contains(Parameters.BUSINESS_PARTNER_ID);
    }

    static Param<?>[] params(Report report) {
        return types(report).stream().map(ValueFields::field).toArray(Param<?>[]::new);
    }

    private static String typed(DimensionType type, Request request) {
        return request.get(field(type)).orElse("").strip();
    }

    static boolean isAnyTyped(Report report, Request request) {
        return types(report).stream().anyMatch(type -> !typed(type, request).isEmpty());
    }

    /**
     * What was asked for, with what was written.
     *
     * @param faults takes what can mean nothing, or more than one thing; it is left out
     */
    Map<String, String> read(Report report, Map<String, String> given, Request request, Faults faults) {
        Map<String, String> more = new TreeMap<>(given);
        for (DimensionType type : types(report)) {
            id(type, request, faults).ifPresent(id -> {
                if (isOfOnePartner(report)) {
                    more.put(Parameters.BUSINESS_PARTNER_ID.name(), Long.toString(id));
                } else {
                    more.merge(
                            Parameters.DIMENSIONS.name(), type.apiName() + ":" + id, (one, other) -> one + "," + other);
                }
            });
        }
        return more;
    }

    private Optional<Long> id(DimensionType type, Request request, Faults faults) {
        String text = typed(type, request);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Set<String> searches = new LinkedHashSet<>(List.of(text, text.split("\\s", 2)[0]));
        List<Stored<Label>> near = values.find(request.client(), type, searches);
        Optional<Stored<Label>> shown =
                near.stream().filter(each -> each.thing().shown().equals(text)).findFirst();
        Choosing.Found<Stored<Label>> found = Choosing.of(
                text, near, each -> each.thing().number(), each -> each.thing().name());
        Optional<Stored<Label>> one = shown.or(found::one);
        if (one.isEmpty()) {
            String key = found.several() ? "selection.severalValues" : "selection.noSuchValue";
            Texts texts = request.texts();
            faults.add(field(type).name(), texts.get(key, texts.get("dimension." + type.apiName()), text));
        }
        return one.map(Stored::id);
    }

    ChosenValues chosen(Report report, ReportQuery query, Request request, Faults faults) {
        List<DimensionType> types = types(report);
        if (types.isEmpty()) {
            return ChosenValues.NONE;
        }
        boolean ofOne = isOfOnePartner(report);
        DimensionFilter filter = ofOne
                ? query.get(Parameters.BUSINESS_PARTNER_ID)
                        .map(DimensionFilter::ofPartner)
                        .orElse(DimensionFilter.NONE)
                : query.get(Parameters.DIMENSIONS);
        Set<Long> ids = filter.values().values().stream().flatMap(Set::stream).collect(Collectors.toSet());
        Choices choices = values.choices(query.client(), types, ids);
        if (ofOne) {
            return new ChosenValues(List.of(), Optional.of(partner(ids, choices, request, faults)), false);
        }
        List<Values> byType = types.stream()
                .flatMap(type -> values(type, filter, choices, request, faults).stream())
                .toList();
        return new ChosenValues(byType, Optional.empty(), !filter.isNone() || faults.any());
    }

    /** Of an id that nobody has, the id. */
    private static String name(long id, Choices choices) {
        return Optional.ofNullable(choices.known().get(id)).map(Label::shown).orElse(Long.toString(id));
    }

    private static Part partner(Set<Long> ids, Choices choices, Request request, Faults faults) {
        DimensionType type = DimensionType.BUSINESSPARTNER;
        String value = ids.stream().map(id -> name(id, choices)).findFirst().orElse("");
        return field(
                type,
                request.texts().get("filter." + Parameters.BUSINESS_PARTNER_ID.name()),
                faults.any() ? typed(type, request) : value,
                choices);
    }

    /** Empty for a kind that the client account has nothing of. */
    private static Optional<Values> values(
            DimensionType type, DimensionFilter filter, Choices choices, Request request, Faults faults) {
        List<Option> chosen = new TreeSet<>(filter.values().getOrDefault(type, Set.of()))
                .stream()
                        .map(id -> new Option(type.apiName() + ":" + id, name(id, choices), true))
                        .toList();
        boolean isWrong = !faults.of(field(type).name()).isEmpty();
        String label = request.texts().get("dimension." + type.apiName());
        return Stream.of(new Values(label, chosen, field(type, label, isWrong ? typed(type, request) : "", choices)))
                .filter(any -> !chosen.isEmpty() || isWrong || !choices.of(type).isEmpty())
                .findFirst();
    }

    private static Part field(DimensionType type, String label, String value, Choices choices) {
        return Part.listed(
                field(type).name(),
                label,
                value,
                choices.of(type).stream()
                        .map(each -> new Option(each.shown(), "", false))
                        .toList());
    }
}
