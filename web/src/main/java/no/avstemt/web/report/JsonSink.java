package no.avstemt.web.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import no.avstemt.domain.report.Cell;
import no.avstemt.domain.report.Column;
import no.avstemt.domain.report.Figure;
import no.avstemt.domain.report.ReportHead;
import no.avstemt.domain.report.Row;
import no.avstemt.domain.report.Section;
import no.avstemt.domain.report.TableSink;
import no.avstemt.web.text.Texts;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** A bare array with an object for each row. Amounts are numbers with exactly two decimals, written from whole øre. */
final class JsonSink implements TableSink {

    private static final JsonFactory JSON = new JsonFactory();
    private static final int DECIMALS = 2;

    private final Texts texts;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), bytes);
    private final List<List<String>> paths = new ArrayList<>();

    JsonSink(Texts texts) {
        this.texts = texts;
    }

    void writeTo(OutputStream out) throws IOException {
        bytes.writeTo(out);
    }

    @Override
    public void head(ReportHead head) {
        json.writeStartArray();
    }

    @Override
    public void columns(List<Column> columns) {
        columns.forEach(column -> paths.add(column.inJson() ? column.jsonMembers() : List.of()));
    }

    @Override
    public void open(Section section) {}

    /** Columns of one inner object stand side by side, so it is opened and closed once. */
    @Override
    public void row(Row row) {
        json.writeStartObject();
        List<String> inside = List.of();
        for (int at = 0; at < paths.size(); at++) {
            List<String> path = paths.get(at);
            if (!path.isEmpty()) {
                List<String> outer = path.subList(0, path.size() - 1);
                move(inside, outer);
                inside = outer;
                json.writeName(path.get(path.size() - 1));
                write(row.cells().get(at));
            }
        }
        move(inside, List.of());
        json.writeEndObject();
    }

    private void move(List<String> from, List<String> to) {
        int same = 0;
        while (same < Math.min(from.size(), to.size()) && from.get(same).equals(to.get(same))) {
            same++;
        }
        from.subList(same, from.size()).forEach(left -> json.writeEndObject());
        to.subList(same, to.size()).forEach(json::writeObjectPropertyStart);
    }

    private void write(Cell cell) {
        if (cell instanceof Cell.Amount amount) {
            json.writeNumber(BigDecimal.valueOf(amount.ore(), DECIMALS));
        } else if (cell instanceof Cell.Text text) {
            json.writeString(text.text());
        } else if (cell instanceof Cell.Term term) {
            json.writeString(texts.get(term.key()));
        } else if (cell instanceof Cell.Count count) {
            json.writeNumber(count.number());
        } else if (cell instanceof Cell.Day day) {
            json.writeString(day.day().toString());
        } else {
            json.writeNull();
        }
    }

    @Override
    public void close(Row sum) {}

    @Override
    public void total(Row total) {}

    @Override
    public void figure(Figure figure) {}

    @Override
    public void end() {
        json.writeEndArray();
        json.close();
    }
}
