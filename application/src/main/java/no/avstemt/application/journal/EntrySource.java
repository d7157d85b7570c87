package no.avstemt.application.journal;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import no.avstemt.domain.dimension.DimensionRef;

/** The entries of a file, one by one. */
public interface EntrySource extends AutoCloseable {

    /** Empty at the end of the file. */
    Optional<EntryInFile> next() throws IOException;

    /** What the lines read so far are about, each with the line of the file that names it first. */
    Map<DimensionRef, Long> dimensions();

    @Override
    void close() throws IOException;
}
