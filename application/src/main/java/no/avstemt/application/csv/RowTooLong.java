package no.avstemt.application.csv;

import java.io.IOException;

/** A row that nobody wrote as one: mostly a quote that was opened and never closed, or a file of another kind. */
public final class RowTooLong extends IOException {

    private static final long serialVersionUID = 1L;

    private final long line;

    RowTooLong(long line) {
        super("The row that begins on line " + line + " is too long");
        this.line = line;
    }

    /** On which the row begins, from 1. */
    public long line() {
        return line;
    }
}
