package no.avstemt.application.journal;

/**
 * Why a file of entries was not taken.
 *
 * @param line of the file, from 1; 0 for the file as a whole
 * @param value what stands there, or what is wrong with it: an amount in øre for what does not balance
 */
public record ImportProblem(long line, Reason reason, String value) {

    public enum Reason {
        /** The first line does not name the columns that are read. */
        WRONG_COLUMNS,
        WRONG_NUMBER_OF_FIELDS,
        NO_DATE,
        NO_AMOUNT,
        /** Both debit and credit, or less than zero. */
        NOT_ONE_SIDE,
        NO_ACCOUNT_CODE,
        NO_DESCRIPTION,
        UNKNOWN_ACCOUNT,
        ACCOUNT_NOT_POSTABLE,
        /** The rows of one entry have different dates. */
        SEVERAL_DATES,
        UNBALANCED,
        EMPTY
    }
}
