package no.avstemt.application.journal;

import no.avstemt.application.journal.ImportProblem.Reason;

/** A row of a file that cannot be a line of an entry, for what stands in one of its columns. */
final class BadRow extends Exception {

    private static final long serialVersionUID = 1L;

    final String column;
    final Reason reason;
    final String value;

    BadRow(String column, Reason reason, String value) {
        super(column + " " + reason + " " + value);
        this.column = column;
        this.reason = reason;
        this.value = value;
    }

    BadRow(String column, Reason reason, String value, Exception cause) {
        super(column + " " + reason + " " + value, cause);
        this.column = column;
        this.reason = reason;
        this.value = value;
    }
}
