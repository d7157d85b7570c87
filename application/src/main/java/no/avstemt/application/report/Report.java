package no.avstemt.application.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.avstemt.domain.report.Column;
import no.avstemt.domain.report.TableSink;

/** A report: what it can be asked for, and how it is built. One class each, listed in {@link Reports}. */
public interface Report {

    /** Names it in addresses and in texts, for example {@code trial-balance}. */
    String id();

    List<Parameter<?>> parameters();

    /** Those that it has when it is asked this: what is in the books does not change them. */
    List<Column> columns(ReportQuery query);

    /** What a program must know of its figures, in English, for the API's description; may be empty. */
    default String about() {
        return "";
    }

    /** What stands for parameters that are not given, where it depends on the day; by their names. */
    default Map<String, String> whenMissing(LocalDate today) {
        return Map.of();
    }

    /** The text key of what is wrong with dates that are right one by one; it is told their names. */
    default Optional<String> refusal(ReportQuery query) {
        return Optional.empty();
    }

    /** As long as it is the same, this report comes out the same. */
    default BooksVersion version(Books books, ReportQuery query) {
        BooksVersion posted = books.version(query.client());
        return countsDrafts(query) ? posted.beside(books.draftsVersion(query.client())) : posted;
    }

    /** Whether this is asked to count drafts beside what is posted. */
    default boolean countsDrafts(ReportQuery query) {
        return parameters().contains(Parameters.INCLUDE_DRAFTS) && query.get(Parameters.INCLUDE_DRAFTS);
    }

    /** Pushes the report into the sink, in the order that {@link TableSink} says. */
    void build(Books books, ReportQuery query, TableSink sink);
}
