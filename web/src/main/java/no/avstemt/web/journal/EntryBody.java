package no.avstemt.web.journal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.avstemt.domain.chart.AccountCode;
import no.avstemt.domain.dimension.DimensionType;
import no.avstemt.domain.document.Document;
import no.avstemt.domain.document.DocumentType;
import no.avstemt.domain.journal.EntryRules;
import no.avstemt.domain.money.Money;
import no.avstemt.web.api.Body;
import no.avstemt.web.api.Field;
import no.avstemt.web.api.Kind;
import no.avstemt.web.api.Shape;
import no.avstemt.web.text.Message;

/** What a journal entry looks like on its way in. */
final class EntryBody {

    static final Map<String, DimensionType> TYPES = Stream.of(DimensionType.values())
            .collect(Collectors.toMap(DimensionType::apiName, type -> type, (one, same) -> one, TreeMap::new));
    static final Kind<DimensionType> TYPE = Kind.choice(TYPES);

    static final Field<DimensionType> DIMENSION_TYPE = Field.required("type", TYPE);
    static final Field<Long> DIMENSION_ID = Field.required("id", Kind.id());
    static final Shape DIMENSION = Shape.of("WrittenLineDimension", DIMENSION_TYPE, DIMENSION_ID);

    static final Field<AccountCode> ACCOUNT = Field.required(
            "account_code", Kind.text(8).as(EntryBody::account, AccountCode::digits, Message.of("entry-body.account")));
    static final Field<Optional<Long>> DEBIT =
            Field.optional("debit", Kind.positiveOrZeroAmount()).describedAs("In kroner; or credit, not both.");
    static final Field<Optional<Long>> CREDIT = Field.optional("credit", Kind.positiveOrZeroAmount());
    static final Field<Optional<Long>> DEBIT_AMOUNT = Field.optional("debit_amount", Kind.amount())
            .describedAs("In the currency, credit below zero. Needed for other currencies than NOK; without debit and"
                    + " credit, kroner are made of it by the rate.");
    static final Field<Currency> CURRENCY = Field.withDefault(
            "currency_code",
            Kind.text(3).as(EntryBody::currency, Currency::getCurrencyCode, Message.of("entry-body.currency")),
            Money.NOK);
    static final Field<Optional<BigDecimal>> RATE = Field.optional("exchange_rate", Kind.decimal(12, 18))
            .describedAs(
                    "Kroner for one unit of the currency. When it is left out: the exchange rate of the posting date, or"
                            + " the latest before it, at most 7 days back.");
    static final Field<Optional<String>> TAX_CODE = Field.optional("tax_code", Kind.text(10));
    static final Field<Optional<Long>> TAX_BASE = Field.optional("tax_base_amount", Kind.amount())
            .describedAs(
                    "In ledger sign, the line's amount at most; computed when it is left out: the line's amount, or 0"
                            + " for codes of tax alone (14 and 15).");
    static final Field<Optional<Long>> TAX_AMOUNT = Field.optional("tax_amount", Kind.amount())
            .describedAs(
                    "In ledger sign: the rate of the code on the posting date, of the base, half up. It may be off by"
                            + " 1 øre, or by a thousandth of itself up to 1 krone, as on invoices that round each line; in another"
                            + " currency by one unit of its smallest coin more. Computed when it is left out. An entry whose lines"
                            + " tell of tax has lines without code on the tax accounts that come to the same, to the øre.");
    static final Field<Optional<DimensionType>> RELATION_TYPE = Field.optional("relation_type", TYPE);
    static final Field<Optional<Long>> RELATION_ID = Field.optional("relation_id", Kind.id());
    static final Field<List<Body>> DIMENSIONS = Field.each("dimensions", Kind.object(DIMENSION), 7);
    static final Field<Optional<String>> TEXT = Field.optional("description", Kind.text(500));
    static final Shape LINE = Shape.of(
            "WrittenJournalLine",
            ACCOUNT,
            DEBIT,
            CREDIT,
            DEBIT_AMOUNT,
            CURRENCY,
            RATE,
            TAX_CODE,
            TAX_BASE,
            TAX_AMOUNT,
            RELATION_TYPE,
            RELATION_ID,
            DIMENSIONS,
            TEXT);

