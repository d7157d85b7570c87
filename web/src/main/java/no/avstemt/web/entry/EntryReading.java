package no.avstemt.web.entry;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.avstemt.application.journal.EntryChoices;
import no.avstemt.domain.chart.Account;
import no.avstemt.domain.chart.AccountCode;
import no.avstemt.domain.currency.ExchangeRate;
import no.avstemt.domain.dimension.DimensionRef;
import no.avstemt.domain.dimension.DimensionType;
import no.avstemt.domain.document.Document;
import no.avstemt.domain.document.DocumentType;
import no.avstemt.domain.journal.DraftLine;
import no.avstemt.domain.journal.EntryDraft;
import no.avstemt.domain.journal.EntryFault;
import no.avstemt.domain.journal.GrossLine;
import no.avstemt.domain.period.PeriodState;
import no.avstemt.domain.register.Label;
import no.avstemt.web.page.Choosing;
import no.avstemt.web.page.Faults;
import no.avstemt.web.text.IsoDay;
import no.avstemt.web.text.Texts;

/** What the form means, with everything in it that can mean nothing. Empty lines are no lines. */
final class EntryReading {

    private static final List<LineField> AMOUNT =
            List.of(LineField.DEBIT, LineField.CREDIT, LineField.CURRENCY, LineField.RATE);
    private static final int LONGEST_DESCRIPTION = 500;

    final Faults faults = Faults.none();

    private final TypedEntry typed;
    private final EntryChoices choices;
    private final Texts texts;
    private final Optional<LocalDate> date;
    private final LocalDate day;
    private final String description;
    private final Optional<Document> document;
    private final String heldReason;
    private final List<Integer> lineNos = new ArrayList<>();
    private final List<List<DraftLine>> posted;

    /** @param today stands for a date that is none, so that the rest can be shown */
    EntryReading(TypedEntry typed, EntryChoices choices, LocalDate today, Texts texts) {
        this.typed = typed;
        this.choices = choices;
        this.texts = texts;
        date = day(HeadField.DATE);
        if (typed.get(HeadField.DATE).isEmpty()) {
            faults.add(HeadField.DATE.id(), texts.get("entry-form.noDate"));
        }
        day = date.orElse(today);
        description = text(HeadField.DESCRIPTION, LONGEST_DESCRIPTION);
        List<GrossLine> lines = lines();
        posted = choices.taxLines().split(lines, date.orElse(today));
        document = document();
        heldReason = text(HeadField.HELD_REASON, LONGEST_DESCRIPTION);
    }

    private List<GrossLine> lines() {
        List<GrossLine> lines = new ArrayList<>();
        int lineNo = 0;
        for (TypedLine line : typed.lines()) {
            lineNo++;
            if (!line.isEmpty()) {
                lineNos.add(lineNo);
                lines.add(new LineReading(line, lineNo, choices, day, texts, faults).line());
            }
        }
        return lines;
    }

    private Optional<LocalDate> day(HeadField field) {
        String text = typed.get(field);
        Optional<LocalDate> day = IsoDay.parse(text).or(() -> norwegian(text));
        if (day.isEmpty() && !text.isEmpty()) {
            String key = isDay(text) ? "entry-form.dayOutOfRange" : "entry-form.noDay";
            faults.add(field.id(), texts.get(key, text));
        }
        return day;
    }

    /** Whether it is one of a year that no books have, as {@code 3026-01-01}. */
    private static boolean isDay(String text) {
        return IsoDay.isDay(text) || iso(text).filter(IsoDay::isDay).isPresent();
    }

    /** {@code 21.11.2026}, where a browser has no calendar. */
    private static Optional<LocalDate> norwegian(String text) {
        return iso(text).flatMap(IsoDay::parse);
    }

    private static Optional<String> iso(String text) {
        String[] part = text.split("\\.", -1);
        boolean looksSo = part.length == 3 && part[2].length() == 4 && !part[0].isEmpty() && !part[1].isEmpty();
        return looksSo ? Optional.of(part[2] + "-" + padded(part[1]) + "-" + padded(part[0])) : Optional.empty();
    }

    private static String padded(String digits) {
        return digits.length() == 1 ? "0" + digits : digits;
    }

    private String text(HeadField field, int longest) {
        String text = typed.get(field);
        if (text.length() > longest) {
            faults.add(field.id(), texts.get("entry-form.tooLong", Integer.toString(longest)));
            return text.substring(0, longest);
        }
        return text;
    }

    private Optional<Document> document() {
        Optional<LocalDate> ofDocument = day(HeadField.DOCUMENT_DATE);
        Optional<LocalDate> due = day(HeadField.DUE_DATE);
        String number = text(HeadField.DOCUMENT_NUMBER, Document.LONGEST_NUMBER);
        String reference = text(HeadField.PAYMENT_REF, Document.LONGEST_REFERENCE);
        Optional<DimensionRef> partner = partner();
        boolean asked = HeadField.DOCUMENT.stream()
                .filter(field -> field != HeadField.DOCUMENT_TYPE)
                .anyMatch(field -> !typed.get(field).isEmpty());
        if (asked && number.isEmpty()) {
            faults.add(HeadField.DOCUMENT_NUMBER.id(), texts.get("entry-form.noDocumentNumber"));
        }
        if (number.isEmpty()) {
            return Optional.empty();
        }
        String type = documentType();
        return ofDocument
                .or(() -> date)
                .map(day -> new Document(
                        type, number, day, due, Optional.of(reference).filter(text -> !text.isEmpty()), partner));
    }

