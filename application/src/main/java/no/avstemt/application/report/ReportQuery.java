package no.avstemt.application.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.report.ReportHead;

/**
 * What one report is asked for. What is not given stands at the parameter's own default.
 *
 * @param language of account names, {@code nb} or {@code en}
 * @param given parameter name to a text that the parameter allows
 */
public record ReportQuery(ClientAccountId client, String language, Map<String, String> given) {

    public ReportQuery {
        given = Map.copyOf(given);
    }

    public static ReportQuery of(ClientAccountId client, String language) {
        return new ReportQuery(client, language, Map.of());
    }

    public <T> ReportQuery with(Parameter<T> parameter, T value) {
        Map<String, String> more = new HashMap<>(given);
        if (parameter.whenMissing().equals(Optional.of(value))) {
            more.remove(parameter.name());
        } else {
            more.put(parameter.name(), parameter.write().apply(value));
        }
        return new ReportQuery(client, language, more);
    }

    /** @throws IllegalArgumentException when it is missing and must not be, or is not allowed */
    public <T> T get(Parameter<T> parameter) {
        String text = given.get(parameter.name());
        Optional<T> value =
                text == null ? parameter.whenMissing() : parameter.parse().apply(text);
        return value.orElseThrow(() -> new IllegalArgumentException(
                "Parameter " + parameter.name() + (text == null ? " is missing" : " cannot be " + text)));
    }

    /** The one text of this parameter's value, its default included; empty for none. */
    <T> String canonical(Parameter<T> parameter) {
        return parameter.write().apply(get(parameter));
    }

    /** Those of these parameters that narrow this, as the head of a report says them. */
    List<ReportHead.Filter> filters(Books books, List<Parameter<?>> among) {
        List<ReportHead.Filter> filters = new ArrayList<>();
        for (Parameter<?> parameter : among) {
            if (parameter.equals(Parameters.DIMENSIONS)) {
                new TreeMap<>(get(Parameters.DIMENSIONS).values())
                        .forEach((type, ids) -> filters.add(new ReportHead.Filter(
                                "dimension." + type.apiName(), names(books, new TreeSet<>(ids)))));
            } else if (narrows(parameter)) {
                filters.add(new ReportHead.Filter("filter." + parameter.name(), said(books, parameter)));
            }
        }
        return filters;
    }

    private String said(Books books, Parameter<?> parameter) {
        return parameter.equals(Parameters.BUSINESS_PARTNER_ID)
                ? get(Parameters.BUSINESS_PARTNER_ID)
                        .map(id -> names(books, Set.of(id)))
                        .orElse("")
                : canonical(parameter);
    }

    /** Of what the books do not know, the id. */
    private String names(Books books, Set<Long> ids) {
        Map<Long, String> names = books.names(client, ids);
        return ids.stream().map(id -> names.getOrDefault(id, Long.toString(id))).collect(Collectors.joining(", "));
    }

    /** Whether this parameter is given another value than it has by itself. */
    public <T> boolean narrows(Parameter<T> parameter) {
        return !parameter.whenMissing().equals(Optional.of(get(parameter)));
    }
}
