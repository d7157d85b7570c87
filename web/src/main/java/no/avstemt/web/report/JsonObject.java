package no.avstemt.web.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import no.avstemt.domain.report.Cell;
import no.avstemt.domain.report.Column;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.io.SerializedString;

/** The object that a row is written as. An inner object of which nothing is known is {@code null}. */
final class JsonObject {

    /** Reports have the same columns each time. */
    private static final Map<List<Column>, JsonObject> SHAPES = new ConcurrentHashMap<>();

    private final List<Member> members = new ArrayList<>();

    /** What stands under a name: a cell, by its place in the row, or an object of its own. */
    private sealed interface Member permits Place, Inner {

        /** As it is written: names come once for each row. */
        SerializedString name();

        boolean isBlank(List<Cell> row);

        void write(List<Cell> row, JsonGenerator json, JsonCells cells);
    }

    /** @param columns of a report, not of one asking for it */
    static JsonObject of(List<Column> columns) {
        return SHAPES.computeIfAbsent(columns, JsonObject::make);
    }

    private static JsonObject make(List<Column> columns) {
        JsonObject whole = new JsonObject();
        for (int at = 0; at < columns.size(); at++) {
            if (columns.get(at).inJson()) {
                whole.add(new ArrayList<>(columns.get(at).jsonMembers()), at);
            }
        }
        return whole;
    }

    private void add(List<Column.Member> path, int at) {
        String name = path.remove(0).name();
        if (path.isEmpty()) {
            members.add(new Place(new SerializedString(name), at));
        } else {
            inner(name).add(path, at);
        }
    }

    private JsonObject inner(String name) {
        for (Member member : members) {
            if (member instanceof Inner inner && inner.name.getValue().equals(name)) {
                return inner.object;
            }
        }
        Inner inner = new Inner(new SerializedString(name), new JsonObject());
        members.add(inner);
        return inner.object;
    }

    void write(List<Cell> row, JsonGenerator json, JsonCells cells) {
        json.writeStartObject();
        for (Member member : members) {
            json.writeName(member.name());
            member.write(row, json, cells);
        }
        json.writeEndObject();
    }

    private boolean isBlank(List<Cell> row) {
        for (Member member : members) {
            if (!member.isBlank(row)) {
                return false;
            }
        }
        return true;
    }

    private record Place(SerializedString name, int at) implements Member {

        @Override
        public boolean isBlank(List<Cell> row) {
            return row.get(at) instanceof Cell.Blank;
        }

        @Override
        public void write(List<Cell> row, JsonGenerator json, JsonCells cells) {
            cells.write(row.get(at), json);
        }
    }

    private record Inner(SerializedString name, JsonObject object) implements Member {

        @Override
        public boolean isBlank(List<Cell> row) {
            return object.isBlank(row);
        }

        @Override
        public void write(List<Cell> row, JsonGenerator json, JsonCells cells) {
            if (isBlank(row)) {
                json.writeNull();
            } else {
                object.write(row, json, cells);
            }
        }
    }
}
