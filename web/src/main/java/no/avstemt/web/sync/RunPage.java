package no.avstemt.web.sync;

import java.util.List;
import no.avstemt.web.page.Frame;

/**
 * @param sentence how far it is, or how it ended
 * @param open whether it waits or runs, so that the page follows it
 * @param here the page itself
 * @param events that tell when there is more to show
 * @param ended of this many client accounts, out of {@code all}
 * @param failed whether something needs a person
 */
public record RunPage(
        Frame frame,
        String title,
        String begun,
        String sentence,
        boolean open,
        boolean failed,
        String here,
        String events,
        long ended,
        long all,
        List<Row> rows) {

    public RunPage {
        rows = List.copyOf(rows);
    }

    /** @param failures in sentences; empty when there is none */
    public record Row(
            String name,
            String href,
            String state,
            String entries,
            String sales,
            String booked,
            List<String> failures) {

        public Row {
            failures = List.copyOf(failures);
        }
    }
}
