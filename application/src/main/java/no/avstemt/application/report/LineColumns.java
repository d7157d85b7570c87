package no.avstemt.application.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import no.avstemt.application.report.Books.DimensionValue;
import no.avstemt.application.report.LedgerLine.Document;
import no.avstemt.domain.report.Cell;
import no.avstemt.domain.report.Column;
import no.avstemt.domain.report.Column.Kind;
import no.avstemt.domain.report.Row;
import no.avstemt.domain.report.Target;

/** The columns of a report over lines, each with what it shows of a line. */
final class LineColumns {

    /** A line, its account's code, and what the account comes to with it. */
    record Shown(LedgerLine line, String accountCode, long balance) {}

    private record LineColumn(Column column, Function<Shown, Cell> cell) {}

    private static final List<LineColumn> ALL = all();

    static final List<Column> COLUMNS = ALL.stream().map(LineColumn::column).toList();

    private static final Set<String> TAX = Set.of("tax_base_amount", "tax_amount");

    private static final List<Column> WITH_TAX = COLUMNS.stream()
            .map(column -> TAX.contains(column.key()) ? column.everywhere() : column)
            .toList();

    private LineColumns() {}

    /** A document shows base and tax of lines that were asked for by tax code: a specification of VAT is made of them. */
    static List<Column> columns(ReportQuery query) {
        return query.get(Parameters.TAX_CODES).isEmpty() ? COLUMNS : WITH_TAX;
    }

    static Row row(Shown shown) {
        LedgerLine line = shown.line();
        Cell[] cells = new Cell[ALL.size()];
        for (int at = 0; at < cells.length; at++) {
            cells[at] = ALL.get(at).cell().apply(shown);
        }
        Target target = line.entry().isDraft()
                ? new Target.OfDraft(line.entry().id())
                : new Target.OfLine(line.entry().id(), line.lineNo());
        return new Row(List.of(cells), Optional.of(target));
    }

    /** Nothing but these cells, by the keys of their columns. */
    static Row rowOf(Map<String, Cell> cells) {
        return new Row(
                COLUMNS.stream()
                        .map(column -> cells.getOrDefault(column.key(), Cell.BLANK))
                        .toList(),
                Optional.empty());
    }

    private static List<LineColumn> all() {
        List<LineColumn> all = new ArrayList<>(List.of(
                json("id", Kind.COUNT, "id?", line -> Cell.of(line.id(), Cell::count)),
                json("line_id", Kind.COUNT, "line_id", line -> Cell.count(line.lineNo())),
                of(
                        Column.both("posting_date", Kind.DAY, "posting_date"),
                        shown -> new Cell.Day(shown.line().postingDate())),
                json("account_id", Kind.COUNT, "account_id", line -> Cell.count(line.accountId())),
                of(Column.json("line_account", Kind.CODE, "account_code"), shown -> Cell.text(shown.accountCode())),
                document(
                        "entry",
                        Kind.CODE,
                        line -> line.entry()
                                .number()
                                .<Cell>map(number -> Cell.text(Long.toString(number)))
                                .orElse(new Cell.Term("report.draft"))),
                of(
                        Column.both("description", Kind.TEXT, "description"),
                        shown -> Cell.text(shown.line().description())),
                document("relation", Kind.TEXT, line -> Cell.of(line.relation(), value -> Cell.text(value.name()))),
                document("line_dimensions", Kind.TEXT, LineColumns::dimensions),
                document("tax_code", Kind.TEXT, line -> Cell.of(line.taxCode(), Cell::text)),
                of(
                        Column.both("debit", Kind.AMOUNT, "debit"),
                        shown -> Cell.amount(Math.max(shown.line().amount(), 0))),
                of(
                        Column.both("credit", Kind.AMOUNT, "credit"),
                        shown -> Cell.amount(Math.max(-shown.line().amount(), 0))),
                of(Column.document("balance", Kind.AMOUNT), shown -> Cell.amount(shown.balance()))));
        all.addAll(amounts());
        all.addAll(entry());
        all.addAll(document());
        all.add(ofEntry("created_by.id?", Kind.COUNT, entry -> Cell.of(entry.creatorId(), Cell::count)));
        all.add(ofEntry("created_by.full_name", Kind.TEXT, entry -> Cell.text(entry.creator())));
        return List.copyOf(all);
    }

