package no.avstemt.application.journal;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import no.avstemt.domain.dimension.DimensionRef;
import no.avstemt.domain.journal.EntryFault;

/** The entries of a file, one by one. */
public interface EntrySource extends AutoCloseable {

    /** Empty at the end of the file. */
    Optional<EntryInFile> next() throws IOException;

    /** What the lines read so far are about, each with the place that names it first. */
    Map<DimensionRef, FilePlace> dimensions();

    /** Where in the file stands what is wrong with the entry that was read last. */
    FilePlace place(EntryFault fault);

    @Override
    void close() throws IOException;
}
