package no.avstemt.web.entry;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import no.avstemt.application.journal.EntryChoices;
import no.avstemt.domain.dimension.DimensionRef;
import no.avstemt.domain.document.Document;
import no.avstemt.domain.journal.EntryDraft;
import no.avstemt.domain.journal.GrossLine;
import no.avstemt.domain.money.Money;
import no.avstemt.domain.register.Label;
import no.avstemt.web.text.Formats;

/** What the form begins with. */
record EntryFill(EntryChoices choices, String language, Formats formats) {

    static TypedEntry empty(LocalDate today) {
        return new TypedEntry(Map.of(HeadField.DATE, today.toString()), List.of());
    }

    TypedEntry draft(EntryDraft draft) {
        Map<HeadField, String> head = new EnumMap<>(HeadField.class);
        head.put(HeadField.DATE, draft.date().toString());
        head.put(HeadField.DESCRIPTION, draft.description());
        draft.document().ifPresent(document -> fill(head, document));
        return new TypedEntry(head, lines(draft));
    }

    /** Of today, and without the document, which is another one's. */
    TypedEntry copy(EntryDraft earlier, LocalDate today) {
        Map<HeadField, String> head = Map.of(
                HeadField.DATE, today.toString(),
                HeadField.DESCRIPTION, earlier.description());
        return new TypedEntry(head, lines(earlier));
    }

    private void fill(Map<HeadField, String> head, Document document) {
        head.put(HeadField.DOCUMENT_TYPE, document.type());
        head.put(HeadField.DOCUMENT_NUMBER, document.number());
        head.put(HeadField.DOCUMENT_DATE, document.date().toString());
        document.dueDate().ifPresent(day -> head.put(HeadField.DUE_DATE, day.toString()));
        document.paymentReference().ifPresent(text -> head.put(HeadField.PAYMENT_REF, text));
        document.partner().ifPresent(partner -> head.put(HeadField.DOCUMENT_PARTNER, name(partner)));
    }

    private List<TypedLine> lines(EntryDraft draft) {
        return choices.taxLines().joined(draft.lines(), draft.date()).stream()
                .map(line -> line(line, draft.description()))
                .toList();
    }

    private TypedLine line(GrossLine line, String textOfEntry) {
        Map<LineField, String> typed = new EnumMap<>(LineField.class);
        line.account().ifPresent(code -> typed.put(LineField.ACCOUNT, code.digits()));
        typed.put(LineField.TEXT, line.description().equals(textOfEntry) ? "" : line.description());
        if (line.amount() != 0) {
            LineField side = line.amount() > 0 ? LineField.DEBIT : LineField.CREDIT;
            typed.put(side, formats.amount(Math.abs(line.amount())));
        }
        line.taxCode().ifPresent(code -> typed.put(LineField.TAX_CODE, code));
        typed.put(LineField.APART, LineReading.apart(line));
        if (!line.currency().equals(Money.NOK)) {
            typed.put(LineField.CURRENCY, line.currency().getCurrencyCode());
            typed.put(LineField.RATE, formats.decimal(line.exchangeRate()));
        }
        line.dimensions().all().forEach(ref -> typed.put(LineField.of(ref.type()), name(ref)));
        return new TypedLine(typed);
    }

    private String name(DimensionRef ref) {
        return choices.of(ref.type()).stream()
                .filter(value -> value.number().equals(ref.key()))
                .findFirst()
                .map(Label::shown)
                .orElse(ref.key());
    }
}
