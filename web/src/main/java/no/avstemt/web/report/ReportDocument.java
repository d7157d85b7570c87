package no.avstemt.web.report;

import java.util.List;

/**
 * A report as a document that stands alone: it can be saved, mailed and printed, and fetches nothing.
 *
 * @param style the style sheet itself
 * @param filters a sentence for each choice that narrows the report
 */
public record ReportDocument(
        String language,
        String style,
        String title,
        String company,
        String period,
        List<String> filters,
        FigureTable table,
        String seal) {

    public ReportDocument {
        filters = List.copyOf(filters);
    }
}