    /** Of a select; another one was never offered. */
    private String documentType() {
        String chosen = typed.get(HeadField.DOCUMENT_TYPE);
        Optional<DocumentType> type = DocumentType.of(chosen);
        if (type.isEmpty() && !chosen.isEmpty()) {
            faults.add(HeadField.DOCUMENT_TYPE.id(), texts.get("entry-form.noSuchDocumentType", chosen));
        }
        return type.orElse(DocumentType.OTHER).name();
    }

    private Optional<DimensionRef> partner() {
        String text = typed.get(HeadField.DOCUMENT_PARTNER);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Choosing.Found<Label> found =
                Choosing.of(text, choices.of(DimensionType.BUSINESSPARTNER), Label::number, Label::name);
        if (found.several()) {
            faults.add(HeadField.DOCUMENT_PARTNER.id(), texts.get("entry-form.severalValues", text));
            return Optional.empty();
        }
        String key = found.one().map(Label::number).orElse(text);
        return Optional.of(new DimensionRef(DimensionType.BUSINESSPARTNER, key));
    }

    LocalDate day(LocalDate otherwise) {
        return date.orElse(otherwise);
    }

    /** Why it is posted in a month that is held. */
    Optional<String> heldReason() {
        return Optional.of(heldReason).filter(text -> !text.isEmpty());
    }

    /** The month of its date, if that is held. */
    Optional<YearMonth> heldMonth() {
        return date.filter(day -> choices.periods().state(day) == PeriodState.HELD)
                .map(YearMonth::from);
    }

    /** Whether the line of the form has its amount in credit. */
    boolean isCredit(int lineNo) {
        TypedLine line = typed.lines().get(lineNo - 1);
        return line.get(LineField.DEBIT).isEmpty()
                && !line.get(LineField.CREDIT).isEmpty();
    }

    /** What is kept or posted; nothing as long as something in the form means nothing. */
    Optional<EntryDraft> draft() {
        return faults.any() || date.isEmpty() ? Optional.empty() : Optional.of(readable());
    }

    /** What is left when all that means nothing is left out. */
    EntryDraft readable() {
        return new EntryDraft(
                day,
                description,
                document,
                posted.stream().flatMap(List::stream).toList());
    }

    /** Whether a fault of {@link #readable} is one of the entry itself, and not of what was left out. */
    boolean canTell(EntryFault fault) {
        return switch (fault.reason()) {
            case UNBALANCED, UNBALANCED_IN_CURRENCY, NO_LINES, NO_AMOUNTS, TAX_NOT_ON_ITS_ACCOUNT ->
                lineNos.stream().allMatch(this::hasItsAmount);
            case RATE_DOES_NOT_FIT,
                    AMOUNTS_DIFFER_IN_SIGN,
                    KRONER_WITH_RATE,
                    TAX_DIFFERS_IN_SIGN,
                    TAX_BASE_TOO_LARGE,
                    TAX_BASE_ZERO,
                    TAX_OF_CODE_WITHOUT,
                    TAX_IS_NOT_THE_LINE,
                    TAX_DOES_NOT_FIT -> hasItsAmount(lineNo(fault.line()));
            case PERIOD_CLOSED,
                    PERIOD_HELD,
                    DATE_OUT_OF_RANGE,
                    TAX_CODE_NOT_VALID,
                    VAT_ACCOUNT_NEEDS_REGISTRATION,
                    RATE_MISSING -> date.isPresent();
            case DOCUMENT_DIFFERS ->
                date.isPresent() && HeadField.DOCUMENT.stream().allMatch(field -> isRead(field.id()));
            default -> true;
        };
    }

    private boolean hasItsAmount(int lineNo) {
        return AMOUNT.stream().allMatch(field -> isRead(field.at(lineNo)));
    }

    private boolean isRead(String id) {
        return faults.of(id).isEmpty();
    }

    /** The line of the form from which a line of the draft was made. */
    int lineNo(int draftLine) {
        int at = 0;
        int made = 0;
        while (at < posted.size() - 1 && made + posted.get(at).size() < draftLine) {
            made += posted.get(at).size();
            at++;
        }
        return lineNos.isEmpty() ? 1 : lineNos.get(at);
    }

    /** What is posted for a line of the form; nothing for an empty one. */
    List<DraftLine> made(int lineNo) {
        int at = lineNos.indexOf(lineNo);
        return at < 0 ? List.of() : posted.get(at);
    }

    /** øre */
    long debit() {
        return posted.stream().map(EntryReading::whole).filter(sum -> sum > 0).reduce(0L, Math::addExact);
    }

    /** øre, without sign */
    long credit() {
        return posted.stream().map(EntryReading::whole).filter(sum -> sum < 0).reduce(0L, Math::subtractExact);
    }

    /** Tax that is owed and deducted at once stands on neither side of the form. */
    private static long whole(List<DraftLine> lines) {
        return lines.stream().mapToLong(DraftLine::amount).reduce(0, Math::addExact);
    }

    /** Number and name for each account that was understood from less. */
    TypedEntry understood() {
        Map<Integer, String> accounts = new HashMap<>();
        for (int lineNo : lineNos) {
            made(lineNo)
                    .get(0)
                    .account()
                    .flatMap(this::account)
                    .ifPresent(account -> accounts.put(lineNo, name(account)));
        }
        return typed.with(LineField.ACCOUNT, accounts);
    }

    /** The rate that stands for one that was left out of the line. */
    Optional<ExchangeRate> rate(int lineNo) {
        DraftLine line = made(lineNo).get(0);
        boolean leftOut = typed.lines().get(lineNo - 1).get(LineField.RATE).isEmpty();
        return leftOut ? choices.rate(line.currency(), day) : Optional.empty();
    }

    Optional<Account> account(AccountCode code) {
        return choices.accounts().stream()
                .filter(account -> account.code().equals(code))
                .findFirst();
    }

    String name(Account account) {
        return account.code() + " " + account.name(texts.tag());
    }
}