    private static List<LineColumn> amounts() {
        return List.of(
                json("debit_amount", Kind.AMOUNT, "debit_amount", line -> Cell.amount(line.currencyAmount())),
                json("currency_code", Kind.CODE, "currency_code", line -> Cell.text(line.currency())),
                json("exchange_rate", Kind.FACTOR, "exchange_rate", line -> new Cell.Factor(line.exchangeRate())),
                json("line_tax_code", Kind.CODE, "tax_code?", line -> Cell.of(line.taxCode(), Cell::text)),
                json("tax_base_amount", Kind.AMOUNT, "tax_base_amount?", line -> Cell.of(line.taxBase(), Cell::amount)),
                json("tax_amount", Kind.AMOUNT, "tax_amount?", line -> Cell.of(line.taxAmount(), Cell::amount)),
                json("reconciled_amount", Kind.AMOUNT, "reconciled_amount", line -> Cell.amount(line.reconciled())),
                json(
                        "number",
                        Kind.COUNT,
                        "sequence_number?",
                        line -> Cell.of(line.entry().number(), Cell::count)),
                json(
                        "relation_type",
                        Kind.TEXT,
                        "relation_type?",
                        line -> Cell.of(
                                line.relation(), value -> Cell.text(value.type().apiName()))),
                json(
                        "relation_id",
                        Kind.COUNT,
                        "relation_id?",
                        line -> Cell.of(line.relation(), value -> Cell.count(value.id()))),
                json(
                        "dimensions",
                        Kind.VALUES,
                        "dimensions",
                        line -> new Cell.Values(line.dimensions().stream()
                                .map(LineColumns::value)
                                .toList())));
    }

    private static List<LineColumn> entry() {
        return List.of(
                ofEntry("id", Kind.COUNT, entry -> Cell.count(entry.id())),
                ofEntry("sequence_number?", Kind.COUNT, entry -> Cell.of(entry.number(), Cell::count)),
                ofEntry("cancelled", Kind.FLAG, entry -> new Cell.Flag(entry.cancelled())),
                ofEntry("is_draft", Kind.FLAG, entry -> new Cell.Flag(entry.isDraft())),
                ofEntry("voucher_id?", Kind.COUNT, entry -> Cell.of(entry.voucherId(), Cell::count)),
                ofEntry("description", Kind.TEXT, entry -> Cell.text(entry.description())));
    }

    private static List<LineColumn> document() {
        return List.of(
                ofDocument("id?", Kind.COUNT, document -> Cell.of(document.id(), Cell::count)),
                ofDocument("document_number", Kind.TEXT, document -> Cell.text(document.number())),
                ofDocument("document_date", Kind.DAY, document -> new Cell.Day(document.date())),
                ofDocument("due_date?", Kind.DAY, document -> Cell.of(document.due(), Cell.Day::new)),
                ofDocument("payment_ref?", Kind.TEXT, document -> Cell.of(document.paymentReference(), Cell::text)),
                ofDocument("document_type", Kind.TEXT, document -> Cell.text(document.type())),
                ofDocument(
                        "business_partner?.id",
                        Kind.COUNT,
                        document -> Cell.of(document.partner(), partner -> Cell.count(partner.id()))),
                ofDocument(
                        "business_partner?.name",
                        Kind.TEXT,
                        document -> Cell.of(document.partner(), partner -> Cell.text(partner.name()))));
    }

    private static Cell dimensions(LedgerLine line) {
        return line.dimensions().isEmpty()
                ? Cell.BLANK
                : new Cell.Values(
                        line.dimensions().stream().map(LineColumns::value).toList());
    }

    private static Cell.Value value(DimensionValue value) {
        return new Cell.Value(value.type().apiName(), value.id(), value.name());
    }

    private static LineColumn of(Column column, Function<Shown, Cell> cell) {
        return new LineColumn(column, cell);
    }

    private static LineColumn json(String key, Kind kind, String path, Function<LedgerLine, Cell> cell) {
        return of(Column.json(key, kind, path), shown -> cell.apply(shown.line()));
    }

    private static LineColumn document(String key, Kind kind, Function<LedgerLine, Cell> cell) {
        return of(Column.document(key, kind), shown -> cell.apply(shown.line()));
    }

    private static LineColumn ofEntry(String member, Kind kind, Function<LedgerLine.Entry, Cell> cell) {
        String path = "journal_entry." + member;
        return json(path.replace("?", ""), kind, path, line -> cell.apply(line.entry()));
    }

    private static LineColumn ofDocument(String member, Kind kind, Function<Document, Cell> cell) {
        String path = "journal_entry.related_object?." + member;
        return json(
                path.replace("?", ""), kind, path, line -> Cell.of(line.entry().document(), cell));
    }
}
