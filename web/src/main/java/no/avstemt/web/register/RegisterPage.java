package no.avstemt.web.register;

import java.util.List;
import no.avstemt.web.page.Frame;
import no.avstemt.web.page.Link;

/**
 * A register.
 *
 * @param tabs to the other registers
 * @param shows whether those put away are shown too
 * @param newHref where one is added; empty for those who may not
 * @param heads of the columns
 * @param whenEmpty what to say where there are no rows
 */
public record RegisterPage(
        Frame frame,
        String title,
        String lead,
        List<Link> tabs,
        String action,
        String client,
        String search,
        List<Link> shows,
        String shown,
        String newHref,
        String newLabel,
        String count,
        List<String> heads,
        List<Row> rows,
        String whenEmpty,
        String previous,
        String next) {

    public RegisterPage {
        tabs = List.copyOf(tabs);
        shows = List.copyOf(shows);
        heads = List.copyOf(heads);
        rows = List.copyOf(rows);
    }

    /** @param rest the cells after the first, which is the link */
    public record Row(String href, String name, List<String> rest) {

        public Row {
            rest = List.copyOf(rest);
        }
    }
}
