package no.avstemt.web.file;

import java.util.List;
import no.avstemt.web.page.Choice;
import no.avstemt.web.page.Frame;
import no.avstemt.web.page.Link;

/**
 * Entries without documentation.
 *
 * @param shows posted entries, drafts, and this
 * @param months that have some, and all of them
 * @param count how many are shown on all pages, as a sentence
 */
public record UndocumentedPage(
        Frame frame,
        String title,
        String lead,
        String client,
        List<Link> shows,
        Choice months,
        String count,
        List<Row> rows,
        String whenEmpty,
        String previous,
        String next) {

    public UndocumentedPage {
        shows = List.copyOf(shows);
        rows = List.copyOf(rows);
    }

    /** @param attachHref where a file is put beside it */
    public record Row(String number, String href, String date, String text, String by, String sum, String attachHref) {}
}