    static final Field<String> DOCUMENT_TYPE = Field.required("document_type", Kind.choice(documentTypes()));
    static final Field<String> DOCUMENT_NUMBER = Field.required("document_number", Kind.text(Document.LONGEST_NUMBER));
    static final Field<LocalDate> DOCUMENT_DATE = Field.required("document_date", Kind.date());
    static final Field<Optional<LocalDate>> DUE_DATE = Field.optional("due_date", Kind.date());
    static final Field<Optional<String>> PAYMENT_REF =
            Field.optional("payment_ref", Kind.text(Document.LONGEST_REFERENCE));
    static final Field<Optional<Long>> PARTNER = Field.optional("business_partner_id", Kind.id());
    static final Shape DOCUMENT = Shape.of(
            "WrittenRelatedObject", DOCUMENT_TYPE, DOCUMENT_NUMBER, DOCUMENT_DATE, DUE_DATE, PAYMENT_REF, PARTNER);

    static final Field<LocalDate> DATE = Field.required("posting_date", Kind.date());
    static final Field<Optional<Body>> RELATED = Field.optional("related_object", Kind.object(DOCUMENT));
    static final Field<List<Body>> LINES = Field.each("lines", Kind.object(LINE), EntryRules.MOST_LINES);
    static final Field<Boolean> IS_DRAFT = Field.withDefault("is_draft", Kind.flag(), false)
            .describedAs("A draft has no number and is in no figure; it may be unbalanced, be changed and be deleted.");

    static final Field<Optional<String>> HELD_REASON = Field.optional("held_reason", Kind.text(500))
            .describedAs("Why it is posted all the same, when its month is held.");

    /** To change a draft, and for a line of a file. */
    static final Shape ENTRY = Shape.of("WrittenJournalEntry", DATE, TEXT, RELATED, LINES);

    static final Shape NEW_ENTRY = Shape.of("NewJournalEntry", DATE, TEXT, RELATED, LINES, IS_DRAFT, HELD_REASON);

    private EntryBody() {}

    private static Map<String, String> documentTypes() {
        return Stream.of(DocumentType.values())
                .collect(Collectors.toMap(DocumentType::name, DocumentType::name, (one, same) -> one, TreeMap::new));
    }

    private static Optional<AccountCode> account(String text) {
        return text.matches("[1-9][0-9]{3,7}") ? Optional.of(new AccountCode(text)) : Optional.empty();
    }

    private static Optional<Currency> currency(String text) {
        return Currency.getAvailableCurrencies().stream()
                .filter(currency -> currency.getCurrencyCode().equals(text))
                .findFirst();
    }

    /** Every id of a dimension value that the entry names. */
    static Set<Long> ids(Body entry) {
        Set<Long> ids = idsOfLines(entry);
        entry.get(RELATED).flatMap(document -> document.get(PARTNER)).ifPresent(ids::add);
        return ids;
    }

    static Set<Long> idsOfLines(Body entry) {
        Set<Long> ids = new HashSet<>();
        for (Body line : entry.get(LINES)) {
            line.get(RELATION_ID).ifPresent(ids::add);
            line.get(DIMENSIONS).forEach(dimension -> ids.add(dimension.get(DIMENSION_ID)));
        }
        return ids;
    }

    /** Of one line, by id; the relation is one of them. */
    static Map<Long, DimensionType> dimensions(Body line) {
        Map<Long, DimensionType> dimensions = new HashMap<>();
        line.get(RELATION_ID).ifPresent(id -> line.get(RELATION_TYPE).ifPresent(type -> dimensions.put(id, type)));
        line.get(DIMENSIONS)
                .forEach(dimension -> dimensions.put(dimension.get(DIMENSION_ID), dimension.get(DIMENSION_TYPE)));
        return dimensions;
    }
}
