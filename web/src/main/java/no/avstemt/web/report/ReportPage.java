package no.avstemt.web.report;

import java.util.List;
import no.avstemt.web.page.Frame;
import no.avstemt.web.page.Link;

/**
 * @param company whose books, with its organisation number
 * @param highlights the few figures that matter most
 * @param formats the same report in other formats
 * @param seal what proves that two prints are the same report; may be empty
 */
public record ReportPage(
        Frame frame,
        String title,
        String company,
        Selection selection,
        List<Highlight> highlights,
        FigureTable table,
        NumberedPager pager,
        List<Link> formats,
        String seal) {

    public ReportPage {
        highlights = List.copyOf(highlights);
        formats = List.copyOf(formats);
    }

    /** @param isGood whether it is the figure one hopes for, as a difference of nothing */
    public record Highlight(String label, String value, boolean isGood) {}
}
