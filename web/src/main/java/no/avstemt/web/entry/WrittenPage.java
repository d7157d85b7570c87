package no.avstemt.web.entry;

import java.util.List;
import no.avstemt.web.page.Faults;
import no.avstemt.web.page.Frame;
import no.avstemt.web.page.Link;

/**
 * Posted entries, or drafts.
 *
 * @param newHref empty for those who may not write
 * @param shows posted entries and drafts
 * @param from,to the days that are shown, as ISO dates; empty where all are
 * @param action where the days are chosen; empty where they are not
 */
public record WrittenPage(
        Frame frame,
        String title,
        String client,
        String newHref,
        List<Link> shows,
        String action,
        String from,
        String to,
        Faults faults,
        String count,
        List<Row> rows,
        String whenEmpty,
        String previous,
        String next) {

    public WrittenPage {
        shows = List.copyOf(shows);
        rows = List.copyOf(rows);
    }

    /**
     * @param number empty for a draft
     * @param state what is special about it; may be empty
     * @param actions where a wish about a draft is sent, below which are {@code /post} and {@code /delete}; may be empty
     */
    public record Row(
            String id,
            String href,
            String number,
            String date,
            String text,
            String document,
            String by,
            String sum,
            String state,
            String actions) {}
}
