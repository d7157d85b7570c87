package no.avstemt.web.report;

import java.util.List;

/**
 * A report as a document that stands alone: it can be saved, mailed and printed, and fetches nothing.
 *
 * @param style the style sheet itself
 * @param company whose books; of several, how many
 * @param filters a sentence for each choice that narrows the report
 * @param whenEmpty stands where there are no parts
 * @param sums of several client accounts; without rows for one
 */
public record ReportDocument(
        String language,
        String style,
        String title,
        String company,
        String period,
        List<String> filters,
        List<Part> parts,
        String whenEmpty,
        FigureTable sums,
        String seal) {

    public ReportDocument {
        filters = List.copyOf(filters);
        parts = List.copyOf(parts);
    }

    /** @param company whose part it is, under which it stands; empty where all is of one */
    public record Part(String company, FigureTable table) {}
}
