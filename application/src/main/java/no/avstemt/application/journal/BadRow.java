package no.avstemt.application.journal;

import no.avstemt.application.journal.ImportProblem.Reason;

/** A row of a file that cannot be a line of an entry. */
final class BadRow extends Exception {

    private static final long serialVersionUID = 1L;

    final Reason reason;
    final String value;

    BadRow(Reason reason, String value) {
        super(reason + " " + value);
        this.reason = reason;
        this.value = value;
    }

    BadRow(Reason reason, String value, Exception cause) {
        super(reason + " " + value, cause);
        this.reason = reason;
        this.value = value;
    }
}
