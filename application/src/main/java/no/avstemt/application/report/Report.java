package no.avstemt.application.report;

import java.util.List;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.report.TableSink;

/** A report: what it can be asked for, and how it is built. One class each, listed in {@link Reports}. */
public interface Report {

    /** Names it in addresses and in texts, for example {@code trial-balance}. */
    String id();

    List<Parameter<?>> parameters();

    /** As long as it is the same, this report comes out the same. */
    default BooksVersion version(Books books, ClientAccountId client) {
        return books.version(client);
    }

    /** Pushes the report into the sink, in the order that {@link TableSink} says. */
    void build(Books books, ReportQuery query, TableSink sink);
}
