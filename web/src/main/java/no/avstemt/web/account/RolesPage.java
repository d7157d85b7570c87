package no.avstemt.web.account;

import java.util.List;
import no.avstemt.web.page.Choice;
import no.avstemt.web.page.Faults;
import no.avstemt.web.page.Frame;
import no.avstemt.web.page.Link;

/** @param mayWrite whether accounts can be chosen, or only seen */
public record RolesPage(Frame frame, List<Link> tabs, String client, Faults faults, boolean mayWrite, List<Row> rows) {

    public RolesPage {
        tabs = List.copyOf(tabs);
        rows = List.copyOf(rows);
    }

    /**
     * @param purpose what is booked there, in plain words
     * @param account that it is now
     * @param standard the account of the template where it is another; else empty
     * @param choice of the accounts that can have it
     */
    public record Row(String id, String name, String purpose, String account, String standard, Choice choice) {}
}
