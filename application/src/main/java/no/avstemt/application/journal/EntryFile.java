package no.avstemt.application.journal;

import java.io.IOException;
import java.io.Reader;
import no.avstemt.domain.journal.EntryRules;

/**
 * A file of journal entries. As it is, in comma-separated text: one row a line, the rows of an entry together, columns by
 * their names as {@link EntryColumns} has them. It is read more than once, and must be the same each time.
 */
public interface EntryFile {

    /** The file's name for people: the voucher of its entries. */
    String name();

    Reader open() throws IOException;

    /** @param rules of the client account, as they are before anything of the file is booked */
    default EntrySource entries(EntryRules rules) throws IOException {
        return new EntryReader(open(), rules);
    }
}
