package no.avstemt.web.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import no.avstemt.domain.report.Cell;
import no.avstemt.domain.report.Column;
import no.avstemt.domain.report.Figure;
import no.avstemt.domain.report.Paging;
import no.avstemt.domain.report.ReportHead;
import no.avstemt.domain.report.Row;
import no.avstemt.domain.report.Section;
import no.avstemt.domain.report.TableSink;
import no.avstemt.web.text.Texts;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** An array with an object for each row: bare, or in the envelope of a report that comes in pages. */
final class JsonSink implements TableSink {

    private static final JsonFactory JSON = new JsonFactory();

    private final JsonCells cells;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), bytes);
    private JsonObject shape = JsonObject.of(List.of());
    private boolean inEnvelope;

    JsonSink(Texts texts) {
        this.cells = new JsonCells(texts);
    }

    void writeTo(OutputStream out) throws IOException {
        bytes.writeTo(out);
    }

    @Override
    public boolean showsSections() {
        return false;
    }

    @Override
    public void head(ReportHead head) {
        head.paging().ifPresent(this::openEnvelope);
        json.writeStartArray();
    }

    private void openEnvelope(Paging paging) {
        inEnvelope = true;
        json.writeStartObject();
        json.writeObjectPropertyStart("meta");
        json.writeNumberProperty("records", paging.records());
        json.writeNumberProperty("per_page", paging.perPage());
        json.writeNumberProperty("page", paging.page());
        json.writeNumberProperty("pages", paging.pages());
        json.writeEndObject();
        json.writeName("data");
    }

    @Override
    public void columns(List<Column> columns) {
        shape = JsonObject.of(columns);
    }

    @Override
    public void open(Section section) {}

    @Override
    public void row(Row row) {
        shape.write(row.cells(), json, cells);
    }

    @Override
    public void close(Row sum) {}

    @Override
    public void total(Cell name, Row total) {}

    @Override
    public void figure(Figure figure) {}

    @Override
    public void end() {
        json.writeEndArray();
        if (inEnvelope) {
            json.writeEndObject();
        }
        json.close();
    }
}
