package no.avstemt.application.journal;

import java.io.IOException;
import java.io.Reader;

/**
 * A file of journal entries in comma-separated text, one row a line, the rows of an entry together:
 * {@code entry_id,date,account,debit_minor,credit_minor,description,project,department}. It is read more than once, and
 * must be the same each time.
 */
public interface EntryFile {

    /** The file's name for people: the voucher of its entries. */
    String name();

    Reader open() throws IOException;
}
