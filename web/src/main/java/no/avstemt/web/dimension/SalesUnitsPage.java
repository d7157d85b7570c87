package no.avstemt.web.dimension;

import java.util.List;
import no.avstemt.web.page.Choice;
import no.avstemt.web.page.Faults;
import no.avstemt.web.page.Frame;
import no.avstemt.web.page.Link;

/**
 * The sales units of a client account.
 *
 * @param action where each form is sent; empty for those who may not change anything
 */
public record SalesUnitsPage(
        Frame frame, String client, List<Link> tabs, String action, Faults faults, List<Unit> units) {

    public SalesUnitsPage {
        tabs = List.copyOf(tabs);
        units = List.copyOf(units);
    }

    /** @param mapped what it is mapped to, in words */
    public record Unit(
            String id, String ledger, String handle, String title, String mapped, Choice department, Choice project) {}
}
