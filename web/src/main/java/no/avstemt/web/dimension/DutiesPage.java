package no.avstemt.web.dimension;

import java.util.List;
import no.avstemt.web.page.Choice;
import no.avstemt.web.page.Faults;
import no.avstemt.web.page.Frame;
import no.avstemt.web.page.Link;

/**
 * What lines on accounts must be about.
 *
 * @param rows the accounts that demand something
 * @param action where the form is sent; empty for those who may not change anything
 */
public record DutiesPage(
        Frame frame,
        String client,
        List<Link> tabs,
        List<Row> rows,
        String action,
        Faults faults,
        Choice account,
        List<Choice.Option> types) {

    public DutiesPage {
        tabs = List.copyOf(tabs);
        rows = List.copyOf(rows);
        types = List.copyOf(types);
    }

    /** @param href to the form with this account filled in; empty for those who may not change anything */
    public record Row(String account, String href, String types) {}
}
