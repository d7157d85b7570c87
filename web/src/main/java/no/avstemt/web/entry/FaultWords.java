package no.avstemt.web.entry;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import no.avstemt.domain.journal.EntryFault;
import no.avstemt.web.http.Request;
import no.avstemt.web.text.Formats;
import no.avstemt.web.text.Texts;

/** What is wrong with an entry as its page says it: amounts and days as a person writes them, fields by their labels. */
record FaultWords(Texts texts, Formats formats) {

    static FaultWords of(Request request) {
        return new FaultWords(request.texts(), request.formats());
    }

    /** Names the line, where it is of one. */
    String text(EntryFault fault) {
        String what = texts.get(key(fault), arguments(fault));
        String sentence = capital(what);
        return fault.line() == 0 ? sentence : texts.get("entry-form.line", Integer.toString(fault.line()), sentence);
    }

    /** That a month is held. */
    String held(YearMonth month) {
        return capital(texts.get("entry-form.isHeld", formats.month(month)));
    }

    private String capital(String sentence) {
        return sentence.substring(0, 1).toUpperCase(locale()) + sentence.substring(1);
    }

    private static String key(EntryFault fault) {
        return fault.reason() == EntryFault.Reason.PERIOD_HELD
                ? "entry-form.held"
                : fault.reason().key();
    }

    private String[] arguments(EntryFault fault) {
        List<String> facts = new ArrayList<>(fault.facts());
        switch (fault.reason()) {
            case UNBALANCED, TAX_BASE_TOO_LARGE, TAX_BASE_ZERO, TAX_OF_CODE_WITHOUT -> amount(facts, 0);
            case TAX_IS_NOT_THE_LINE -> amount(facts, 0, 2);
            case TAX_NOT_ON_ITS_ACCOUNT -> amount(facts, 1, 2);
            case TAX_DOES_NOT_FIT -> {
                amount(facts, 0, 1, 3, 4);
                facts.set(2, formats.decimal(new BigDecimal(facts.get(2))));
            }
            case UNBALANCED_IN_CURRENCY -> amount(facts, 1);
            case RATE_DOES_NOT_FIT -> {
                amount(facts, 0);
                facts.set(1, formats.decimal(new BigDecimal(facts.get(1))));
            }
            case RELATION_MISSING, DIMENSION_MISSING -> dimension(facts, 1);
            case UNKNOWN_DIMENSION, DIMENSION_INACTIVE -> {
                dimension(facts, 0);
                Collections.reverse(facts);
            }
            case DATE_OUT_OF_RANGE -> {
                day(facts, 0);
                day(facts, 1);
                day(facts, 2);
            }
            case TAX_CODE_NOT_VALID,
                    TAX_CODE_NEEDS_REGISTRATION,
                    VAT_ACCOUNT_NEEDS_REGISTRATION,
                    DOCUMENT_DIFFERS,
                    RATE_MISSING -> day(facts, 1);
            case DUE_BEFORE_DATE -> {
                day(facts, 0);
                day(facts, 1);
            }
            case PERIOD_CLOSED -> {
                month(facts);
                day(facts, 1);
            }
            case PERIOD_HELD -> month(facts);
            default -> {
                // As it is: accounts, codes and counts are written alike everywhere.
            }
        }
        return facts.toArray(String[]::new);
    }

    private void amount(List<String> facts, int... which) {
        for (int at : which) {
            facts.set(at, formats.amount(Long.parseLong(facts.get(at))));
        }
    }

    private void day(List<String> facts, int at) {
        facts.set(at, formats.date(LocalDate.parse(facts.get(at))));
    }

    private void month(List<String> facts) {
        facts.set(0, formats.month(YearMonth.parse(facts.get(0))));
    }

    private void dimension(List<String> facts, int at) {
        facts.set(at, texts.get("word." + facts.get(at)));
    }

    private Locale locale() {
        return Locale.forLanguageTag(texts.tag());
    }
}
