package no.avstemt.web.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.report.Cell;
import no.avstemt.domain.report.Column;
import no.avstemt.domain.report.Column.Kind;
import no.avstemt.domain.report.Figure;
import no.avstemt.domain.report.PageCount;
import no.avstemt.domain.report.Paging;
import no.avstemt.domain.report.ReportHead;
import no.avstemt.domain.report.Row;
import no.avstemt.domain.report.Section;
import no.avstemt.domain.report.TableSink;
import no.avstemt.web.text.Texts;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** An object for each row, with commas between them: what stands inside an array. */
final class JsonSink implements TableSink {

    private static final JsonFactory JSON =
            JsonFactory.builder().rootValueSeparator(",").build();
    private static final List<Column> WHOSE = List.of(
            Column.json("client_account_id", Kind.COUNT, "client_account_id"),
            Column.json("client_account_name", Kind.TEXT, "client_account_name"));

    private final JsonCells cells;
    private final Optional<ClientAccountId> client;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), bytes);
    private JsonObject shape = JsonObject.of(List.of());
    private Optional<PageCount> pages = Optional.empty();
    private List<Cell> whose = List.of();

    /** @param client whose rows they are, where each row says so */
    JsonSink(Texts texts, Optional<ClientAccountId> client) {
        this.cells = new JsonCells(texts);
        this.client = client;
    }

    boolean isEmpty() {
        return bytes.size() == 0;
    }

    Optional<PageCount> pages() {
        return pages;
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
        pages = head.paging().map(Paging::count);
        whose = client.map(id -> List.of(Cell.count(id.value()), Cell.text(head.clientName())))
                .orElse(List.of());
    }

    @Override
    public void columns(List<Column> columns) {
        shape = JsonObject.of(whose.isEmpty() ? columns : withWhose(columns));
    }

    /** Those of a report with whose each row is before them. */
    static List<Column> withWhose(List<Column> columns) {
        return Stream.concat(WHOSE.stream(), columns.stream()).toList();
    }

    @Override
    public void open(Section section) {}

    @Override
    public void row(Row row) {
        List<Cell> all = whose.isEmpty()
                ? row.cells()
                : Stream.concat(whose.stream(), row.cells().stream()).toList();
        shape.write(all, json, cells);
    }

    @Override
    public void close(Row sum) {}

    @Override
    public void total(Cell name, Row total) {}

    @Override
    public void figure(Figure figure) {}

    @Override
    public void end() {
        json.close();
    }
}
