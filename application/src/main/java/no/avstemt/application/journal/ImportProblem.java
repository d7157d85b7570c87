package no.avstemt.application.journal;

import java.util.Locale;
import java.util.Optional;
import no.avstemt.domain.journal.EntryFault;

/**
 * Why a file of entries was not taken.
 *
 * @param value what stands there, or what is wrong with it: an amount in øre for what does not balance
 * @param fault of an entry that could be read and not be posted
 */
public record ImportProblem(FilePlace place, Reason reason, String value, Optional<EntryFault> fault) {

    public ImportProblem(FilePlace place, Reason reason, String value) {
        this(place, reason, value, Optional.empty());
    }

    /** What the rules of entries say; the place tells of which line of the entry. */
    static ImportProblem of(FilePlace place, EntryFault fault) {
        EntryFault told = new EntryFault(0, fault.field(), fault.reason(), fault.facts());
        return new ImportProblem(place, Reason.FAULT, "", Optional.of(told));
    }

    public long line() {
        return place.line();
    }

    public enum Reason {
        /** A column that is needed is not there: its name. */
        MISSING_COLUMN,
        /** A column that is not known: its name. */
        UNKNOWN_COLUMN,
        REPEATED_COLUMN,
        WRONG_NUMBER_OF_FIELDS,
        NO_ENTRY_ID,
        /** A control character, or half of one that is written as two: the column. */
        NOT_PLAIN,
        NO_DATE,
        NO_AMOUNT,
        AMOUNT_TOO_LARGE,
        /** Both debit and credit, or less than zero. */
        NOT_ONE_SIDE,
        NO_ACCOUNT_CODE,
        NO_DESCRIPTION,
        DESCRIPTION_TOO_LONG,
        /** How many characters there can be. */
        TEXT_TOO_LONG,
        NO_CURRENCY,
        NO_RATE,
        UNKNOWN_ACCOUNT,
        ACCOUNT_NOT_POSTABLE,
        /** Type and number. */
        UNKNOWN_DIMENSION,
        /** Type and number. */
        DIMENSION_INACTIVE,
        /** Type and two numbers that differ in large and small letters alone. */
        DIMENSION_IN_OTHER_LETTERS,
        /** The rows of one entry name different documents, or tell of one differently: the column. */
        SEVERAL_DOCUMENTS,
        /** The rows of one entry have different dates. */
        SEVERAL_DATES,
        UNBALANCED,
        TOO_MANY_LINES,
        TOO_MANY_DOCUMENTS,
        /** What the rules of entries say of it. */
        FAULT,
        /** A sentence that says where a line of JSON is not what it should be. */
        NOT_READ,
        ROW_TOO_LONG,
        QUOTE_NOT_CLOSED,
        /** Neither UTF-8 nor Latin-1: a byte that is zero. */
        NOT_TEXT,
        /** Marked as UTF-8, with a byte that is not. */
        NOT_UTF8,
        EMPTY;

        /** Whether its sentence names the field itself. */
        public boolean namesField() {
            return switch (this) {
                case MISSING_COLUMN, UNKNOWN_COLUMN, REPEATED_COLUMN, NOT_PLAIN, SEVERAL_DOCUMENTS, NOT_READ -> true;
                default -> false;
            };
        }

        /** The key of its sentence. */
        public String key() {
            return "import-problem." + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
