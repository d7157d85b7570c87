package no.avstemt.web.sync;

import java.util.List;
import no.avstemt.web.page.Frame;

/**
 * @param count how many runs there are, in a sentence
 * @param previous,next pages; empty where there is none
 */
public record RunsPage(Frame frame, String count, List<Row> rows, String previous, String next) {

    public RunsPage {
        rows = List.copyOf(rows);
    }

    /** @param by who started it; empty when it was time */
    public record Row(
            String begun, String href, String by, String state, String entries, String sales, String booked) {}
}
