package no.avstemt.web.report;

import java.util.List;
import no.avstemt.web.favourite.FavouriteList;
import no.avstemt.web.page.Frame;
import no.avstemt.web.page.Link;
import no.avstemt.web.report.ReportPage.Highlight;
import no.avstemt.web.report.Selection.Option;

/**
 * A report of several client accounts.
 *
 * @param company how many they are, or which one it is
 * @param selection without parts where there are no client accounts at all
 * @param filters a sentence for each choice that narrows the report and does not stand in the selection
 * @param notes what one must know to read the figures
 * @param highlights of all of them
 * @param sums of each; may be without rows
 * @param parts the reports themselves, as far as they are on this page
 * @param none why there are no parts; empty when there are
 */
public record CombinedPage(
        Frame frame,
        String title,
        String company,
        Selection selection,
        Ticks ticks,
        List<String> filters,
        List<String> notes,
        List<Highlight> highlights,
        FigureTable sums,
        List<Part> parts,
        String none,
        NumberedPager pager,
        List<Link> formats,
        String seal,
        FavouriteList favourites) {

    public CombinedPage {
        filters = List.copyOf(filters);
        notes = List.copyOf(notes);
        highlights = List.copyOf(highlights);
        parts = List.copyOf(parts);
        formats = List.copyOf(formats);
    }

    /**
     * Which client accounts it is about.
     *
     * @param chosen how many of them, in words
     * @param all,none addresses where all are ticked, and none
     */
    public record Ticks(String chosen, List<Option> clients, String all, String none) {

        public Ticks {
            clients = List.copyOf(clients);
        }

        public boolean isNone() {
            return clients.stream().noneMatch(Option::chosen);
        }
    }

    /** @param client leads to the same report of it alone */
    public record Part(Link client, String organisationNumber, FigureTable table) {}
}
