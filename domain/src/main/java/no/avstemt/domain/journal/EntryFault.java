package no.avstemt.domain.journal;

import java.util.List;
import java.util.Locale;

/**
 * One thing that keeps an entry from being posted.
 *
 * @param line from 1; 0 for the entry as a whole
 * @param field as in the API
 * @param facts what the text of the reason names, in its order; amounts in minor units
 */
public record EntryFault(int line, String field, Reason reason, List<String> facts) {

    public EntryFault {
        facts = List.copyOf(facts);
    }

    static EntryFault of(int line, String field, Reason reason, String... facts) {
        return new EntryFault(line, field, reason, List.of(facts));
    }

    EntryFault at(int otherLine) {
        return new EntryFault(otherLine, field, reason, facts);
    }

    public enum Reason {
        /** Facts: the date, and the first and the last that is taken. */
        DATE_OUT_OF_RANGE,
        NO_DESCRIPTION,
        /** None, or one that comes to nothing. */
        NO_LINES,
        /** Every amount is zero. */
        NO_AMOUNTS,
        TOO_MANY_LINES,
        /** Fact: the difference in kroner, debit less credit. */
        UNBALANCED,
        /** Facts: currency, and the difference in it. */
        UNBALANCED_IN_CURRENCY,
        NO_ACCOUNT,
        UNKNOWN_ACCOUNT,
        ACCOUNT_INACTIVE,
        ACCOUNT_NOT_POSTABLE,
        /** Facts: account, and the type that it asks for. */
        RELATION_MISSING,
        /** Facts: account of Vipps, the bank account that the line is about, and the ledgers that it can be about. */
        NOT_OF_LEDGER,
        /** Facts: account, and the type that is mandatory on it. */
        DIMENSION_MISSING,
        /** Facts: type and key. */
        UNKNOWN_DIMENSION,
        DIMENSION_INACTIVE,
        UNKNOWN_TAX_CODE,
        /** Facts: tax code and date. */
        TAX_CODE_NOT_VALID,
        /** Output tax or deduction, and the client account is not registered. Facts: tax code and date. */
        TAX_CODE_NEEDS_REGISTRATION,
        /** Facts: tax code and account. */
        TAX_CODE_DOES_NOT_SUIT,
        TAX_WITHOUT_CODE,
        /** Tax or its base is debit on a line of credit, or the other way. */
        TAX_DIFFERS_IN_SIGN,
        /** Fact: the largest base that fits the line. */
        TAX_BASE_TOO_LARGE,
        /** Fact: the amount of the line. */
        TAX_BASE_ZERO,
        /** Facts: the tax, what it should be, the rate in per cent, the base, and how much it may be off. */
        TAX_DOES_NOT_FIT,
        /** Facts: the tax, and the code that has none. */
        TAX_OF_CODE_WITHOUT,
        /** Of a code that is tax alone. Facts: the tax, the code, and the amount of the line. */
        TAX_IS_NOT_THE_LINE,
        /** Facts: account, what the lines with tax codes come to on it, and what stands on it. */
        TAX_NOT_ON_ITS_ACCOUNT,
        /** An account of output tax or deduction. Facts: account and date. */
        VAT_ACCOUNT_NEEDS_REGISTRATION,
        AMOUNT_TOO_LARGE,
        AMOUNTS_DIFFER_IN_SIGN,
        KRONER_WITH_RATE,
        /** Facts: the currency, and the date of the entry. */
        RATE_MISSING,
        CURRENCY_NOT_TAKEN,
        /** Facts: what the amount in kroner should be, and the rate. */
        RATE_DOES_NOT_FIT,
        /** Facts: number of the document, and the entry or register that has it otherwise. */
        DOCUMENT_DIFFERS,
        /** Facts: the due date of the document, and its own date. */
        DUE_BEFORE_DATE,
        /** Facts: the month, and the first day after it that is open. */
        PERIOD_CLOSED,
        /** Fact: the month. */
        PERIOD_HELD;

        /** The key of its sentence. */
        public String key() {
            return "entry-fault." + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
