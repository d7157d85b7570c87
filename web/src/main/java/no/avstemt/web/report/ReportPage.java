package no.avstemt.web.report;

import java.util.List;
import no.avstemt.web.favourite.FavouriteList;
import no.avstemt.web.page.Faults;
import no.avstemt.web.page.Frame;
import no.avstemt.web.page.Link;

/**
 * @param company whose books, with its organisation number
 * @param faults what was written in the selection and can mean nothing
 * @param filters a sentence for each choice that narrows the report and does not stand in the selection
 * @param notes what one must know to read the figures
 * @param highlights the few figures that matter most
 * @param formats the same report in other formats
 * @param related other reports of the same
 * @param seal what proves that two prints are the same report; may be empty
 */
public record ReportPage(
        Frame frame,
        String title,
        String company,
        Selection selection,
        Faults faults,
        List<String> filters,
        List<String> notes,
        List<Highlight> highlights,
        FigureTable table,
        NumberedPager pager,
        List<Link> formats,
        List<Link> related,
        String seal,
        FavouriteList favourites) {

    public ReportPage {
        filters = List.copyOf(filters);
        notes = List.copyOf(notes);
        highlights = List.copyOf(highlights);
        formats = List.copyOf(formats);
        related = List.copyOf(related);
    }

    /** @param isGood whether it is the figure one hopes for, as a difference of nothing */
    public record Highlight(String label, String value, boolean isGood) {}
}
