package no.avstemt.web.entry;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.stream.Collectors;
import no.avstemt.application.journal.EntryChoices;
import no.avstemt.domain.chart.Account;
import no.avstemt.domain.chart.TaxCodes;
import no.avstemt.domain.dimension.DimensionType;
import no.avstemt.domain.document.DocumentType;
import no.avstemt.domain.journal.DraftLine;
import no.avstemt.domain.money.Money;
import no.avstemt.web.entry.EntryFormPage.Cell;
import no.avstemt.web.entry.EntryFormPage.Held;
import no.avstemt.web.entry.EntryFormPage.Line;
import no.avstemt.web.entry.EntryFormPage.Proposal;
import no.avstemt.web.entry.EntryFormPage.Proposals;
import no.avstemt.web.entry.EntryFormPage.Sums;
import no.avstemt.web.http.Request;
import no.avstemt.web.page.Choice;
import no.avstemt.web.page.Faults;
import no.avstemt.web.page.Field;
import no.avstemt.web.text.Formats;
import no.avstemt.web.text.Texts;

/** The parts of the page out of what was typed and what it means. */
final class EntryFormView {

    private static final List<LineField> MAIN =
            List.of(LineField.ACCOUNT, LineField.TEXT, LineField.DEBIT, LineField.CREDIT, LineField.TAX_CODE);
    private static final List<String> CURRENCIES = List.of("NOK", "EUR", "USD", "SEK", "DKK", "GBP");

    private final TypedEntry typed;
    private final EntryReading reading;
    private final Faults faults;
    private final Texts texts;
    private final Formats formats;

    EntryFormView(EntryReading reading, Faults faults, Request request) {
        this.typed = reading.understood();
        this.reading = reading;
        this.faults = faults;
        texts = request.texts();
        formats = request.formats();
    }

    Field head(HeadField field) {
        Field text = Field.text(field.id(), texts.get("entry-form." + field.id()), typed.get(field), faults);
        return switch (field) {
            case DATE, DOCUMENT_DATE, DUE_DATE -> text.as("date");
            default -> text;
        };
    }

    Held held() {
        Field reason = head(HeadField.HELD_REASON);
        String says =
                reading.heldMonth().map(new FaultWords(texts, formats)::held).orElse("");
        boolean seen = !says.isEmpty() || !reason.fault().isEmpty();
        return new Held(reason, says, seen);
    }

    Choice documentType() {
        String chosen = typed.get(HeadField.DOCUMENT_TYPE);
        List<Choice.Option> options = Arrays.stream(DocumentType.values())
                .map(type -> new Choice.Option(
                        type.name(),
                        texts.get("register.document_type." + type.name()),
                        type.name().equals(chosen)))
                .toList();
        return Choice.of(HeadField.DOCUMENT_TYPE.id(), texts.get("entry-form.document_type"), options);
    }

    List<Field> document() {
        return HeadField.DOCUMENT.stream()
                .filter(field -> field != HeadField.DOCUMENT_TYPE)
                .map(this::head)
                .toList();
    }

    boolean documentOpen() {
        return HeadField.DOCUMENT.stream()
                .filter(field -> field != HeadField.DOCUMENT_TYPE)
                .anyMatch(field ->
                        !typed.get(field).isEmpty() || !faults.of(field.id()).isEmpty());
    }

    /** @param focused number of the line in which writing goes on; 0 for none */
    List<Line> lines(int focused) {
        List<Line> lines = new ArrayList<>();
        for (TypedLine line : typed.lines()) {
            int lineNo = lines.size() + 1;
            lines.add(line(line, lineNo, lineNo == focused));
        }
        return lines;
    }

    private Line line(TypedLine line, int lineNo, boolean focused) {
        List<Cell> more =
                LineField.MORE.stream().map(field -> cell(field, line, lineNo)).toList();
        return new Line(
                Integer.toString(lineNo),
                MAIN.stream().map(field -> cell(field, line, lineNo)).toList(),
                more,
                more.stream().map(Cell::value).filter(value -> !value.isEmpty()).collect(Collectors.joining(", ")),
                more.stream().anyMatch(cell -> !cell.fault().isEmpty()),
                note(lineNo),
                line.get(LineField.APART),
                focused);
    }

    private Cell cell(LineField field, TypedLine line, int lineNo) {
        String id = field.at(lineNo);
        return new Cell(
                id,
                field.id(),
                texts.get(field.label()),
                line.get(field),
                list(field),
                field == LineField.DEBIT || field == LineField.CREDIT || field == LineField.RATE,
                faults.of(id));
    }

    private static String list(LineField field) {
        return switch (field) {
            case TEXT, DEBIT, CREDIT, RATE, APART -> "";
            default -> list(field.id());
        };
    }

    private static String list(String of) {
        return "known-" + of;
    }

    private String note(int lineNo) {
        List<DraftLine> made = reading.made(lineNo);
        List<String> notes = new ArrayList<>();
        if (!made.isEmpty() && !made.get(0).currency().equals(Money.NOK)) {
            Currency currency = made.get(0).currency();
            long kroner = made.stream().mapToLong(DraftLine::amount).sum();
            notes.add(texts.get("entry-form.inKroner", currency.getCurrencyCode(), formats.amount(Math.abs(kroner))));
            reading.rate(lineNo)
                    .ifPresent(rate -> notes.add(texts.get(
                            "entry-form.rateOf", formats.decimal(rate.perUnit()), formats.date(rate.date()))));
        }
        if (made.size() > 1) {
            notes.add(texts.get(
                    "entry-form.net", formats.amount(Math.abs(made.get(0).amount()))));
            made.subList(1, made.size()).forEach(tax -> notes.add(taxLine(tax)));
        }
        return String.join(" · ", notes);
    }

    private String taxLine(DraftLine tax) {
        String side = texts.get(tax.amount() > 0 ? "entry-form.inDebit" : "entry-form.inCredit");
        String account =
                tax.account().flatMap(reading::account).map(reading::name).orElse("");
        return texts.get("entry-form.tax", formats.amount(Math.abs(tax.amount())), side, account);
    }

    Sums sums() {
        long debit = reading.debit();
        long credit = reading.credit();
        long difference = Math.subtractExact(debit, credit);
        return new Sums(
                formats.amount(debit),
                formats.amount(credit),
                formats.amount(difference),
                difference == 0 && debit != 0,
                difference != 0,
                faults.of(FaultPlaces.SUMS));
    }

    static List<Proposals> lists(EntryChoices choices, LocalDate date, Texts texts) {
        List<Proposals> lists = new ArrayList<>();
        lists.add(new Proposals(
                list(LineField.ACCOUNT),
                choices.accounts().stream()
                        .filter(account -> account.active() && account.postable())
                        .map(account -> proposal(account, texts))
                        .toList()));
        lists.add(new Proposals(
                list(LineField.TAX_CODE),
                TaxCodes.on(date).stream()
                        .map(code -> plain(code.code() + " " + code.name(texts.tag())))
                        .toList()));
        lists.add(new Proposals(
                list(LineField.CURRENCY),
                CURRENCIES.stream().map(EntryFormView::plain).toList()));
        for (DimensionType type : DimensionType.values()) {
            List<Proposal> values =
                    choices.of(type).stream().map(value -> plain(value.shown())).toList();
            lists.add(new Proposals(list(LineField.of(type)), values));
        }
        return lists;
    }

    private static Proposal proposal(Account account, Texts texts) {
        return new Proposal(
                account.code() + " " + account.name(texts.tag()),
                account.defaultTaxCode().orElse(""));
    }

    private static Proposal plain(String value) {
        return new Proposal(value, "");
    }
}
