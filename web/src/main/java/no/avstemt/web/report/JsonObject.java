package no.avstemt.web.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.avstemt.domain.report.Cell;
import no.avstemt.domain.report.Column;
import no.avstemt.domain.report.Row;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.io.SerializedString;

/** The object that a row is written as. An inner object of which nothing is known is {@code null}. */
final class JsonObject {

    /** By name, as it is written: names come once for each row. */
    private final Map<SerializedString, Member> members = new LinkedHashMap<>();

    /** A cell, by its place in the row, or an object of its own. */
    private sealed interface Member permits Place, Inner {

        boolean isBlank(Row row);

        void write(Row row, JsonGenerator json, JsonCells cells);
    }

    static JsonObject of(List<Column> columns) {
        JsonObject whole = new JsonObject();
        for (int at = 0; at < columns.size(); at++) {
            if (columns.get(at).inJson()) {
                whole.add(new ArrayList<>(columns.get(at).jsonMembers()), at);
            }
        }
        return whole;
    }

    private void add(List<String> path, int at) {
        SerializedString name = new SerializedString(path.remove(0));
        if (path.isEmpty()) {
            members.put(name, new Place(at));
        } else {
            Member inner = members.computeIfAbsent(name, key -> new Inner(new JsonObject()));
            ((Inner) inner).object.add(path, at);
        }
    }

    void write(Row row, JsonGenerator json, JsonCells cells) {
        json.writeStartObject();
        members.forEach((name, member) -> {
            json.writeName(name);
            member.write(row, json, cells);
        });
        json.writeEndObject();
    }

    private record Place(int at) implements Member {

        @Override
        public boolean isBlank(Row row) {
            return row.cells().get(at).equals(Cell.BLANK);
        }

        @Override
        public void write(Row row, JsonGenerator json, JsonCells cells) {
            cells.write(row.cells().get(at), json);
        }
    }

    private record Inner(JsonObject object) implements Member {

        @Override
        public boolean isBlank(Row row) {
            return object.members.values().stream().allMatch(member -> member.isBlank(row));
        }

        @Override
        public void write(Row row, JsonGenerator json, JsonCells cells) {
            if (isBlank(row)) {
                json.writeNull();
            } else {
                object.write(row, json, cells);
            }
        }
    }
}
