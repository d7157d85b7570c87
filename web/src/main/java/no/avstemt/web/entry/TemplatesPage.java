package no.avstemt.web.entry;

import java.util.List;
import no.avstemt.web.page.Faults;
import no.avstemt.web.page.Field;
import no.avstemt.web.page.Frame;
import no.avstemt.web.page.Link;

/**
 * The entries that come again.
 *
 * @param newHref empty for those who may not write
 * @param shows posted entries, drafts and these
 * @param search what is looked for; may be empty
 */
public record TemplatesPage(
        Frame frame,
        String title,
        String client,
        String newHref,
        List<Link> shows,
        String action,
        String search,
        Faults faults,
        String count,
        List<Row> rows,
        String whenEmpty,
        String previous,
        String next) {

    public TemplatesPage {
        shows = List.copyOf(shows);
        rows = List.copyOf(rows);
    }

    /**
     * @param useHref the form with its lines; empty for those who may not write
     * @param accounts that it has lines on
     * @param action where a wish about it is sent, below which are {@code /rename} and {@code /delete}; may be empty
     * @param rename its name, to be changed
     * @param renaming whether that is seen
     */
    public record Row(
            String id,
            String name,
            String useHref,
            String text,
            String accounts,
            String sum,
            String by,
            String action,
            Field rename,
            boolean renaming) {}
}
