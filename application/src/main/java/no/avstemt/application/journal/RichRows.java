package no.avstemt.application.journal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import no.avstemt.application.csv.CsvReader;
import no.avstemt.application.journal.ImportProblem.Reason;
import no.avstemt.domain.dimension.DimensionRef;
import no.avstemt.domain.document.Document;
import no.avstemt.domain.journal.DraftLine;
import no.avstemt.domain.journal.EntryDraft;
import no.avstemt.domain.journal.EntryRules;
import no.avstemt.domain.journal.Exchange;
import no.avstemt.domain.money.Money;

/**
 * Rows of one entry in a file with tax, currency, partner or document. Amounts are in the row's currency. The document is
 * that of the first row that names one, and the first partner's; of the entry's date where it has none of its own, and where
 * the file named it before, as it stood there.
 */
final class RichRows {

    private static final String INVOICE = "INVOICE";

    private final CsvReader rows;
    private final EntryColumns columns;
    private final EntryFields fields;
    private final EntryDimensions dimensions;
    private final FirstDocuments documents;
    private final List<DraftLine> lines = new ArrayList<>();
    private final Exchange exchange = new Exchange();
    private Optional<DimensionRef> partner = Optional.empty();
    private String document = "";
    private Optional<LocalDate> documentDate = Optional.empty();
    private Optional<LocalDate> dueDate = Optional.empty();
    private Optional<String> paymentReference = Optional.empty();

    RichRows(
            CsvReader rows,
            EntryColumns columns,
            EntryFields fields,
            EntryDimensions dimensions,
            FirstDocuments documents) {
        this.rows = rows;
        this.columns = columns;
        this.fields = fields;
        this.dimensions = dimensions;
        this.documents = documents;
    }

    void add() throws BadRow {
        long amount = fields.amount();
        Currency currency = currency();
        BigDecimal rate = rate(currency);
        if (EntryRules.beyond(amount, rate)) {
            String column = columns.nameOf(amount < 0 ? columns.credit : columns.debit);
            throw new BadRow(column, Reason.AMOUNT_TOO_LARGE, BigDecimal.valueOf(amount, 2) + " " + currency);
        }
        String taxCode = text("tax_code");
        DraftLine line = new DraftLine(
                Optional.of(fields.account()),
                inOre(currency, amount, rate),
                currency,
                amount,
                rate,
                taxCode.isEmpty() ? Optional.empty() : Optional.of(taxCode),
                signed("tax_base"),
                signed("tax_amount"),
                dimensions.set(),
                fields.description());
        readDocument();
        lines.add(line);
    }

    EntryDraft draft(LocalDate date) {
        String description = lines.isEmpty() ? "" : lines.get(0).description();
        return new EntryDraft(date, description, document(date), lines);
    }

    private String text(String column) {
        int field = columns.at(column);
        return field < 0 ? "" : rows.text(field).strip();
    }

    /** What will be stored as it stands. */
    private String plain(String column, int longest) throws BadRow {
        String text = text(column);
        EntryFields.refuseUnlessPlain(text, column);
        if (text.length() > longest) {
            throw new BadRow(column, Reason.TEXT_TOO_LONG, Integer.toString(longest));
        }
        return text;
    }

    private Currency currency() throws BadRow {
        String code = text("currency");
        try {
            return code.isEmpty() ? Money.NOK : Currency.getInstance(code);
        } catch (IllegalArgumentException e) {
            throw new BadRow("currency", Reason.NO_CURRENCY, code, e);
        }
    }

    /** Nothing yet, where the rate is that of the date. */
    private long inOre(Currency currency, long amount, BigDecimal rate) {
        if (currency.equals(Money.NOK)) {
            return amount;
        }
        return rate.signum() == 0 ? 0 : exchange.inOre(currency, amount, rate);
    }

    /** Zero where the row has none. */
    private BigDecimal rate(Currency currency) throws BadRow {
        String text = text("rate").replace(',', '.');
        if (text.isEmpty() && currency.equals(Money.NOK)) {
            return BigDecimal.ONE;
        }
        if (text.isEmpty()) {
            return BigDecimal.ZERO;
        }
        if (!text.matches("[0-9]{1,12}(\\.[0-9]{1,18})?")) {
            throw new BadRow("rate", Reason.NO_RATE, text);
        }
        return new BigDecimal(text);
    }

    private Optional<Long> signed(String column) throws BadRow {
        String text = text(column);
        return text.isEmpty() ? Optional.empty() : Optional.of(fields.signed(text, column));
    }

    private void readDocument() throws BadRow {
        partner = partner.or(dimensions::partner);
        String number = plain("document", Document.LONGEST_NUMBER);
        Optional<LocalDate> day = date("document_date");
        Optional<LocalDate> due = date("due_date");
        Optional<String> payment =
                Optional.of(plain("payment_ref", Document.LONGEST_REFERENCE)).filter(text -> !text.isEmpty());
        if (document.isEmpty()) {
            if (!number.isEmpty()) {
                document = number;
                documentDate = day;
                dueDate = due;
                paymentReference = payment;
            }
            return;
        }
        refuseOther("document", !number.isEmpty() && !number.equals(document));
        refuseOther("document_date", day.isPresent() && !day.equals(documentDate));
        refuseOther("due_date", due.isPresent() && !due.equals(dueDate));
        refuseOther("payment_ref", payment.isPresent() && !payment.equals(paymentReference));
    }

    /** An entry is about one document. */
    private static void refuseOther(String column, boolean isOther) throws BadRow {
        if (isOther) {
            throw new BadRow(column, Reason.SEVERAL_DOCUMENTS, column);
        }
    }

    private Optional<LocalDate> date(String column) throws BadRow {
        String text = text(column);
        return text.isEmpty() ? Optional.empty() : Optional.of(EntryFields.date(text, column));
    }

    private Optional<Document> document(LocalDate date) {
        if (document.isEmpty()) {
            return Optional.empty();
        }
        Document named = new Document(INVOICE, document, documentDate.orElse(date), dueDate, paymentReference, partner);
        Document first = documents.first(named);
        boolean same = documentDate.filter(day -> !day.equals(first.date())).isEmpty()
                && dueDate.filter(day -> !first.dueDate().equals(dueDate)).isEmpty()
                && paymentReference
                        .filter(text -> !first.paymentReference().equals(paymentReference))
                        .isEmpty();
        return Optional.of(same ? first : named);
    }
}
