package no.avstemt.web.entry;

import java.util.List;
import no.avstemt.web.page.Choice;
import no.avstemt.web.page.Faults;
import no.avstemt.web.page.Field;
import no.avstemt.web.page.Frame;
import no.avstemt.web.page.Link;

/**
 * Posted entries, or drafts.
 *
 * @param newHref empty for those who may not write
 * @param shows posted entries, drafts and templates
 */
public record WrittenPage(
        Frame frame,
        String title,
        String client,
        String newHref,
        List<Link> shows,
        Filter filter,
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
     * By what the list is narrowed.
     *
     * @param action where that is sent
     * @param allHref the whole list; empty when it is shown
     */
    public record Filter(String action, List<Field> fields, List<Choice> choices, String allHref) {

        public Filter {
            fields = List.copyOf(fields);
            choices = List.copyOf(choices);
        }
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
