package no.avstemt.web.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import no.avstemt.application.report.Parameter;
import no.avstemt.application.report.Parameters;
import no.avstemt.application.report.ProduceReport;
import no.avstemt.application.report.Report;
import no.avstemt.application.report.ReportQuery;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.report.Column;
import no.avstemt.domain.report.Column.Kind;
import no.avstemt.domain.report.Column.Member;
import no.avstemt.web.api.Schema;
import no.avstemt.web.api.Schema.Property;

/**
 * What a report answers in JSON, as its columns say it. A row has every member that it can be asked for; those that it has
 * unasked are required.
 */
final class ReportSchema {

    private static final String ANY_DAY = "2026-01-01";

    private ReportSchema() {}

    static Schema of(Report report) {
        return table(report, row(report, "", Report::columns));
    }

    /** Of {@link ProduceReport#runCombined}. */
    static Schema ofSeveral(Report report) {
        return table(report, row(report, "Combined", (each, query) -> JsonSink.withWhose(each.columns(query))));
    }

    private static Schema table(Report report, Schema row) {
        return report.parameters().contains(Parameters.PAGE) ? Schema.pageOf(row) : Schema.list(row, Map.of());
    }

    /** A place in JSON; not always there where only some questions have it. */
    private record Place(List<Member> members, Kind kind, boolean always) {}

    private static Schema row(Report report, String prefix, BiFunction<Report, ReportQuery, List<Column>> columns) {
        Set<Column> always = Set.copyOf(columns.apply(report, query(report, false)));
        List<Place> places = columns.apply(report, query(report, true)).stream()
                .filter(Column::inJson)
                .map(column -> new Place(column.jsonMembers(), column.kind(), always.contains(column)))
                .toList();
        return Schema.object(prefix + name(report) + "Row", properties(places, 0));
    }

    /** The question that asks for what must be given alone, or makes every choice there is besides. */
    private static ReportQuery query(Report report, boolean withChoices) {
        Map<String, String> given = new HashMap<>();
        for (Parameter<?> parameter : report.parameters()) {
            if (parameter.isRequired()) {
                given.put(parameter.name(), ANY_DAY);
            } else if (withChoices && !parameter.choices().isEmpty()) {
                given.put(parameter.name(), parameter.choices().get(0));
            }
        }
        return new ReportQuery(new ClientAccountId(1), "en", given);
    }

    private static String name(Report report) {
        return Arrays.stream(report.id().split("-"))
                .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
                .collect(Collectors.joining());
    }

    /** @param depth how many members lead to the object that has these */
    private static List<Property> properties(List<Place> places, int depth) {
        Map<Member, List<Place>> byMember = new LinkedHashMap<>();
        for (Place place : places) {
            byMember.computeIfAbsent(place.members().get(depth), member -> new ArrayList<>())
                    .add(place);
        }
        List<Property> properties = new ArrayList<>();
        byMember.forEach((member, inside) -> {
            Place first = inside.get(0);
            Schema schema = first.members().size() == depth + 1
                    ? value(first.kind())
                    : Schema.object("", properties(inside, depth + 1));
            properties.add(
                    new Property(member.name(), schema, first.always(), member.nullable(), "", Optional.empty()));
        });
        return properties;
    }

    private static Schema value(Kind kind) {
        return switch (kind) {
            case TEXT, CODE -> plain("string", "");
            case DAY -> plain("string", "date");
            case MOMENT -> plain("string", "date-time");
            case AMOUNT, STATED, FACTOR -> plain("number", "");
            case COUNT -> plain("integer", "int64");
            case FLAG -> plain("boolean", "");
            case VALUES ->
                Schema.list(
                        Schema.object(
                                "DimensionOfLine",
                                List.of(
                                        always("type", plain("string", "")),
                                        always("id", plain("integer", "int64")),
                                        always("name", plain("string", "")))),
                        Map.of());
        };
    }

    private static Schema plain(String type, String format) {
        return Schema.of(type, format, Map.of());
    }

    private static Property always(String name, Schema schema) {
        return new Property(name, schema, true, false, "", Optional.empty());
    }
}
